import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { DATABASE_NAME } from '#main/core/app.ts';
import { openDatabase } from '#main/db/open.ts';
import { catalogue } from '#tests/fixtures/intake/register.ts';
import { filledFolder } from '#tests/setup/data-folder.ts';
import { HANG_MS } from '#tests/setup/hang.ts';
import { type Attempt, runAndKill } from '#tests/setup/killed-child.ts';
import { seededRandom } from '#tests/setup/seeded-random.ts';

const CHILD = fileURLToPath(new URL('../fixtures/intake/commit-child.ts', import.meta.url));
const CUT = 'week-2025-12-29';
const KILLS = 20;
const random = seededRandom(20250731);

/** Every commune says the opposite of what it should: a file that changes thousands of figures. */
function bigFile(turn: number): string {
  const rows = catalogue.units.communes.map(({ code }, index) => {
    const values = Array(6).fill((index + turn) % 2);
    return `${CUT},${code},${values.join(',')}`;
  });
  return `cut,unit_code,devices,staff,premises,equipment,digital_team,portal_connected\n${rows.join('\n')}\n`;
}

function commitAndKill(folder: string, text: string, delay: number | null): Promise<Attempt> {
  const file = join(folder, 'a.csv');
  writeFileSync(file, text);
  return runAndKill(CHILD, [join(folder, DATABASE_NAME), file], delay);
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
  timeout: 5 * HANG_MS,
}, async () => {
  const folder = filledFolder();
  // A whole commit first: the kills are spread over as long as it took.
  const span = (await commitAndKill(folder, bigFile(0), null)).lasted;
  let before = readState(folder);
  let kept = 0;
  for (let round = 1; round <= KILLS; round += 1) {
    const attempt = await commitAndKill(folder, bigFile(kept + 1), random() * span);
    const after = readState(folder);
    expect(after.integrity).toBe('ok');
    if (after.runs === before.runs) expect(after).toEqual(before);
    else {
      expect(after.runs).toBe(before.runs + 1);
      expect(after.figures).not.toBe(before.figures);
      expect(after.statuses).not.toBe(before.statuses);
      kept += 1;
    }
    if (attempt.hasFinished) expect(after.runs).toBe(before.runs + 1);
    before = after;
  }
  expect(kept).toBeLessThan(KILLS);
});
