// Does in a real browser what a student does: opens notebook 01 in the JupyterLab of ./tinybabel lab, runs it all, waits
// for the verdicts, and answers the first exercise, wrongly and rightly; then tries what the kernel does for the one who
// writes, turns knobs, and takes the lesson of notebook 00. Works on copies in target/ci/work/. Where root runs this, an
// ordinary user does the first steps, too.
//
// Usage: node lab.mjs FOLDER-FOR-PICTURES

import assert from 'node:assert/strict';
import { copyFileSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  MINUTE, choose, idle, isRoot, open, reveal, root, run, saved, seconds, startBrowser, startLab, theme, work
} from './jupyterlab.mjs';
import { knobs } from './knobs.mjs';
import { asNobody } from './nobody.mjs';
import { lesson } from './lesson.mjs';
import { writing } from './writing.mjs';

const NOTEBOOK = '01-bigram-subnetworks.ipynb';
const WRONG = `static double[][] bigramProbabilities(int[][] sequences, int vocabSize, double alpha) {
    return new double[vocabSize][vocabSize];
}`;

const pictures = resolve(process.argv[2] ?? join(root, 'target/ci'));
rmSync(work, { recursive: true, force: true });
mkdirSync(work, { recursive: true });
mkdirSync(pictures, { recursive: true });

const lab = startLab();
let browser;
try {
  const address = await lab.address;
  browser = await startBrowser();
  const page = await browser.newPage({ viewport: { width: 1280, height: 960 } });
  page.setDefaultTimeout(MINUTE);
  try {
    await walkThrough(page, address);
    await exercise(page, address);
    await writing(page, address, pictures);
    await knobs(page, address, pictures);
    await lesson(page, address, pictures);
    if (isRoot) {
      assert.match(lab.said(), /You are root.*127\.0\.0\.1 only/);
      await asNobody(page);
    }
  } catch (error) {
    await page.screenshot({ path: join(pictures, 'failure.png') });
    throw error;
  }
  console.log(`The pictures are in ${pictures}.`);
} finally {
  await browser?.close();
  await lab.stop();
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
  await theme(page, 'Dark');
  await reveal(page, table);
  await page.screenshot({ path: join(pictures, '01-dark.png') });
  await theme(page, 'Light');

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
