import { excelDay } from '#main/core/brief/xlsx/cells.ts';
import { writePoint } from '#shared/charts/reading.ts';
import type { ChartSeries, ChartSpec } from '#shared/charts/spec.ts';
import { dayNumber } from '#shared/domain/periods.ts';
import { createFormatter } from '#shared/text/format.ts';

/** A series as Office holds it; what is no figure has a role of its own. */
export interface NativeSeries
  extends Pick<ChartSeries, 'name' | 'tone' | 'values' | 'states' | 'dash' | 'joined'> {
  readonly role: 'figures' | 'threshold' | 'deadline';
}

/** The rows and columns behind a native chart. Labels of days are Excel's numbers of them. */
export interface NativeTable {
  readonly labels: readonly string[];
  readonly series: readonly NativeSeries[];
}

/**
 * The figures of a chart as Office draws them. It knows no thresholds and no deadlines: each is a series of its own,
 * but for lines across bars that lie, which Office cannot draw. Points of a straight line stand at every day.
 */
export function nativeTable(chart: ChartSpec): NativeTable {
  const { axis, form, series, thresholds = [] } = chart;
  const points = pointsOf(chart);
  const format = createFormatter('vi');
  const across = form === 'bars' ? [] : thresholds;
  return {
    labels: points.map((point) =>
      axis.kind === 'days' ? String(excelDay(point) ?? '') : writePoint(axis, point, format, true),
    ),
    series: [
      ...series.map((one) => ({
        ...one,
        role: 'figures' as const,
        values: valuesAt(one, axis.points, points),
      })),
      ...across.map(({ name, value, tone }) => ({
        ...{ name, tone, role: 'threshold' as const, dash: 'dotted' as const },
        values: points.map(() => value),
      })),
      ...deadlineSeries(chart, points),
    ],
  };
}

/** A deadline gets a point of its own where only straight lines run past it: elsewhere it would tear a line. */
function pointsOf({ axis: { points, deadline }, series }: ChartSpec): readonly string[] {
  const measured = points.findLast((_, at) =>
    series.some(({ joined, values }) => joined === undefined && (values[at] ?? null) !== null),
  );
  const day = deadline?.day;
  const isAhead = day !== undefined && day > (measured ?? '') && day < (points.at(-1) ?? '');
  return isAhead && !points.includes(day) ? [...points, day].sort() : points;
}

function valuesAt({ values, joined }: ChartSeries, known: readonly string[], points: readonly string[]) {
  const ends = known.flatMap((point, at) => {
    const value = values[at] ?? null;
    return value === null ? [] : [{ day: dayNumber(point) ?? 0, value }];
  });
  return points.map((point) => {
    const value = values[known.indexOf(point)] ?? null;
    return value ?? (joined === true ? between(ends, dayNumber(point) ?? 0) : null);
  });
}

function between(ends: readonly { readonly day: number; readonly value: number }[], day: number) {
  const from = ends.findLast((end) => end.day < day);
  const to = ends.find((end) => end.day > day);
  if (from === undefined || to === undefined) return null;
  return from.value + ((to.value - from.value) * (day - from.day)) / (to.day - from.day);
}

/** Named in the legend also where it has no point of its own. */
function deadlineSeries({ axis: { deadline }, maximum = 1 }: ChartSpec, points: readonly string[]) {
  if (deadline === undefined) return [];
  const values = points.map((point) => (point === deadline.day ? maximum : null));
  return [{ name: deadline.name, tone: 'red' as const, role: 'deadline' as const, values }];
}
