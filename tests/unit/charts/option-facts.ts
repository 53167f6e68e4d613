import { chartOption } from '#shared/charts/option.ts';
import type { ChartSpec } from '#shared/charts/spec.ts';
import { chartStyle } from '#shared/charts/style.ts';
import { createFormatter } from '#shared/text/format.ts';

interface Loose {
  readonly [key: string]: unknown;
}

/** What a reader of the drawing on screen sees, a line for the axis, each series and each line across or upright. */
export function optionFacts(spec: ChartSpec): string[] {
  const option = chartOption(spec, chartStyle(createFormatter('vi')));
  const series = option.series as readonly Loose[];
  const { type, data } = option.xAxis as Loose;
  const { max, axisLabel } = option.yAxis as Loose;
  const write = (axisLabel as { formatter: (value: number) => string }).formatter;
  const [{ markLine } = {}] = series;
  const marks = (markLine as { data: readonly Loose[] }).data;
  return [
    type === 'category' ? (data as string[]).join('; ') : String(type),
    `${write(0)} to ${max === undefined ? 'what is there' : write(Number(max))}`,
    ...series.map(seriesFacts),
    ...marks.map(markFacts),
    ...(option.legend === undefined ? [] : ['legend']),
  ];
}

function seriesFacts({ type, name, color, stack, data, lineStyle, itemStyle, connectNulls }: Loose): string {
  const look = [
    (lineStyle as Loose | undefined)?.type,
    stack === undefined ? '' : 'stacked',
    (itemStyle as Loose | undefined)?.decal === undefined ? '' : 'hatched',
    connectNulls === true ? 'joined' : '',
  ];
  const figures = (data as readonly unknown[]).map(figureFacts);
  return [type, ...look, color, `${name}:`, ...figures]
    .filter((word) => word !== '' && word !== undefined)
    .join(' ');
}

/** A day stands before its figure, a single bar's colour behind it. */
function figureFacts(item: unknown): string {
  if (Array.isArray(item)) return item[1] === '-' ? '-' : `${dayOf(item[0])}=${item[1]}`;
  if (typeof item !== 'object' || item === null) return String(item ?? '-');
  const { value, itemStyle } = item as { value: unknown; itemStyle: Loose };
  return `${value}${itemStyle.color}`;
}

const dayOf = (time: unknown): string => new Date(Number(time)).toISOString().slice(0, 10);

function markFacts({ xAxis, yAxis, label, lineStyle }: Loose): string {
  const place = Number(xAxis) > 1000 ? dayOf(xAxis) : xAxis;
  const words = (label as { formatter?: () => string }).formatter?.() ?? '';
  const where = yAxis === undefined ? `upright at ${place}` : `across at ${yAxis}`;
  return `${where} ${(lineStyle as Loose).color} ${words}`.trim();
}
