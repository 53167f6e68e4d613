/**
 * One small description of a chart, from which come the chart on screen, the picture, the native chart of a
 * slide and the sheet of a workbook, so that all four show the same figures.
 */
export const CHART_KINDS = ['ranking', 'stacked', 'line', 'doughnut', 'distribution'] as const;
export type ChartKind = (typeof CHART_KINDS)[number];

/** How values are written. Percent values are fractions (0..1), shown as percent at the very end. */
export type ValueFormat = 'integer' | 'decimal' | 'percent';

export interface ChartSeries {
  readonly name: string;
  /** #RRGGBB */
  readonly colour: string;
  /** As long as the categories; null where there is no figure, which is never drawn as 0. */
  readonly values: readonly (number | null)[];
}

/**
 * ranking: one series of horizontal bars, best first; stacked: horizontal bars of parts; line: over time;
 * doughnut: one series, each category a slice; distribution: one series of upright bars.
 */
export interface ChartSpec {
  readonly kind: ChartKind;
  readonly title: string;
  readonly categories: readonly string[];
  readonly series: readonly ChartSeries[];
  /** Colours of single bars or slices (#RRGGBB), as long as the categories. */
  readonly pointColours?: readonly string[];
  readonly format: ValueFormat;
  /** A line to compare bars with, such as the whole country's figure. */
  readonly reference?: { readonly label: string; readonly value: number };
  /** Upper end of the value axis; 1 for shares of a whole. */
  readonly maximum?: number;
}

/** True when not one figure is there to draw; a zero is a figure. */
export function isChartEmpty(spec: ChartSpec): boolean {
  return spec.series.every((series) => series.values.every((value) => value === null));
}

/** A part of a bar narrower than this share of the longest bar has no room for its figure. */
const LABELLED_FROM = 0.04;

/** The least value whose part of a stacked bar gets its figure written into it; a zero never does. */
export function leastLabelled({ series, categories }: ChartSpec): number {
  const totals = categories.map((_, at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0));
  return Math.max(Number.MIN_VALUE, Math.max(0, ...totals) * LABELLED_FROM);
}

/** Throws when a series or the colours are not as long as the categories: a shifted bar is a false figure. */
export function checkChart(spec: ChartSpec): ChartSpec {
  const expected = spec.categories.length;
  for (const series of spec.series) {
    if (series.values.length !== expected)
      throw new RangeError(
        `Series "${series.name}" has ${series.values.length} values for ${expected} categories`,
      );
  }
  if (spec.pointColours !== undefined && spec.pointColours.length !== expected)
    throw new RangeError(`${spec.pointColours.length} colours for ${expected} categories`);
  return spec;
}
