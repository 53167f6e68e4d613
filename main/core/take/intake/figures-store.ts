import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import type { Figure } from '#shared/domain/model.ts';
import type { FigureColumns } from './check/figure-table.ts';

const ROWS_AT_ONCE = 100;
const COLUMNS = 'cut_id, indicator_id, unit_id, value, numerator, denominator, run_id, sheet, row, note';
const ONE_ROW = '(:cut, :indicator, ?, ?, ?, ?, :run, ?, ?, ?)';
const BOUND_PER_ROW = 7;

/** The figures of an indicator at a cut, by code of the unit. */
export function figuresByUnit(
  database: ReadDatabase,
): (cutId: number, indicator: string) => Map<string, Figure> {
  const select = database.prepare(`
    SELECT unit.code, observation.value, observation.numerator, observation.denominator
    FROM observation JOIN unit ON unit.id = observation.unit_id
    WHERE cut_id = ? AND indicator_id = (SELECT id FROM indicator WHERE code = ?)`);
  return (cutId, indicator) => {
    const rows = select.all(cutId, indicator) as (Figure & { code: string })[];
    return new Map(rows.map((row) => [row.code, row]));
  };
}

type Lookup = (cut: number, indicator: number, unit: number) => Figure | null;

/** Walks each cut's figures once, beside the sorted figures of the file. */
export function existingFigures(database: ReadDatabase, cutIds: readonly number[]): Lookup {
  const count = database.prepare('SELECT EXISTS (SELECT 1 FROM observation WHERE cut_id = ?)').pluck();
  const filled = new Set(cutIds.filter((id) => count.get(id) === 1));
  const select = database.prepare(
    'SELECT unit_id AS unit, value, numerator, denominator FROM observation WHERE cut_id = ? AND indicator_id = ?',
  );
  let current = { cut: -1, indicator: -1, figures: new Map<number, Figure>() };
  return (cut, indicator, unit) => {
    if (!filled.has(cut)) return null;
    if (current.cut !== cut || current.indicator !== indicator) {
      const rows = select.all(cut, indicator) as (Figure & { unit: number })[];
      current = { cut, indicator, figures: new Map(rows.map((row) => [row.unit, row])) };
    }
    return current.figures.get(unit) ?? null;
  };
}

type Key = readonly [number, number, number];

function orNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

/**
 * Inserts figures in statements of many rows. What the rows of one cut and indicator share is bound once for all of
 * them, which leaves half as much to hand over.
 */
export function createBatch(database: WriteDatabase) {
  const prepared = new Map<number, ReturnType<WriteDatabase['prepare']>>();
  const prepare = (count: number) => {
    const rows = Array(count).fill(ONE_ROW).join(', ');
    const statement =
      prepared.get(count) ?? database.prepare(`INSERT INTO observation (${COLUMNS}) VALUES ${rows}`);
    prepared.set(count, statement);
    return statement;
  };
  const many = prepare(ROWS_AT_ONCE);
  const shared = { cut: 0, indicator: 0, run: 0 };
  let values: (number | string | null)[] = [];
  const flush = (): void => {
    if (values.length > 0) prepare(values.length / BOUND_PER_ROW).run(values, shared);
    values = [];
  };
  return {
    add: ([cut, indicator, unit]: Key, run: number, columns: FigureColumns, position: number): void => {
      if (shared.indicator !== indicator || shared.cut !== cut || shared.run !== run) {
        flush();
        Object.assign(shared, { cut, indicator, run });
      }
      values.push(
        unit,
        orNull(columns.value[position]),
        orNull(columns.numerator[position]),
        orNull(columns.denominator[position]),
        columns.sheet[position] ?? 0,
        columns.row[position] ?? 0,
        columns.notes.size === 0 ? null : (columns.notes.get(position) ?? null),
      );
      if (values.length < ROWS_AT_ONCE * BOUND_PER_ROW) return;
      many.run(values, shared);
      values = [];
    },
    flush,
  };
}

/** Puts the old value into the past and the new one in its place. */
export function replaceFigure(database: WriteDatabase) {
  const keep = database.prepare(`
    INSERT INTO observation_past (${COLUMNS}, state, replaced_by, replaced_at)
    SELECT ${COLUMNS}, 'replaced', :run, (SELECT committed_at FROM import_run WHERE id = :run)
    FROM observation WHERE cut_id = :cut AND indicator_id = :indicator AND unit_id = :unit`);
  const update = database.prepare(`
    UPDATE observation SET value = :value, numerator = :numerator, denominator = :denominator, run_id = :run,
      sheet = :sheet, row = :row, note = :note
    WHERE cut_id = :cut AND indicator_id = :indicator AND unit_id = :unit`);
  return ([cut, indicator, unit]: Key, run: number, columns: FigureColumns, position: number): void => {
    keep.run({ cut, indicator, unit, run });
    update.run({
      cut,
      indicator,
      unit,
      run,
      value: orNull(columns.value[position]),
      numerator: orNull(columns.numerator[position]),
      denominator: orNull(columns.denominator[position]),
      sheet: columns.sheet[position] ?? 0,
      row: columns.row[position] ?? 0,
      note: columns.notes.get(position) ?? null,
    });
  };
}
