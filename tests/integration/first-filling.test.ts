import { fork } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { createApp, DATABASE_NAME } from '#main/core/app.ts';
import type { FillingProgress } from '#main/core/prepare.ts';
import { openDatabase } from '#main/db/open.ts';
import { illustrative } from '#main/illustrative/load.ts';
import { COMPILED } from '#tests/setup/compiled.ts';
import { filledFolder, freshFolder } from '#tests/setup/data-folder.ts';
import { HANG_MS } from '#tests/setup/hang.ts';

const CHILD = fileURLToPath(new URL('../fixtures/filling/fill-child.ts', import.meta.url));

/** Ends once the child has gone and all that it said has come: killed `delay` ms after the filling has come so far, unless it was faster. */
function fillAndKill(folder: string, isFar: (progress: FillingProgress) => boolean, delay: number) {
  return new Promise<void>((resolve, reject) => {
    const child = fork(CHILD, [folder], {
      execArgv: [COMPILED],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let complaint = '';
    child.stderr?.on('data', (data) => {
      complaint += data;
    });
    child.on('message', (message) => {
      if (isFar(message as FillingProgress)) setTimeout(() => child.kill('SIGKILL'), delay);
    });
    child.on('close', (code, signal) => {
      if (code === 0 || signal === 'SIGKILL') resolve();
      else reject(new Error(complaint));
    });
  });
}

/** Rows of what is written first and last, and what SQLite itself says of every page, reference and constraint. */
function readState(folder: string) {
  const { read, write, close } = openDatabase(join(folder, DATABASE_NAME));
  const count = (table: string) => read.prepare(`SELECT count(*) FROM ${table}`).pluck().get();
  const state = {
    integrity: write.pragma('integrity_check', { simple: true }),
    references: write.pragma('foreign_key_check'),
    rows: ['unit', 'observation', 'unit_status', 'alert_event'].map(count),
  };
  close();
  return state;
}

describe('the first filling', () => {
  it('keeps every reference and constraint, though none is looked up in passing', () => {
    expect(readState(filledFolder())).toMatchObject({ integrity: 'ok', references: [] });
  });

  // Seven fillings, one after the other.
  it('that is killed at any point leaves all or nothing, and the next start goes on from there', {
    timeout: 3 * HANG_MS,
  }, async () => {
    const whole = readState(filledFolder());
    const nothing = { ...whole, rows: [0, 0, 0, 0] };
    const isInMiddle = ({ done }: FillingProgress) => done === 9;
    // Behind the last cut all pages are written.
    const isAtEnd = ({ done, total }: FillingProgress) => done > 0 && done === total;
    const folder = freshFolder();
    await fillAndKill(folder, isInMiddle, 0);
    expect(readState(folder)).toEqual(nothing);
    for (const delay of [0, 30, 60, 120]) {
      const other = freshFolder();
      await fillAndKill(other, isAtEnd, delay);
      expect([nothing, whole]).toContainEqual(readState(other));
    }
    const application = await createApp({ dataFolder: folder, illustrative });
    await application.close();
    expect(readState(folder)).toEqual(whole);
  });
});
