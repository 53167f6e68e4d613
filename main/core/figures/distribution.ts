import type { IndicatorKind } from '#shared/domain/model.ts';

const CLASSES = 20;

export interface DistributionClass {
  readonly from: number;
  readonly to: number;
  readonly communes: number;
}

/**
 * How the values spread over twenty equal classes: of ratios and criteria from 0 to 1, of counts from 0 to the
 * largest value. The last class holds its upper edge; no values give no classes.
 */
export function distributionOf(values: readonly number[], kind: IndicatorKind): DistributionClass[] {
  if (values.length === 0) return [];
  const top = kind === 'count' ? Math.max(1, ...values) : 1;
  const counts = new Array<number>(CLASSES).fill(0);
  for (const value of values) {
    const place = Math.min(CLASSES - 1, Math.max(0, Math.floor((value / top) * CLASSES)));
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return counts.map((communes, place) => ({
    from: (place * top) / CLASSES,
    to: ((place + 1) * top) / CLASSES,
    communes,
  }));
}
