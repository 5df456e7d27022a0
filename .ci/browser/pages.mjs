// Opens every page of the exports from the disk, as a reader does, and looks for what would hinder one: axe-core finds no
// violation of WCAG 2.2 AA and its best practices in either theme, nothing but the page's own files is asked for, the text is
// there without JavaScript, no page scrolls sideways, not even at 400 pixels, and the search finds.
//
// Usage: node pages.mjs FOLDER…

import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import axe from 'axe-core';
import { seconds, startBrowser } from './jupyterlab.mjs';

const TAGS = {
  type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
};
/** What depends on how wide the window is, and on no theme. */
const WIDTH_RULES = { type: 'rule', values: ['scrollable-region-focusable', 'target-size'] };
const WIDE = { width: 1280, height: 900 };
const NARROW = { width: 400, height: 900 };
const LEAST_TEXT = 100;

const folders = process.argv.slice(2).map(folder => resolve(folder));
assert.ok(folders.length > 0, 'name the folders to look at');
const faults = [];
const started = Date.now();
const browser = await startBrowser();
try {
  await axeFindsFaults();
  for (const folder of folders) {
    const files = pages(folder);
    assert.ok(files.length > 0, `there are no pages in ${folder}`);
    await withoutScripts(folder, files);
    const [light, dark] = await Promise.all(['light', 'dark'].map(theme => accessible(folder, files, theme)));
    console.log(`${folder}: ${files.length} pages, axe violations: ${light} light, ${dark} dark`);
    if (files.includes(join(folder, 'search.html'))) {
      await search(folder);
    }
  }
} finally {
  await browser.close();
}
console.log(`Looked through in ${seconds(started)}.`);
if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}

function pages(folder) {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.html'))
    .map(file => join(folder, file))
    .sort();
}

/** A check that cannot fail shows nothing. */
async function axeFindsFaults() {
  const page = await browser.newPage();
  await page.setContent('<html lang="en"><title>Broken</title><main><h1>Broken</h1><img src="data:,"></main></html>');
  assert.deepEqual((await violations(page)).map(violation => violation.id), ['image-alt']);
  await page.close();
}

async function accessible(folder, files, colorScheme) {
  const context = await browser.newContext({ viewport: WIDE, colorScheme });
  const page = await context.newPage();
  let count = 0;
  for (const file of files) {
    await page.goto(pathToFileURL(file).href);
    await page.evaluate(() => document.querySelectorAll('details').forEach(details => { details.open = true; }));
    const found = await violations(page);
    if (colorScheme === 'light') {
      await page.setViewportSize(NARROW);
      found.push(...await violations(page, WIDTH_RULES));
      await page.setViewportSize(WIDE);
    }
    for (const { id, help, nodes } of found) {
      count += nodes.length;
      faults.push(`${relative(folder, file)}, ${colorScheme}: ${id}: ${help}, as in ${nodes[0].html.slice(0, 300)}`);
    }
  }
  await context.close();
  return count;
}

async function violations(page, runOnly = TAGS) {
  await page.evaluate(axe.source);
  return page.evaluate(async runOnly => {
    const options = { runOnly, resultTypes: ['violations'], preload: false };
    return (await window.axe.run(document, options)).violations;
  }, runOnly);
}

async function withoutScripts(folder, files) {
  const context = await browser.newContext({ viewport: WIDE, javaScriptEnabled: false });
  const page = await context.newPage();
  page.on('request', request => {
    if (!/^(file|data):/.test(request.url())) {
      faults.push(`${page.url()} asks for ${request.url()}`);
    }
  });
  page.on('requestfailed', request => faults.push(`${page.url()} lacks ${request.url().slice(0, 200)}`));
  for (const file of files) {
    const name = relative(folder, file);
    await page.setViewportSize(WIDE);
    await page.goto(pathToFileURL(file).href);
    const text = await page.locator('main').innerText();
    if (text.length < LEAST_TEXT) {
      faults.push(`${name} has no text without JavaScript`);
    }
    await sideways(page, name);
    await page.setViewportSize(NARROW);
    await sideways(page, name);
  }
  await context.close();
}

async function sideways(page, name) {
  const { width, content } = await page.evaluate(() => (
    { width: document.documentElement.clientWidth, content: document.documentElement.scrollWidth }));
  if (content > width) {
    faults.push(`${name} scrolls sideways: it is ${content} pixels wide in a window of ${width}`);
  }
}

async function search(folder) {
  const page = await browser.newPage({ viewport: WIDE });
  await page.goto(`${pathToFileURL(join(folder, 'search.html')).href}?q=anchor`);
  await page.locator('#found a', { hasText: 'anchor' }).first().waitFor();
  await page.getByRole('searchbox').fill('subnetwork mask');
  await page.waitForFunction(() => /^\d+ sections? found/.test(document.querySelector('#count').textContent));
  const count = await page.locator('#count').innerText();
  assert.match(await page.locator('#found mark').first().innerText(), /^(subnetwork|mask)$/i);
  assert.ok(!(await page.locator('#index').isVisible()), 'the index still stands below the finds');
  assert.deepEqual(await violations(page), []);
  await page.locator('#found a').first().click();
  const target = decodeURIComponent(new URL(page.url()).hash.slice(1));
  assert.ok(target === '' || await page.locator(`[id="${target}"]`).count() === 1, `there is no ${page.url()}`);
  await page.goBack();
  await page.getByRole('searchbox').fill('xyzzy');
  await page.waitForFunction(() => document.querySelector('#count').textContent === 'Nothing found.');
  console.log(`The search says: ${count}`);
  await page.close();
}
