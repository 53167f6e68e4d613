import type { ReadDatabase } from '#main/db/open.ts';
import type { Figure } from '#shared/domain/model.ts';
import type { FigureTable } from './check/figure-table.ts';
import { existingFigures } from './figures-store.ts';
import { loadIds } from './store.ts';

export const FIGURE_STATES = ['new', 'changed', 'same'] as const;
export type FigureState = (typeof FIGURE_STATES)[number];

/** The figures of a file beside those of the database. */
export interface Diff {
  /** Positions in the figure table in the order of the primary key (cut, indicator, unit). */
  readonly order: Uint32Array;
  /** By position: index into FIGURE_STATES. */
  readonly states: Uint8Array;
  /** What changed figures were before, by position. */
  readonly before: ReadonlyMap<number, Figure>;
  readonly totals: Readonly<Record<FigureState, number>>;
}

const NEW = 0;
const CHANGED = 1;
const SAME = 2;
// Ratios come from the same two whole numbers, so only their last bit can differ.
const TOLERANCE = 1e-12;

/** Whether a figure of the file is in force as it stands. */
export function isSameAt({ states }: Diff, position: number): boolean {
  return states[position] === SAME;
}

/** Compares without writing. Cuts that do not exist yet count as empty. */
export function diffFigures(database: ReadDatabase, figures: FigureTable): Diff {
  const ranks = ranksOf(database, figures);
  const order = figures.sorted(ranks);
  const states = new Uint8Array(figures.size);
  const before = new Map<number, Figure>();
  const totals = { new: 0, changed: 0, same: 0 };
  const columns = figures.columns();
  const existing = existingFigures(
    database,
    ranks.cuts.filter((id) => id < NEW_CUT_FROM),
  );
  for (const position of order) {
    const cut = ranks.cuts[columns.cut[position] ?? 0] ?? 0;
    const indicator = ranks.indicators[columns.indicator[position] ?? 0] ?? 0;
    const unit = ranks.units[columns.unit[position] ?? 0] ?? 0;
    const found = cut >= NEW_CUT_FROM ? null : existing(cut, indicator, unit);
    const state = found === null ? NEW : isSame(found, position, columns) ? SAME : CHANGED;
    states[position] = state;
    totals[FIGURE_STATES[state] ?? 'new'] += 1;
    if (state === CHANGED && found !== null) {
      const { value, numerator, denominator } = found;
      before.set(position, { value, numerator, denominator });
    }
  }
  return { order, states, before, totals };
}

// Ranks of cuts that are not in the database yet: behind all that are.
const NEW_CUT_FROM = 1_000_000;

/** Row ids by position in the code lists: the order of the primary key. */
export function ranksOf(database: ReadDatabase, figures: FigureTable) {
  const cuts = loadIds(database, 'cut');
  const indicators = loadIds(database, 'indicator');
  const units = loadIds(database, 'unit');
  return {
    cuts: figures.cuts.codes.map((code, index) => cuts.get(code) ?? NEW_CUT_FROM + index),
    indicators: figures.indicators.codes.map((code) => required(indicators.get(code), code)),
    units: figures.units.codes.map((code) => required(units.get(code), code)),
  };
}

function required(id: number | undefined, code: string): number {
  if (id === undefined) throw new Error(`The register speaks of '${code}', the database does not`);
  return id;
}

function isSame(found: Figure, position: number, columns: ReturnType<FigureTable['columns']>): boolean {
  return (
    equal(found.value, columns.value[position]) &&
    equal(found.numerator, columns.numerator[position]) &&
    equal(found.denominator, columns.denominator[position])
  );
}

function equal(stored: number | null, given: number | undefined): boolean {
  if (given === undefined || Number.isNaN(given)) return stored === null;
  return stored !== null && Math.abs(stored - given) <= TOLERANCE * Math.max(1, Math.abs(given));
}
