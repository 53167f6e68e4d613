import { columnWriter as writerOf } from '#shared/text/figure-writer.ts';
import type { Formatter } from '#shared/text/format.ts';
import type { ChartAxis, ChartEmpty, ChartSpec, ChartUnit } from './spec.ts';

/** One column of a chart's figures; the first is the axis itself. */
export interface ChartColumn {
  readonly name: string;
  readonly format: ChartUnit | 'text' | 'date' | 'time';
  readonly values: readonly (string | number | null)[];
}

/** A point of the axis as people read it; along the axis itself there is less room. */
export function writePoint({ kind }: ChartAxis, point: string, format: Formatter, isShort = false): string {
  if (kind === 'cuts') return isShort ? format.dayAndMonth(point) : format.dateTime(point);
  if (kind === 'months') return format.month(point);
  return kind === 'days' ? format.date(point) : point;
}

type Figures = readonly (number | null)[];

/** Writes a column's figures with the same decimals, and where there is none what a hole of it is called. */
function columnWriter(
  unit: ChartUnit,
  column: Figures,
  format: Formatter,
  { limits = [], empty }: { readonly limits?: Figures; readonly empty?: ChartEmpty | undefined } = {},
) {
  const write = writerOf(unit, column, limits, format);
  return (value: number | null, at = 0) => (value === null ? holeAt(empty, at) : null) ?? write(value);
}

/** What the hole at a point is called; null where nothing is said of it. */
function holeAt(empty: ChartEmpty | undefined, at: number): string | null {
  return typeof empty === 'string' ? empty : (empty?.[at] ?? null);
}

/** What figures are judged by, which the line of the whole country does not. */
function limitsOf({ thresholds = [] }: ChartSpec): number[] {
  return thresholds.filter(({ tone }) => tone !== 'neutral').map(({ value }) => value);
}

/** A figure of the chart as people read it; a dash where there is none. */
export function writeFigure(spec: ChartSpec, value: number | null, format: Formatter): string {
  return columnWriter(spec.unit, [value], format, { limits: limitsOf(spec) })(value);
}

const AXIS_FORMATS = { cuts: 'time', months: 'text', days: 'date', classes: 'text', units: 'text' } as const;

/** The figures as columns of equal length, for tables and files: nothing is written into a hole. */
export function chartColumns(
  { axis, unit, series, beside = [] }: ChartSpec,
  format: Formatter,
): ChartColumn[] {
  const points = axis.points.map((point) => (axis.kind === 'months' ? format.month(point) : point));
  return [
    { name: axis.name, format: AXIS_FORMATS[axis.kind], values: points },
    ...series.map(({ name, values, empty }) => ({ name, format: unit, values: withWords(values, empty) })),
    ...beside.map((one) => ({
      name: one.name,
      format: one.unit,
      values: withWords(one.values, one.empty),
    })),
  ];
}

function withWords(values: Figures, empty: ChartEmpty | undefined): readonly (number | string | null)[] {
  return values.map((value, at) => value ?? holeAt(empty, at));
}

/** The same figures in rows of words, for those who cannot or would rather not read the picture. */
export function chartRows(spec: ChartSpec, format: Formatter): string[][] {
  const { axis, unit, series, beside = [] } = spec;
  const columns = [
    ...series.map(({ values, empty }) => ({
      values,
      write: columnWriter(unit, values, format, { limits: limitsOf(spec), empty }),
    })),
    ...beside.map(({ values, unit: own, empty }) => ({
      values,
      write: columnWriter(own, values, format, { empty }),
    })),
  ];
  return axis.points.map((point, at) => [
    writePoint(axis, point, format),
    ...columns.map(({ values, write }) => write(values[at] ?? null, at)),
  ]);
}

/** True when not one figure is there to draw; a zero is a figure. */
export function isChartEmpty(spec: ChartSpec): boolean {
  return spec.series.every((series) => series.values.every((value) => value === null));
}

/** More points than this have letters of a smaller size. */
const DENSE_FROM = 25;

/** Points so close that their letters must be smaller. */
export function isDense({ axis }: ChartSpec): boolean {
  return axis.points.length >= DENSE_FROM;
}

/** A part of a bar narrower than this share of the longest bar has no room for its figure. */
const LABELLED_FROM = 0.04;
/** Columns of parts closer than this have no room for figures at all. */
const LABELLED_COLUMNS = 12;

/** The least value whose bar gets its figure written to it: Infinity for none; a part of a bar that is 0 never does. */
export function leastLabelled({ axis, form, series, stacked }: ChartSpec): number {
  if (form === 'lines') return Number.POSITIVE_INFINITY;
  if (stacked === undefined) return Number.NEGATIVE_INFINITY;
  if (form === 'columns' && axis.points.length > LABELLED_COLUMNS) return Number.POSITIVE_INFINITY;
  const totals = axis.points.map((_, at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0));
  return Math.max(Number.MIN_VALUE, Math.max(0, ...totals) * LABELLED_FROM);
}
