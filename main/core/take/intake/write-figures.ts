import type { WriteDatabase } from '#main/db/open.ts';
import type { FigureTable } from './check/figure-table.ts';
import type { CommitStep } from './commit.ts';
import { diffFigures, FIGURE_STATES, ranksOf } from './diff.ts';
import { createBatch, replaceFigure } from './figures-store.ts';
import { type RunTotals, setRunTotals } from './store.ts';

const ROWS_PER_STEP = 10_000;
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
