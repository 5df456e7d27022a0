// Does in a real browser what a student does: opens notebook 01 in the JupyterLab of ./tinybabel lab, runs it all, waits
// for the verdicts, and answers the first exercise, wrongly and rightly. Works on copies in target/ci/work/.
//
// Usage: node lab.mjs FOLDER-FOR-PICTURES

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

const MINUTE = 60_000;
const NOTEBOOK = '01-bigram-subnetworks.ipynb';
const WRONG = `static double[][] bigramProbabilities(int[][] sequences, int vocabSize, double alpha) {
    return new double[vocabSize][vocabSize];
}`;

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
const pictures = resolve(process.argv[2] ?? join(root, 'target/ci'));
const work = join(root, 'target/ci/work');
rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });
mkdirSync(pictures, { recursive: true });

const isRoot = process.getuid?.() === 0;
const lab = startLab();
let browser;
try {
  const address = await lab.address;
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync),
    args: [...(isRoot ? ['--no-sandbox'] : []), '--disable-background-networking', '--disable-component-update']
  });
  const page = await browser.newPage({ viewport: { width: 1280, height: 960 } });
  page.setDefaultTimeout(MINUTE);
  try {
    await walkThrough(page, address);
    await exercise(page, address);
  } catch (error) {
    await page.screenshot({ path: join(pictures, 'failure.png') });
    throw error;
  }
  console.log(`The pictures are in ${pictures}.`);
} finally {
  await browser?.close();
  await lab.stop();
}

/** Starts JupyterLab and finds the address with its token among what it says. */
function startLab() {
  const options = ['lab', '--no-browser', ...(isRoot ? ['--', '--allow-root'] : [])];
  const started = Date.now();
  const lab = spawn(join(root, 'tinybabel'), options, {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
    // Nothing of this machine's user: neither settings nor what was open last.
    env: {
      ...process.env,
      JUPYTERLAB_SETTINGS_DIR: join(work, 'settings'),
      JUPYTERLAB_WORKSPACES_DIR: join(work, 'workspaces')
    }
  });
  const ended = new Promise(done => lab.once('exit', done));
  let said = '';
  let answered = false;
  const address = new Promise((found, failed) => {
    const listen = text => {
      said += text;
      const match = said.match(/http:\/\/127\.0\.0\.1:\d+\/lab[^\s]*token=\w+/);
      if (match && !answered) {
        answered = true;
        console.log(`JupyterLab answers ${seconds(started)} after ./tinybabel lab.`);
        found(new URL(match[0]));
      }
    };
    lab.stdout.on('data', listen);
    lab.stderr.on('data', listen);
    lab.once('exit', code => failed(new Error(`./tinybabel lab ended with exit code ${code}:\n${said}`)));
  });
  const stop = async () => {
    lab.kill('SIGTERM');
    await ended;
  };
  return { address, stop };
}

/** Runs the whole walk-through, waits for its verdicts, and takes their picture in both themes. */
async function walkThrough(page, address) {
  const file = copy('notebooks');
  await open(page, address, file);
  await choose(page, 'Edit', 'Clear Outputs of All Cells');
  const started = Date.now();
  await choose(page, 'Run', 'Run All Cells');
  await idle(page, 4 * MINUTE);
  console.log(`Notebook 01 ran in ${seconds(started)}.`);

  await reveal(page, page.locator('.jp-OutputArea-output img').first());
  await page.screenshot({ path: join(pictures, '01-chart.png') });
  const table = page.locator('.jp-OutputArea-output table', { hasText: 'Verdict' }).last();
  await reveal(page, table);
  await page.screenshot({ path: join(pictures, '01-light.png') });
  await choose(page, 'Settings', 'Theme', 'JupyterLab Dark');
  await page.waitForFunction(() => document.body.dataset.jpThemeLight === 'false');
  await reveal(page, table);
  await page.screenshot({ path: join(pictures, '01-dark.png') });
  await choose(page, 'Settings', 'Theme', 'JupyterLab Light');

  const outputs = await saved(page, file);
  assert.deepEqual(outputs.filter(output => output.output_type === 'error'), []);
  const verdicts = outputs.flatMap(output => output.data?.['application/vnd.tinybabel.verdicts+json']?.verdicts ?? []);
  assert.ok(verdicts.length > 0, 'there are no verdicts');
  for (const { id, verdict } of verdicts) {
    console.log(`  ${id}: ${verdict}`);
    assert.ok(verdict, `${id} has no verdict`);
  }
}

/** Answers question (a) of exercise 01, first wrongly, then rightly. */
async function exercise(page, address) {
  const file = copy('exercises');
  await open(page, address, file);
  await choose(page, 'Edit', 'Clear Outputs of All Cells');
  await run(page, page.locator('.jp-CodeCell').first());

  const wrong = await answer(page, WRONG);
  await page.screenshot({ path: join(pictures, 'check-wrong.png') });
  assert.match(wrong, /^Question \(a\): 0 of 2 .*came back: \[\[0\.0, .*hint 1:/s);
  const right = await answer(page, solution());
  await page.screenshot({ path: join(pictures, 'check-right.png') });
  assert.match(right, /^Question \(a\): 2 of 2 visible checks pass, 3 of 3 points/);
}

/** Puts an answer into the cell of question (a), runs it and the check below it, and returns what the check says. */
async function answer(page, source) {
  const cell = page.locator('.jp-CodeCell', { hasText: 'double[][] bigramProbabilities' }).first();
  await cell.scrollIntoViewIfNeeded();
  await cell.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(source);
  await run(page, cell);
  const check = page.locator('.jp-CodeCell', { hasText: 'check("a")' }).first();
  await run(page, check);
  const output = check.locator('.jp-OutputArea-output');
  await output.last().waitFor();
  await output.last().scrollIntoViewIfNeeded();
  await page.waitForTimeout(500);
  return (await output.allInnerTexts()).join('\n');
}

/** The answer in the master notebook, without its markers. */
function solution() {
  const master = JSON.parse(readFileSync(join(root, 'solutions', NOTEBOOK), 'utf8'));
  const source = master.cells.map(cell => [cell.source].flat().join('')).find(text => text.startsWith('static double[][]'));
  return source.replace(/^ *\/\/ (BEGIN SOLUTION|END SOLUTION|HINT \d+:.*)\n/gm, '');
}

function copy(folder) {
  const file = join(work, `${folder}-${NOTEBOOK}`);
  copyFileSync(join(root, folder, NOTEBOOK), file);
  return file;
}

async function open(page, address, file) {
  const url = new URL(address);
  url.pathname = `/lab/tree/${relative(root, file)}`;
  url.searchParams.set('reset', '');
  await page.goto(url.href);
  await page.locator('.jp-NotebookPanel:not(.lm-mod-hidden) .jp-Notebook').waitFor();
  await page.keyboard.press('ControlOrMeta+B');
  await idle(page, MINUTE);
}

async function choose(page, menu, ...entries) {
  await page.locator('.lm-MenuBar-item', { hasText: new RegExp(`^${menu}$`) }).click();
  for (const [depth, entry] of entries.entries()) {
    const item = page.locator('.lm-Menu').nth(depth).locator('.lm-Menu-item', { hasText: new RegExp(`^${entry}`) });
    await item.first().click();
  }
}

async function run(page, cell) {
  await cell.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+Enter');
  await idle(page, MINUTE);
}

/** Waits until the kernel has had nothing to do for a moment. */
async function idle(page, patience) {
  const indicator = page.locator('.jp-NotebookPanel:not(.lm-mod-hidden) .jp-Notebook-ExecutionIndicator');
  const deadline = Date.now() + patience;
  for (let calm = 0; calm < 3; ) {
    const status = await indicator.getAttribute('data-status').catch(() => 'gone');
    calm = status === 'idle' ? calm + 1 : 0;
    assert.ok(Date.now() < deadline, `the kernel is still ${status} after ${patience / 1000} s`);
    await page.waitForTimeout(300);
  }
}

/** Scrolls until something can be seen; JupyterLab draws only what is near the window. */
async function reveal(page, what) {
  const scroller = page.locator('.jp-NotebookPanel:not(.lm-mod-hidden) .jp-WindowedPanel-outer');
  await scroller.evaluate(panel => { panel.scrollTop = 0; });
  for (let step = 0; step < 200 && (await what.count()) === 0; step++) {
    await scroller.evaluate(panel => { panel.scrollTop += panel.clientHeight / 2; });
    await page.waitForTimeout(50);
  }
  for (let settling = 0; settling < 3; settling++) {
    await what.evaluate(element => element.scrollIntoView({ block: 'center' }));
    await page.waitForTimeout(400);
  }
}

/** Saves the notebook and returns the outputs in its file. */
async function saved(page, file) {
  await choose(page, 'File', 'Save Notebook');
  await page.locator('.jp-mod-dirty').waitFor({ state: 'detached' });
  await page.waitForTimeout(1000);
  return JSON.parse(readFileSync(file, 'utf8')).cells.flatMap(cell => cell.outputs ?? []);
}

function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
