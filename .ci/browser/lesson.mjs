// A lesson as a reader takes it: predicts before the data, sees the predictions beside the verdicts, answers the questions,
// and reads names in the scripts of the world.

import assert from 'node:assert/strict';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { choose, idle, MINUTE, open, panel, reveal, root, run, saved, theme, work } from './jupyterlab.mjs';

/** Takes the lesson of notebook 00, with pictures of what there is to see. */
export async function lesson(page, address, pictures) {
  const file = join(work, 'lesson.ipynb');
  copyFileSync(join(root, 'notebooks/00-start-here.ipynb'), file);
  await open(page, address, file);
  await choose(page, 'Edit', 'Clear Outputs of All Cells');
  await predicts(page, pictures);
  // A prediction stands beside its claim, with the data of the claims before it in between.
  await codeCell(page, 'import com.ibm.icu.util.Currency;').locator('.cm-content').click();
  await choose(page, 'Run', 'Run Selected Cell and All Below');
  await idle(page, 2 * MINUTE);
  await readsForeignScripts(page, pictures);
  await comparesVerdicts(page, file, pictures);
  await keepsPredictions(page);
  await answersQuestions(page, pictures);
}

function codeCell(page, text) {
  return panel(page).locator('.jp-CodeCell', { has: page.locator('.cm-content', { hasText: text }) }).first();
}

async function bothThemes(page, pictures, name, what) {
  await reveal(page, what);
  await page.screenshot({ path: join(pictures, `${name}-light.png`) });
  await theme(page, 'Dark');
  await reveal(page, what);
  await page.screenshot({ path: join(pictures, `${name}-dark.png`) });
  await theme(page, 'Light');
}

async function predicts(page, pictures) {
  await run(page, codeCell(page, 'claim("W1"'));
  await predict(page, 'W1', 'holds, 80 % sure');
  await predict(page, 'W2', 'undecided, 50 % sure');
  await bothThemes(page, pictures, 'predict', codeCell(page, 'predict("W1");').locator('select'));
}

/** Chooses in the form beside a claim. */
async function predict(page, id, choice) {
  const form = codeCell(page, `predict("${id}");`);
  await run(page, form);
  const list = form.locator('select');
  await list.waitFor();
  await list.selectOption(choice);
  await form.locator('.jp-OutputArea-output', { hasText: `${id}: you predict: ${choice}.` }).last().waitFor();
}

async function readsForeignScripts(page, pictures) {
  const table = panel(page).locator('.jp-OutputArea-output table', { hasText: 'One language for each script' });
  await reveal(page, table);
  const hindi = table.locator('span[lang="und-Deva"]').first();
  assert.equal(await hindi.innerText(), 'हिन्दी', 'JupyterLab drops the language');
  assert.equal(await table.locator('span[lang="und-Arab"]').first().getAttribute('dir'), 'rtl');
  await bothThemes(page, pictures, 'scripts', table);
}

async function comparesVerdicts(page, file, pictures) {
  const table = panel(page).locator('.jp-OutputArea-output', { hasText: 'You predicted' }).last();
  await reveal(page, table);
  const words = await table.innerText();
  assert.match(words, /holds, 80 % sure: (right|wrong)/);
  assert.match(words, /undecided, 50 % sure: (right|wrong)/);
  assert.match(words, /Calibration: [012] of 2 predictions came true/);
  await bothThemes(page, pictures, 'predicted', table);
  const outputs = await saved(page, file);
  const data = outputs.map(output => output.data?.['application/vnd.tinybabel.verdicts+json']).find(found => found);
  assert.equal(data.verdicts[0].prediction.outcome, 'holds');
  assert.equal(data.verdicts[0].prediction.confidence, 80);
  assert.equal(data.calibration.predictions, 2);
  console.log('Predictions stand beside the verdicts, with their calibration.');
}

async function keepsPredictions(page) {
  const form = codeCell(page, 'predict("W1");');
  await reveal(page, form);
  await form.locator('select').first().selectOption('fails, 95 % sure');
  await form.locator('.jp-OutputArea-output', { hasText: 'this stays as it was' }).last().waitFor();
  console.log('After the verdict, a prediction changes no more.');
}

async function answersQuestions(page, pictures) {
  const quiz = panel(page).locator('.jp-OutputArea-output', { hasText: 'When is a criterion written down?' }).last();
  await reveal(page, quiz);
  const answers = quiz.locator('details');
  assert.equal(await answers.count(), 15);
  await answers.nth(0).locator('summary').click();
  await answers.nth(1).locator('summary').click();
  assert.match(await answers.nth(0).innerText(), /✓ Right\./);
  assert.match(await answers.nth(1).innerText(), /✗ No\./);
  await bothThemes(page, pictures, 'quiz', quiz);
}
