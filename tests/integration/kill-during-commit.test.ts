import { fork } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { DATABASE_NAME } from '#main/core/app.ts';
import { openDatabase } from '#main/db/open.ts';
import { catalogue } from '#tests/fixtures/intake/register.ts';
import { filledFolder } from '#tests/setup/data-folder.ts';

const CHILD = fileURLToPath(new URL('../fixtures/intake/commit-child.ts', import.meta.url));
const CUT = 'week-2025-12-29';
const KILLS = 12;
// Seeded, so that a failure can be seen again (mulberry32).
const random = seededRandom(20250731);

function seededRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Every commune says the opposite of what it should: a file that changes thousands of figures. */
function bigFile(turn: number): string {
  const rows = catalogue.units.communes.map(({ code }, index) => {
    const values = Array(6).fill((index + turn) % 2);
    return `${CUT},${code},${values.join(',')}`;
  });
  return `cut,unit_code,devices,staff,premises,equipment,digital_team,portal_connected\n${rows.join('\n')}\n`;
}

/** Ends once the child has gone: killed `delay` ms after it began, unless it was faster. */
function commitAndKill(folder: string, text: string, delay: number | null): Promise<string[]> {
  return new Promise((resolve, reject) => {
    const heard: string[] = [];
    const file = join(folder, 'a.csv');
    writeFileSync(file, text);
    const child = fork(CHILD, [folder, file], {
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let complaint = '';
    child.stderr?.on('data', (data) => {
      complaint += data;
    });
    child.on('message', (message) => {
      heard.push(String(message));
      if (message === 'begin' && delay !== null) setTimeout(() => child.kill('SIGKILL'), delay);
    });
    child.on('exit', (code, signal) =>
      code === 0 || signal === 'SIGKILL' ? resolve(heard) : reject(new Error(complaint)),
    );
  });
}

interface State {
  readonly integrity: unknown;
  readonly figures: string;
  readonly statuses: string;
  readonly runs: number;
}

function readState(folder: string): State {
  const database = openDatabase(join(folder, DATABASE_NAME));
  const digest = (sql: string): string => JSON.stringify(database.read.prepare(sql).raw().all());
  const state = {
    integrity: database.write.pragma('integrity_check', { simple: true }),
    figures: digest(
      `SELECT indicator_id, unit_id, value FROM observation WHERE cut_id = (SELECT id FROM cut WHERE code = '${CUT}')`,
    ),
    statuses: digest(
      `SELECT unit_id, reported, met, green FROM unit_status WHERE cut_id = (SELECT id FROM cut WHERE code = '${CUT}')`,
    ),
    runs: Number(
      database.read.prepare(`SELECT count(*) FROM import_run WHERE kind = 'import'`).pluck().get(),
    ),
  };
  database.close();
  return state;
}

test('a process killed at any point of a commit leaves all of it or nothing', {
  timeout: 300_000,
}, async () => {
  const folder = filledFolder();
  const begun = performance.now();
  await commitAndKill(folder, bigFile(0), null);
  // A whole run with its start: kills are spread over a little more than its commit can take.
  const span = Math.max(200, (performance.now() - begun) * 0.6);
  let before = readState(folder);
  let kept = 0;
  for (let round = 1; round <= KILLS; round += 1) {
    const heard = await commitAndKill(folder, bigFile(kept + 1), random() * span);
    const after = readState(folder);
    expect(after.integrity).toBe('ok');
    if (after.runs === before.runs) expect(after).toEqual(before);
    else {
      expect(after.runs).toBe(before.runs + 1);
      expect(after.figures).not.toBe(before.figures);
      expect(after.statuses).not.toBe(before.statuses);
      kept += 1;
    }
    if (heard.includes('done')) expect(after.runs).toBe(before.runs + 1);
    before = after;
  }
  expect(kept).toBeLessThan(KILLS);
});
