// An ordinary user starts ./tinybabel lab for the first time, in a folder with a blank and an umlaut, on a machine without a
// locale: a cell runs, writes a file, and the notebook is saved.

import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { join } from 'node:path';
import { cell, notebook, open, root, run, saved, startLabOfNobody } from './jupyterlab.mjs';

const CELL = 'Files.writeString(Path.of("größe.txt"), "ü");\n"written as " + System.getProperty("user.name")';

export async function asNobody(page) {
  const folder = mkdtempSync(join(tmpdir(), 'ein Ordner ü-'));
  const kit = join(folder, 'kit');
  assemble(kit);
  takePackagesFromWhereRootTakesThem(folder);
  const file = notebook('Übung', [CELL], join(kit, 'notebooks'));
  execFileSync('chown', ['-R', 'nobody', folder]);
  chmodSync(folder, 0o755);
  const lab = startLabOfNobody(kit);
  try {
    await open(page, await lab.address, file, kit);
    await run(page, cell(page, 0));
    const outputs = await saved(page, file);
    assert.match(JSON.stringify(outputs), /written as nobody/);
    const written = join(kit, 'notebooks/größe.txt');
    assert.equal(readFileSync(written, 'utf8'), 'ü');
    assert.notEqual(statSync(written).uid, 0);
    assert.doesNotMatch(lab.said(), /You are root/);
    console.log('An ordinary user can work, too.');
  } finally {
    await lab.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A machine may know its package index from root's settings only. */
function takePackagesFromWhereRootTakesThem(home) {
  const settings = '.config/pip/pip.conf';
  if (existsSync(join(homedir(), settings))) {
    cpSync(join(homedir(), settings), join(home, settings));
  }
}

/** A kit that is built, and nothing else. */
function assemble(kit) {
  for (const part of ['tinybabel', 'notebooks', 'kernel-ext/cli/target/tinybabel']) {
    cpSync(join(root, part), join(kit, part), { recursive: true });
  }
  mkdirSync(join(kit, '.tinybabel'));
  writeFileSync(join(kit, '.tinybabel/built'), '');
}
