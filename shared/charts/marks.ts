import { SELECTION } from '#shared/domain/colours.ts';
import type { ChartSpec } from './spec.ts';
import { type ChartStyle, toneColour } from './style.ts';

/** The lines that belong to no series: thresholds across, the point on screen and the deadline upright. */
export function markLine(spec: ChartSpec, style: ChartStyle) {
  const data = [...thresholds(spec, style), ...current(spec, style), ...deadline(spec, style)];
  return { silent: true, symbol: 'none', data };
}

function thresholds(spec: ChartSpec, style: ChartStyle) {
  const { thresholds: all = [], form } = spec;
  const { textSoft: color, fontFamily } = style;
  return all.map(({ name, value, tone }) => ({
    ...(form === 'bars' ? { xAxis: value } : { yAxis: value }),
    name,
    lineStyle: { color: toneColour(tone, style), type: 'dotted' as const, width: 1.5 },
    label: {
      show: true,
      position: form === 'bars' ? ('start' as const) : placeOf(spec, value),
      formatter: () => name,
      color,
      fontSize: style.fontSize * 0.85,
      fontFamily,
    },
  }));
}

/** The end of the line where the curves leave more room for its words. Columns are ranked from the left. */
function placeOf({ form, series }: ChartSpec, threshold: number): 'insideStartTop' | 'insideEndTop' {
  const room = (pick: (values: readonly number[]) => number | undefined): number =>
    Math.min(
      ...series.map(({ values }) => {
        const value = pick(values.filter((one) => one !== null));
        return value === undefined ? Number.POSITIVE_INFINITY : Math.abs(value - threshold);
      }),
    );
  const isFreeAtEnd = room((values) => values.at(-1)) > room((values) => values[0]);
  return form === 'columns' || isFreeAtEnd ? 'insideEndTop' : 'insideStartTop';
}

function current({ axis }: ChartSpec, style: ChartStyle) {
  const at = axis.points.indexOf(axis.current ?? '');
  const lineStyle = { color: SELECTION[style.theme], type: 'solid' as const, width: 1.5 };
  return at === -1 ? [] : [{ xAxis: at, lineStyle, label: { show: false } }];
}

function deadline({ axis }: ChartSpec, style: ChartStyle) {
  if (axis.deadline === undefined) return [];
  const { day, name } = axis.deadline;
  const { text: color, fontSize, fontFamily } = style;
  const lineStyle = { color: toneColour('red', style), type: 'solid' as const, width: 1.5 };
  const label = { show: true, formatter: () => name, color, fontSize, fontFamily, position: 'end' as const };
  return [{ xAxis: Date.parse(day), lineStyle, label }];
}
