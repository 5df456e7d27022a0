// Knobs: a slider redraws a chart while it moves, whatever its code does and however often the page is loaded again.

import assert from 'node:assert/strict';
import { join } from 'node:path';
import { cell, idle, MINUTE, notebook, open, panel, reveal, run, saved, theme } from './jupyterlab.mjs';

const MOVES = 30;

/** Turns all kinds of knobs in one notebook, with pictures of what there is to see. */
export async function knobs(page, address, pictures) {
  const file = notebook('knobs', [
    `var waves = slider("waves", 1, 60, 3);
var damping = slider("damping, which is how fast the waves die out along the x axis of the chart below", 0.0, 5.0, 0.5);
var shape = dropdown("shape", "sine", "triangle");
var both = checkbox("show the other shape too", false);
live(() -> {
    var table = Table.create(DoubleColumn.create("x"), DoubleColumn.create("y"), StringColumn.create("shape"));
    for (var name : both.value() ? List.of("sine", "triangle") : List.of(shape.value())) {
        for (double x = 0; x <= 1; x += 0.005) {
            var sine = Math.sin(2 * Math.PI * waves.value() * x);
            table.doubleColumn("x").append(x);
            table.doubleColumn("y").append(
                Math.exp(-damping.value() * x) * (name.equals("sine") ? sine : Math.asin(sine) * 2 / Math.PI));
            table.stringColumn("shape").append(name);
        }
    }
    plot(line(table, "x", "y", "shape"), waves.value() + " waves");
});`,
    'var n = slider("n", 0, 9, 1);\nlive(() -> {\n    System.out.println("dividing by " + n.value());\n    return 10 / n.value();\n});',
    'var e = slider("e", 1, 9, 1);\nlive(() -> { if (e.value() == 2) while (true) {} return "e is " + e.value(); });',
    'int presses = 0;\nbutton("Press me", () -> System.out.println("pressed " + ++presses));',
    'waves.value()'
  ]);
  await open(page, address, file);
  await redraws(page, pictures);
  await keepsUp(page);
  await showsErrors(page, pictures);
  await canBeInterrupted(page);
  await presses(page);
  await storesTheLastState(page, file, pictures);
  await survivesReload(page);
}

function handle(page, number, index = 0) {
  return cell(page, number).locator('[role="slider"]').nth(index);
}

function picture(page) {
  return cell(page, 0).locator('.jp-OutputArea-output img').last();
}

/** Does something and waits until the chart is another one. */
async function redrawn(page, action) {
  const before = await picture(page).getAttribute('src');
  const started = Date.now();
  await action();
  while ((await picture(page).getAttribute('src').catch(() => before)) === before) {
    assert.ok(Date.now() - started < MINUTE, 'the chart stays as it is');
    await page.waitForTimeout(10);
  }
  return Date.now() - started;
}

async function redraws(page, pictures) {
  await run(page, cell(page, 0));
  await picture(page).waitFor();
  await reveal(page, picture(page));
  await page.screenshot({ path: join(pictures, 'knobs-light.png') });
  await handle(page, 0).focus();
  const times = [];
  for (let step = 0; step < 5; step++) {
    times.push(await redrawn(page, () => page.keyboard.press('ArrowRight')));
  }
  console.log(`A move of the slider redraws the chart in ${times.join(', ')} ms, seen in the page.`);
  assert.match(await picture(page).getAttribute('alt'), /8 waves/);
  assert.equal(await handle(page, 0).evaluate(element => element === document.activeElement), true, 'the focus is lost');
  await redrawn(page, () => cell(page, 0).locator('select').selectOption({ label: 'triangle' }));
  await redrawn(page, () => cell(page, 0).locator('input[type="checkbox"]').click());
  await handle(page, 0, 1).focus();
  await redrawn(page, () => page.keyboard.press('ArrowRight'));
  await theme(page, 'Dark');
  await reveal(page, picture(page));
  await page.screenshot({ path: join(pictures, 'knobs-dark.png') });
  await theme(page, 'Light');
  const labels = await cell(page, 0).locator('.widget-label').allInnerTexts();
  assert.ok(labels.some(label => label.endsWith('of the chart below')), `the labels are ${labels}`);
  for (const label of await cell(page, 0).locator('.widget-label').all()) {
    assert.ok(await label.evaluate(element => element.scrollWidth <= element.clientWidth), 'a label is cut off');
  }
}

async function keepsUp(page) {
  await handle(page, 0).focus();
  const started = Date.now();
  for (let step = 0; step < MOVES; step++) {
    await page.keyboard.press('ArrowRight');
  }
  await cell(page, 0).locator(`img[alt*="${8 + MOVES} waves"]`).waitFor();
  console.log(`After ${MOVES} fast moves, the chart of the last one is there in ${Date.now() - started} ms.`);
  await run(page, cell(page, 4));
  assert.equal((await cell(page, 4).locator('.jp-OutputArea-output').innerText()).trim(), String(8 + MOVES));
}

async function showsErrors(page, pictures) {
  await run(page, cell(page, 1));
  await handle(page, 1).focus();
  await page.keyboard.press('ArrowLeft');
  const error = cell(page, 1).locator('.jp-OutputArea-output', { hasText: 'ArithmeticException' }).last();
  await error.waitFor();
  assert.match(await error.innerText(), /by zero.*Cell \[\d+\], line 4.*10 \/ n\.value\(\)/s);
  await reveal(page, error);
  await page.screenshot({ path: join(pictures, 'knobs-error-light.png') });
  await theme(page, 'Dark');
  await page.screenshot({ path: join(pictures, 'knobs-error-dark.png') });
  await theme(page, 'Light');
  await handle(page, 1).focus();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await cell(page, 1).locator('.jp-OutputArea-output', { hasText: /^5$/ }).last().waitFor();
  assert.equal(await cell(page, 1).locator('.jp-OutputArea-output', { hasText: 'ArithmeticException' }).count(), 0);
  console.log('An error of a knob\'s code shows in its place, and goes with the next move.');
}

async function canBeInterrupted(page) {
  await run(page, cell(page, 2));
  await handle(page, 2).focus();
  await page.keyboard.press('ArrowRight');
  await panel(page).locator('[data-status="busy"]').waitFor();
  await page.waitForTimeout(500);
  await panel(page).locator('.jp-Toolbar [data-command="notebook:interrupt-kernel"]').first().click();
  await cell(page, 2).locator('.jp-OutputArea-output', { hasText: 'This was stopped before it was done.' }).last().waitFor();
  await handle(page, 2).focus();
  await page.keyboard.press('ArrowRight');
  await cell(page, 2).locator('.jp-OutputArea-output', { hasText: 'e is 3' }).last().waitFor();
  console.log('The interrupt button ends the endless code of a knob.');
}

async function presses(page) {
  await run(page, cell(page, 3));
  const button = cell(page, 3).getByRole('button', { name: 'Press me' });
  for (const time of [1, 2]) {
    await button.click();
    await cell(page, 3).locator('.jp-OutputArea-output', { hasText: `pressed ${time}` }).last().waitFor();
  }
  console.log('A button does what it says.');
}

/** What a reader sees who has only the file. */
async function storesTheLastState(page, file, pictures) {
  await run(page, cell(page, 4));
  assert.equal(await cell(page, 0).locator('[role="slider"]').count(), 2, 'the sliders are there more than once');
  await reveal(page, picture(page));
  await page.screenshot({ path: join(pictures, 'knobs-later.png') });
  const outputs = await saved(page, file);
  const texts = outputs.map(output => [output.data?.['text/plain'] ?? ''].flat().join(''));
  assert.ok(texts.some(text => text.startsWith(`waves = ${8 + MOVES} (1 to 60). To change it, write slider(`)), texts.join('\n'));
  assert.ok(texts.some(text => text.includes(`${8 + MOVES} waves`)), texts.join('\n'));
  const chart = outputs.find(output => String(output.data?.['text/plain']).includes(`${8 + MOVES} waves`));
  assert.match([chart.data['text/html']].flat().join(''), /<img alt=/);
  console.log('The file holds the last state for readers without widgets.');
}

async function survivesReload(page) {
  await page.reload();
  await panel(page).locator('.jp-Notebook').waitFor();
  await idle(page, MINUTE);
  await picture(page).waitFor();
  await handle(page, 0).focus();
  await redrawn(page, () => page.keyboard.press('ArrowLeft'));
  await cell(page, 0).locator(`img[alt*="${7 + MOVES} waves"]`).waitFor();
  console.log('Knobs live on when the page is loaded again.');
}
