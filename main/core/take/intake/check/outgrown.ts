import type { IndicatorKind } from '#shared/domain/model.ts';
import type { ProblemValues } from '../problem.ts';
import type { FigureTable, StoredFigure } from './figure-table.ts';

/** How large each commune can be taken to be in an output of a month, by unit code; empty where nothing is known. */
export type KnownSizes = (cut: string, indicator: string) => ReadonlyMap<string, number>;

/** A ratio with more files than its commune can be taken to have. */
export interface Outgrown {
  readonly position: number;
  readonly figure: StoredFigure;
  /** So many files at most would not have been asked about. */
  readonly size: number;
}

/**
 * The ratios whose denominators are larger than all that is known of their communes. The bounds of a sum take a silent
 * commune to be no larger, so somebody has to say that they are right. Counts leap in every other commune, and the
 * largest leaps of theirs are noted as such.
 */
export function outgrownFigures(
  figures: FigureTable,
  kindOf: (indicator: string) => IndicatorKind,
  sizesOf: KnownSizes,
): Outgrown[] {
  const found: Outgrown[] = [];
  const sizesAt = sizesByColumn(figures, kindOf, sizesOf);
  const columns = figures.columns();
  for (let position = 0; position < figures.size; position += 1) {
    const sizes = sizesAt(columns.cut[position] ?? 0, columns.indicator[position] ?? 0);
    const size = sizes.get(figures.units.codes[columns.unit[position] ?? 0] ?? '');
    // A rate alone has no denominator (NaN) and is in no bounds of a sum.
    if (size === undefined || !((columns.denominator[position] ?? 0) > size)) continue;
    found.push({ position, figure: figures.get(position), size });
  }
  return found;
}

/** The values of its sentence. */
export function outgrownValues({ figure, size }: Outgrown): ProblemValues {
  const { unit, indicator, denominator } = figure;
  return { unit, indicator, now: denominator ?? 0, size: Math.floor(size) };
}

function sizesByColumn(
  { cuts, indicators }: FigureTable,
  kindOf: (indicator: string) => IndicatorKind,
  sizesOf: KnownSizes,
): (cut: number, indicator: number) => ReadonlyMap<string, number> {
  const known: ReadonlyMap<string, number>[][] = cuts.codes.map(() => []);
  return (cut, indicator) => {
    const row = known[cut] ?? [];
    const code = indicators.codes[indicator] ?? '';
    const sizes =
      row[indicator] ?? (kindOf(code) === 'ratio' ? sizesOf(cuts.codes[cut] ?? '', code) : new Map());
    row[indicator] = sizes;
    return sizes;
  };
}
