import type { WriteDatabase } from '#main/db/open.ts';
import type { FigureColumns, FigureTable } from './check/figure-table.ts';
import type { CommitStep } from './commit.ts';
import { diffFigures, FIGURE_STATES, ranksOf } from './diff.ts';
import { type RunTotals, setRunTotals } from './store.ts';

const ROWS_AT_ONCE = 100;
const ROWS_PER_STEP = 10_000;
const COLUMNS = 'cut_id, indicator_id, unit_id, value, numerator, denominator, run_id, sheet, row, note';
const ONE_ROW = '(:cut, :indicator, ?, ?, ?, ?, :run, ?, ?, ?)';
const BOUND_PER_ROW = 7;

export interface WrittenFigures {
  readonly totals: RunTotals;
  /** For each run the ids of the units that it brought something new for. */
  readonly units: readonly ReadonlySet<number>[];
}

/** The run that a figure, by its cut's and its own position, is written under. */
export type RunOf = (cut: number, position: number) => number;

/**
 * Writes the new and changed figures of a file, one run for each of its cuts in their order, and the totals of the
 * runs. Compares anew inside the transaction: what the preview saw may have changed since.
 */
export function* writeFigures(
  database: WriteDatabase,
  figures: FigureTable,
  runs: readonly { readonly id: number }[],
  runOf: RunOf = (cut) => runs[cut]?.id ?? 0,
): Generator<CommitStep, WrittenFigures> {
  const { order, states } = diffFigures(database, figures);
  const ranks = ranksOf(database, figures);
  const columns = figures.columns();
  const replace = replaceFigure(database);
  const batch = createBatch(database);
  const tallies = runs.map(() => ({ rows: 0, added: 0, changed: 0, same: 0, units: new Set<number>() }));
  for (let step = 0; step < order.length; step += 1) {
    const position = order[step] ?? 0;
    const cut = columns.cut[position] ?? 0;
    const run = runs[cut];
    const tally = tallies[cut];
    if (run === undefined || tally === undefined) continue;
    tally.rows += 1;
    const state = FIGURE_STATES[states[position] ?? 0];
    const unit = ranks.units[columns.unit[position] ?? 0] ?? 0;
    const key = [
      ranks.cuts[cut] ?? 0,
      ranks.indicators[columns.indicator[position] ?? 0] ?? 0,
      unit,
    ] as const;
    if (state === 'new') {
      tally.added += 1;
      batch.add(key, runOf(cut, position), columns, position);
    } else if (state === 'changed') {
      tally.changed += 1;
      replace(key, runOf(cut, position), columns, position);
    } else tally.same += 1;
    if (state !== 'same') tally.units.add(unit);
    if ((step + 1) % ROWS_PER_STEP === 0) yield { stage: 'figures', done: step + 1, total: order.length };
  }
  batch.flush();
  for (const [index, run] of runs.entries()) {
    const { rows = 0, added = 0, changed = 0, same = 0 } = tallies[index] ?? {};
    setRunTotals(database, run.id, { rows, added, changed, same });
  }
  return { totals: sumOf(tallies), units: tallies.map(({ units }) => units) };
}

function sumOf(tallies: readonly RunTotals[]): RunTotals {
  const sum = (name: keyof RunTotals): number => tallies.reduce((total, one) => total + one[name], 0);
  return { rows: sum('rows'), added: sum('added'), changed: sum('changed'), same: sum('same') };
}

type Key = readonly [number, number, number];

function orNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

/**
 * Inserts figures in statements of many rows. What the rows of one cut and indicator share is bound once for all of
 * them, which leaves half as much to hand over.
 */
function createBatch(database: WriteDatabase) {
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
function replaceFigure(database: WriteDatabase) {
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
