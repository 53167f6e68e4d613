import type { Formatter } from './format.ts';

/** A figure of some indicator with what it is held against. */
export interface WrittenFigure {
  /** Of the indicator: 'count', or else a share. */
  readonly kind: string;
  readonly value: number | null;
  readonly thresholds?: readonly (number | null)[];
}

/** A count above the commune is a mean per commune. */
const MEAN_DIGITS = 1;

/** Writes the figures of one column: its shares with the same decimals, and its counts with theirs. */
export function figureWriter(
  column: readonly WrittenFigure[],
  format: Formatter,
): (figure: Pick<WrittenFigure, 'kind' | 'value'>) => string {
  const partOf = (figures: readonly WrittenFigure[]) =>
    [figures.map(({ value }) => value), figures.flatMap(({ thresholds = [] }) => thresholds)] as const;
  const [counts, countLimits] = partOf(column.filter(({ kind }) => kind === 'count'));
  const [shares, shareLimits] = partOf(column.filter(({ kind }) => kind !== 'count'));
  const writeCount = format.numbers(counts, MEAN_DIGITS, countLimits);
  const writeShare = format.percents(shares, shareLimits);
  return ({ kind, value }) => (kind === 'count' ? writeCount : writeShare)(value);
}
