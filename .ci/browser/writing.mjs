// What the kernel does for the one who writes a notebook: it stops at errors and on demand, completes, explains, asks, and
// remembers.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { cell, choose, idle, MINUTE, notebook, open, panel, run, theme } from './jupyterlab.mjs';

const MOST_ARROW_UPS = 20;

/** Tries it all in one notebook, with pictures of what there is to see. */
export async function writing(page, address, pictures) {
  const file = notebook('writing', [
    'int kept = 41;\nint zero = 0;',
    'int half(int n) {\n    return n / zero;\n}\nhalf(kept)',
    'System.out.println("must not run");',
    'while (true) {}',
    'kept + 1',
    'System.out.pr',
    'Table.create',
    'var name = input("Who are you? ");\nname.toUpperCase()'
  ]);
  await open(page, address, file);
  await stopsAtTheFailingCell(page, pictures);
  await interrupts(page);
  await completes(page, pictures);
  await explains(page, pictures);
  await asks(page, pictures);
  await remembers(page);
}

async function stopsAtTheFailingCell(page, pictures) {
  await choose(page, 'Run', 'Run All Cells');
  await idle(page, MINUTE);
  const error = await cell(page, 1).locator('.jp-OutputArea-output').innerText();
  assert.match(error, /ArithmeticException: \/ by zero.*Cell \[2\], line 2.*return n \/ zero;/s);
  await cell(page, 1).scrollIntoViewIfNeeded();
  await page.screenshot({ path: join(pictures, 'error-light.png') });
  await theme(page, 'Dark');
  await page.screenshot({ path: join(pictures, 'error-dark.png') });
  await theme(page, 'Light');
  for (const later of [2, 3, 4]) {
    assert.match(await cell(page, later).locator('.jp-InputPrompt').innerText(), /\[ \]/, 'a later cell ran');
  }
  console.log('Run All stops at the failing cell.');
}

async function interrupts(page) {
  await cell(page, 3).locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+Enter');
  await panel(page).locator('[data-status="busy"]').waitFor();
  await page.waitForTimeout(1000);
  const started = Date.now();
  await panel(page).locator('.jp-Toolbar [data-command="notebook:interrupt-kernel"]').first().click();
  await cell(page, 3).locator('.jp-OutputArea-output', { hasText: 'The cell was stopped.' }).waitFor();
  console.log(`The interrupt button ends an endless loop (${Date.now() - started} ms, drawing included).`);
  await run(page, cell(page, 4));
  assert.equal((await cell(page, 4).locator('.jp-OutputArea-output').innerText()).trim(), '42');
}

async function completes(page, pictures) {
  await cell(page, 5).locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('Tab');
  const completer = page.locator('.jp-Completer:not(.lm-mod-hidden)');
  await completer.locator('.jp-Completer-item', { hasText: 'println' }).first().waitFor();
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(pictures, 'tab-light.png') });
  await page.keyboard.press('Escape');
  await theme(page, 'Dark');
  await cell(page, 5).locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.press('Tab');
  await completer.locator('.jp-Completer-item', { hasText: 'println' }).first().waitFor();
  await page.waitForTimeout(500);
  await page.screenshot({ path: join(pictures, 'tab-dark.png') });
  await page.keyboard.press('Escape');
  await theme(page, 'Light');
  console.log('Tab completes.');
}

async function explains(page, pictures) {
  for (const name of ['Light', 'Dark']) {
    await theme(page, name);
    await cell(page, 6).locator('.cm-content').click();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.press('Shift+Tab');
    const tooltip = page.locator('.jp-Tooltip');
    await tooltip.filter({ hasText: 'create' }).waitFor();
    await page.waitForTimeout(500);
    await page.screenshot({ path: join(pictures, `shift-tab-${name.toLowerCase()}.png`) });
    assert.match(await tooltip.innerText(), /Returns a new, empty table/, 'Tablesaw is not explained');
    await page.keyboard.press('Escape');
  }
  await theme(page, 'Light');
  console.log('Shift-Tab explains.');
}

async function asks(page, pictures) {
  await cell(page, 7).locator('.cm-content').click();
  await page.keyboard.press('ControlOrMeta+Enter');
  const box = page.locator('.jp-Stdin-input');
  await box.waitFor();
  await box.fill('Ada');
  await page.screenshot({ path: join(pictures, 'input.png') });
  await box.press('Enter');
  await cell(page, 7).locator('.jp-OutputArea-output', { hasText: /^ADA\s*$/ }).waitFor();
  console.log('input() asks.');
}

async function remembers(page) {
  await choose(page, 'Kernel', 'Restart Kernel…');
  await page.locator('.jp-Dialog button', { hasText: 'Restart' }).click();
  await idle(page, MINUTE);
  await cell(page, 4).locator('.cm-content').click({ button: 'right' });
  await page.locator('.lm-Menu-item', { hasText: 'New Console for Notebook' }).click();
  const prompt = page.locator('.jp-CodeConsole-promptCell .cm-content');
  await prompt.click();
  const seen = [];
  for (let step = 0; step < MOST_ARROW_UPS && !seen.some(text => text.includes('kept + 1')); step++) {
    await page.keyboard.press('ArrowUp');
    await page.waitForTimeout(700);
    seen.push(await prompt.innerText());
    if (seen.at(-1).trim() === '') {
      // The kernel had not answered yet. A console looks again only after its text has changed.
      await page.keyboard.type('x');
      await page.keyboard.press('Backspace');
    }
  }
  assert.ok(seen.some(text => text.includes('kept + 1')), `after a restart the history holds only ${seen}`);
  console.log('The history survives a restart.');
}
