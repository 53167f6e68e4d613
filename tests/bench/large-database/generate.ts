import { fileURLToPath } from 'node:url';
import { listCuts } from '#main/core/ground/cuts/store.ts';
import { prepareData } from '#main/core/prepare.ts';
import { openDatabase, type WriteDatabase } from '#main/db/open.ts';
import { fillIllustrativeData } from '#main/illustrative/fill.ts';
import { dayCut, monthCut } from '#shared/domain/cuts.ts';
import { addDays } from '#shared/domain/periods.ts';
import { recomputeCut } from '#tests/setup/recompute.ts';

const ASSETS = fileURLToPath(new URL('../../../assets', import.meta.url));
const BEGINNING = { kind: 'illustrative', fill: fillIllustrativeData } as const;
const FIRST_DAY = '2026-01-01';
/** Beside the catalogue's own, so that every commune has this many figures at each cut. */
export const INDICATORS = 30;
/** Raised when the generator makes other rows, so that a kept database is made anew. */
export const GENERATOR_VERSION = 1;
/** Computed by the program; the statuses of the other cuts are copies of theirs, row for row. */
export const COMPUTED = 3;

/**
 * Fills `file` with the built-in data and with daily cuts of a whole year: communes x 30 indicators x `days` figures,
 * statuses, sums and alert readings of every cut.
 */
export function generate(file: string, days: number): void {
  const connections = openDatabase(file);
  const database = connections.write;
  database.pragma('synchronous = OFF');
  database.transaction(() =>
    prepareData(database, {
      assetsFolder: ASSETS,
      clock: () => new Date('2026-01-01T00:00:00Z'),
      beginning: BEGINNING,
    }),
  )();
  database.transaction(() => addIndicators(database))();
  const cutIds = database.transaction(() => addCuts(database, days))();
  for (const cutId of cutIds) database.transaction(() => addFigures(database, cutId))();
  compute(database, cutIds);
  database.exec('ANALYZE');
  connections.close();
}

function addIndicators(database: WriteDatabase): void {
  const known = database.prepare('SELECT count(*) FROM indicator').pluck().get() as number;
  const sql = `
    INSERT INTO indicator (code, position, kind, direction, name, name_en, short_name, short_name_en, definition,
      definition_en, unit_label, unit_label_en, weight, origin)
    VALUES (?, ?, 'ratio', 'up', 'Đo', 'Bench', 'Đo', 'Bench', '', '', '%', '%', 0, 'illustrative')`;
  const insert = database.prepare(sql);
  for (let at = known; at < INDICATORS; at += 1) insert.run(`bench_${at}`, 1000 + at);
}

/** Row ids of the daily cuts in the order of time; a month cut at each month's end carries the outputs. */
function addCuts(database: WriteDatabase, days: number): number[] {
  const insert = database.prepare(
    'INSERT INTO cut (code, kind, start, as_of, due_at) VALUES (:code, :kind, :start, :asOf, :asOf)',
  );
  const ids: number[] = [];
  for (let day = 0; day < days; day += 1) {
    ids.push(Number(insert.run(dayCut(addDays(FIRST_DAY, day))).lastInsertRowid));
  }
  const months = new Set(
    Array.from({ length: days }, (_, day) => addDays(FIRST_DAY, day).slice(0, 7)).slice(0, -31),
  );
  for (const month of months) {
    const { lastInsertRowid } = insert.run(monthCut(month));
    addFigures(database, Number(lastInsertRowid));
  }
  database.exec(`INSERT INTO picture_event (cut_id, kind, at) SELECT id, 'complete', as_of FROM cut`);
  return ids;
}

// In the order of the key, so that the table only ever grows at its end. Numbers from row ids: the same every time.
function addFigures(database: WriteDatabase, cutId: number): void {
  const spread = '((unit.id * 7919 + indicator.id * 104729 + :cutId * 31) % 101)';
  const sql = `
    INSERT INTO observation (cut_id, indicator_id, unit_id, value, numerator, denominator, run_id)
    SELECT :cutId, indicator.id, unit.id,
      CASE indicator.kind WHEN 'criterion' THEN ${spread} < 92 WHEN 'count' THEN ${spread}
        ELSE ${spread} / 100.0 END,
      CASE indicator.kind WHEN 'ratio' THEN ${spread} END, CASE indicator.kind WHEN 'ratio' THEN 100 END,
      (SELECT min(id) FROM import_run)
    FROM indicator CROSS JOIN unit WHERE unit.level = 'commune' ORDER BY indicator.id, unit.id`;
  database.prepare(sql).run({ cutId });
}

function compute(database: WriteDatabase, cutIds: readonly number[]): void {
  const cuts = listCuts(database);
  const last = cutIds.slice(-COMPUTED);
  for (const id of last) {
    const cut = cuts.find((one) => one.id === id);
    if (cut !== undefined) database.transaction(() => recomputeCut(database, cut, cuts, null))();
  }
  const model = last[0];
  if (model === undefined) return;
  const others = cutIds.slice(0, -COMPUTED);
  database.transaction(() => {
    for (const table of ['unit_status', 'task_status', 'figure_total', 'alert_reading']) {
      const columns = database
        .prepare('SELECT name FROM pragma_table_info(?)')
        .pluck()
        .all(table) as string[];
      const rest = columns.filter((column) => column !== 'cut_id').join(', ');
      const copy = database.prepare(
        `INSERT INTO ${table} (cut_id, ${rest}) SELECT ?, ${rest} FROM ${table} WHERE cut_id = ?`,
      );
      for (const id of others) copy.run(id, model);
    }
  })();
}
