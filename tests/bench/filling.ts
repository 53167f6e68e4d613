import { execFileSync, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { DATABASE_NAME } from '#main/core/app.ts';
import { openReader } from '#main/db/open.ts';
import { inMs, quantileOf } from './large-database/quantiles.ts';

/** In times of copying its rows. */
const TIMES_OF_COPYING = 1.5;
const RUNS = 5;
const CHILD = fileURLToPath(new URL('./first-filling/child.ts', import.meta.url));

/**
 * The first start on an empty data folder: until every figure of half a year is there and every cut is judged with
 * its alerts, in a process that has run nothing before. Beside it the sqlite3 command line copies the same rows into
 * an empty file. Returns false when the filling takes more than its share of that.
 */
export async function run(): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), 'kh02-filling-bench-'));
  const [application, engine, reference]: [number[], number[], number[]] = [[], [], []];
  try {
    for (let round = 0; round < RUNS; round += 1) {
      application.push(await fill('application', join(folder, `application-${round}`)));
      const dataFolder = join(folder, `engine-${round}`);
      engine.push(await fill('engine', dataFolder));
      reference.push(copyRows(folder, join(dataFolder, DATABASE_NAME), join(folder, `copy-${round}.db`)));
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  const [filled = Number.NaN, ready = Number.NaN, copied = Number.NaN] = [application, engine, reference].map(
    (times) => quantileOf(times, 0.5),
  );
  const isWithin = filled <= TIMES_OF_COPYING * copied;
  process.stdout.write(
    `${isWithin ? 'ok    ' : 'MISSED'} first filling: ${(filled / copied).toFixed(2)} x sqlite3 copying the same rows (budget ${TIMES_OF_COPYING} x), ` +
      `median ${inMs(filled)} (${inWhole(application)}); ` +
      `with the start of the engine's thread, which reads the program: ${inMs(ready)} (${inWhole(engine)}); ` +
      `sqlite3: ${inMs(copied)} (${inWhole(reference)})\n`,
  );
  return isWithin;
}

function inWhole(times: readonly number[]): string {
  return times.map((time) => time.toFixed(0)).join(', ');
}

async function fill(way: 'application' | 'engine', dataFolder: string): Promise<number> {
  const child = fork(CHILD, [way, dataFolder]);
  const [taken] = (await once(child, 'message')) as [number];
  await once(child, 'exit');
  return taken;
}

/** Milliseconds for the schema and every row of `file`, into a file with nothing in it. */
function copyRows(folder: string, file: string, copy: string): number {
  const reader = openReader(file);
  const objects = reader
    .prepare(`SELECT type, name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'`)
    .all() as { readonly type: string; readonly name: string; readonly sql: string }[];
  reader.close();
  const tables = objects.filter(({ type }) => type === 'table');
  const script = join(folder, 'copy.sql');
  const statements = [
    `ATTACH '${file}' AS filled;`,
    'PRAGMA cache_size = -256000;',
    'BEGIN;',
    ...objects.map(({ sql }) => `${sql};`),
    // A condition keeps SQLite from copying whole pages' worth of records without looking at them.
    ...tables.map(({ name }) => `INSERT INTO main.${name} SELECT * FROM filled.${name} WHERE 1 = 1;`),
    'COMMIT;',
  ];
  writeFileSync(script, statements.join('\n'));
  const begun = performance.now();
  execFileSync('sqlite3', [copy, `.read ${script}`]);
  return performance.now() - begun;
}
