// What a person does in JupyterLab, for the tests beside this file.

import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';

export const MINUTE = 60_000;
export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const work = join(root, 'target/ci/work');

export const isRoot = process.getuid?.() === 0;

/** Starts the browser that is installed on this machine. */
export function startBrowser() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? ['/usr/bin/chromium', '/usr/bin/google-chrome'].find(existsSync),
    args: [...(isRoot ? ['--no-sandbox'] : []), '--disable-background-networking', '--disable-component-update']
  });
}

/** Starts JupyterLab as its users do, and finds the address with its token among what it says. */
export function startLab() {
  // Nothing of this machine's user: neither settings nor what was open last.
  return start([join(root, 'tinybabel'), 'lab', '--no-browser'], root, {
    ...process.env,
    JUPYTERLAB_SETTINGS_DIR: join(work, 'settings'),
    JUPYTERLAB_WORKSPACES_DIR: join(work, 'workspaces')
  });
}

/** The same for the user nobody, to whom a kit belongs; only root can start it. No locale, no settings, a home of its own. */
export function startLabOfNobody(kit) {
  const user = ['setpriv', '--reuid=nobody', '--regid=nogroup', '--clear-groups'];
  const kept = Object.entries(process.env).filter(([name]) => /^(PATH|JAVA_HOME|PIP_\w+|\w+_proxy)$/i.test(name));
  const env = { ...Object.fromEntries(kept), HOME: join(kit, '..') };
  return start([...user, join(kit, 'tinybabel'), 'lab', '--no-browser'], kit, env);
}

function start([program, ...options], cwd, env) {
  const started = Date.now();
  const lab = spawn(program, options, { cwd, stdio: ['ignore', 'pipe', 'pipe'], env });
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
  return { address, stop, said: () => said };
}

export async function open(page, address, file, kit = root) {
  const url = new URL(address);
  url.pathname = `/lab/tree/${relative(kit, file)}`;
  url.searchParams.set('reset', '');
  await page.goto(url.href);
  await panel(page).locator('.jp-Notebook').waitFor();
  // Without its kernel JupyterLab would ask for one; the cells are idle before it is there.
  await page.locator('#jp-main-statusbar', { hasText: /\| Idle/ }).waitFor();
  await page.keyboard.press('ControlOrMeta+B');
  await idle(page, MINUTE);
}

export async function choose(page, menu, ...entries) {
  await page.locator('.lm-MenuBar-item', { hasText: new RegExp(`^${menu}$`) }).click();
  for (const [depth, entry] of entries.entries()) {
    const item = page.locator('.lm-Menu').nth(depth).locator('.lm-Menu-item', { hasText: new RegExp(`^${entry}`) });
    await item.first().click();
  }
}

export async function run(page, cell) {
  await cell.locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+Enter');
  await idle(page, MINUTE);
}

/** Writes a notebook with the given cells and returns its file. */
export function notebook(name, sources, folder = work) {
  const file = join(folder, `${name}.ipynb`);
  const cells = sources.map((source, index) => (
    { cell_type: 'code', id: `cell-${index}`, source, metadata: {}, execution_count: null, outputs: [] }));
  const metadata = { kernelspec: { name: 'tinybabel', display_name: 'Java (TinyBabel)', language: 'java' } };
  writeFileSync(file, JSON.stringify({ cells, metadata, nbformat: 4, nbformat_minor: 5 }));
  return file;
}

/** One of the code cells, counted from 0. */
export function cell(page, number) {
  return panel(page).locator('.jp-CodeCell').nth(number);
}

/** The notebook that is in front. */
export function panel(page) {
  return page.locator('.jp-NotebookPanel:not(.lm-mod-hidden)');
}

/** Chooses a theme and waits until it shows. */
export async function theme(page, name) {
  await choose(page, 'Settings', 'Theme', `JupyterLab ${name}`);
  await page.waitForFunction(light => document.body.dataset.jpThemeLight === light, String(name === 'Light'));
  await page.locator('#jupyterlab-splash').waitFor({ state: 'detached' });
}

/** Waits until the kernel has had nothing to do for a moment. */
export async function idle(page, patience) {
  const indicator = panel(page).locator('.jp-Notebook-ExecutionIndicator');
  const deadline = Date.now() + patience;
  for (let calm = 0; calm < 3; ) {
    const status = await indicator.getAttribute('data-status').catch(() => 'gone');
    calm = status === 'idle' ? calm + 1 : 0;
    assert.ok(Date.now() < deadline, `the kernel is still ${status} after ${patience / 1000} s`);
    await page.waitForTimeout(300);
  }
}

/** Scrolls until something can be seen; JupyterLab draws only what is near the window. */
export async function reveal(page, what) {
  const scroller = panel(page).locator('.jp-WindowedPanel-outer');
  await scroller.evaluate(panel => { panel.scrollTop = 0; });
  for (let step = 0; step < 200 && (await what.count()) === 0; step++) {
    // A slow machine draws late: what was missed on the way down is found on the next one.
    await scroller.evaluate(panel => {
      const before = panel.scrollTop;
      panel.scrollTop += panel.clientHeight / 2;
      if (panel.scrollTop === before) panel.scrollTop = 0;
    });
    await page.waitForTimeout(200);
  }
  for (let settling = 0; settling < 3; settling++) {
    await what.evaluate(element => element.scrollIntoView({ block: 'center' }));
    await page.waitForTimeout(400);
  }
}

/** Saves the notebook and returns the outputs in its file. */
export async function saved(page, file) {
  await choose(page, 'File', 'Save Notebook');
  await page.locator('.jp-mod-dirty').waitFor({ state: 'detached' });
  await page.waitForTimeout(1000);
  return JSON.parse(readFileSync(file, 'utf8')).cells.flatMap(cell => cell.outputs ?? []);
}

export function seconds(since) {
  return `${((Date.now() - since) / 1000).toFixed(1)} s`;
}
