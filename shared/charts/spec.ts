import { z } from 'zod';

/** More than any chart shows; a description from a file is untrusted input. */
const POINTS_AT_MOST = 5000;
const line = z.string().max(2000);

/** What a series or a single bar means; the look of a drawing makes a colour of it. */
export const CHART_TONES = [
  'green',
  'yellow',
  'red',
  'undetermined',
  'empty',
  'full',
  'most',
  'reported',
  'operating',
  'neutral',
  'house',
] as const;
export type ChartTone = (typeof CHART_TONES)[number];
const tone = z.enum(CHART_TONES);

/** How figures are written. Percent values are fractions (0..1), shown as percent at the very end. */
const unit = z.enum(['integer', 'decimal', 'percent']);
export type ChartUnit = z.infer<typeof unit>;

/** As long as the points of the axis; null where there is no figure, which is never drawn as 0. */
const values = z.array(z.number().nullable()).max(POINTS_AT_MOST).readonly();

/**
 * What a hole among the values is called in tables and files, the same for all or point by point; a dash and an empty cell
 * where that says enough.
 */
const empty = z.union([line, z.array(line.nullable()).max(POINTS_AT_MOST).readonly()]).exactOptional();
export type ChartEmpty = z.infer<typeof line> | readonly (string | null)[];

const series = z
  .object({
    name: line,
    tone,
    values,
    /** What single points mean, where it is not the same for all. */
    states: z.array(tone).max(POINTS_AT_MOST).readonly().exactOptional(),
    dash: z.enum(['dashed', 'dotted']).exactOptional(),
    /** Its points are the ends of straight lines: what lies between them is no hole. */
    joined: z.literal(true).exactOptional(),
    empty,
  })
  .readonly();

const axis = z
  .object({
    kind: z.enum(['cuts', 'months', 'days', 'classes', 'units']),
    /** What the points are, as the head of their column. */
    name: line,
    /** UTC instants of cuts; days (yyyy-mm-dd), months by their first one; the words of classes and units. */
    points: z.array(line).max(POINTS_AT_MOST).readonly(),
    /** The point that is on screen. */
    current: line.exactOptional(),
    /** Of an axis of days; it may lie beyond the points. */
    deadline: z.object({ day: z.iso.date(), name: line }).readonly().exactOptional(),
  })
  .readonly();
export type ChartAxis = z.infer<typeof axis>;

const chart = z
  .object({
    title: line,
    /** Bars lie, the first on top; columns stand. */
    form: z.enum(['lines', 'columns', 'bars']),
    axis,
    /** Code of the newest cut whose figures are in it. */
    asOf: line,
    unit,
    series: z.array(series).max(40).readonly(),
    stacked: z.literal(true).exactOptional(),
    /** Lines across: thresholds of the rule set, the figure of the whole country. */
    thresholds: z
      .array(z.object({ name: line, value: z.number(), tone }).readonly())
      .max(10)
      .readonly()
      .exactOptional(),
    /** Upper end of the value axis; 1 for shares of a whole. */
    maximum: z.number().exactOptional(),
    /** Figures that stand in the table only. */
    beside: z
      .array(z.object({ name: line, unit, values, empty }).readonly())
      .max(10)
      .readonly()
      .exactOptional(),
  })
  .readonly();

/**
 * A chart as data, made once by whoever has the figures: from it come the drawing on screen and on paper, the table
 * beside it, its files, the native chart of a slide with its workbook, and the words for those who cannot see it.
 */
export type ChartSpec = z.infer<typeof chart>;
export type ChartSeries = ChartSpec['series'][number];

/** Why the chart would be a false one, such as a series shifted against its axis; null for a sound one. */
export function chartFault({ axis: { kind, points }, series: all, beside = [] }: ChartSpec): string | null {
  const isTime = kind === 'cuts' || kind === 'months' || kind === 'days';
  const strange = isTime ? points.find((point) => Number.isNaN(Date.parse(point))) : undefined;
  if (strange !== undefined) return `"${strange}" is no time`;
  const words = [...all, ...beside].map(({ name, empty: said }) => ({
    name,
    values: typeof said === 'string' ? undefined : said,
  }));
  const lists = [...all, ...all.map(({ name, states }) => ({ name, values: states })), ...beside, ...words];
  const short = lists.find((one) => one.values !== undefined && one.values.length !== points.length);
  return short === undefined
    ? null
    : `"${short.name}" has ${short.values?.length} values for ${points.length} points`;
}

/** A chart that comes from elsewhere. */
export const chartSpec = chart.refine((spec) => chartFault(spec) === null);
