import type { EChartsOption } from 'echarts';
import type { ChartSeries, ChartSpec } from './spec.ts';

interface LooseSeries {
  readonly type?: string;
  readonly name?: string;
  readonly stack?: string;
  readonly color?: unknown;
  readonly itemStyle?: { readonly color?: unknown };
  readonly lineStyle?: { readonly color?: unknown };
  readonly data?: readonly unknown[];
}

interface LooseAxis {
  readonly type?: string;
  readonly data?: readonly unknown[];
}

/** Where a series names no colour of its own. */
const PLAIN = '#6B7887';

/**
 * The chart that a screen shows, as the specification briefings are made from: its bars and lines with their
 * figures, holes left holes. Percent when `isShare`. Null for a drawing that has no categories.
 */
export function specFromOption(option: EChartsOption, title: string, isShare: boolean): ChartSpec | null {
  const axes = [...axisList(option.yAxis), ...axisList(option.xAxis)];
  const all = listOf(option.series as LooseSeries | readonly LooseSeries[] | undefined);
  const drawn = all.filter((series) => series.type === 'bar' || series.type === 'line');
  if (drawn.length === 0) return null;
  if (axes.some((one) => one.type === 'time')) return overTime(drawn, title, isShare);
  const axis = axes.find((one) => one.type === 'category' && one.data !== undefined);
  if (axis === undefined) return null;
  const categories = (axis.data ?? []).map(String);
  const isUpright = axisList(option.xAxis).includes(axis);
  const isLine = drawn.some((series) => series.type === 'line');
  const kind = isLine ? 'line' : isUpright ? 'distribution' : drawn.length > 1 ? 'stacked' : 'ranking';
  const colours = drawn[0] === undefined || drawn.length > 1 ? null : pointColours(drawn[0]);
  return {
    kind,
    title,
    categories,
    series: drawn.map((series) => seriesOf(series, categories.length)),
    ...(colours === null || isLine ? {} : { pointColours: colours }),
    format: isShare ? 'percent' : 'integer',
    ...(isShare ? { maximum: 1 } : {}),
  };
}

/** Lines whose points name their own day (yyyy-mm-dd): every day that any line knows becomes a category. */
function overTime(drawn: readonly LooseSeries[], title: string, isShare: boolean): ChartSpec {
  const points = drawn.map((series) => new Map((series.data ?? []).flatMap(pointOf)));
  const days = [...new Set(points.flatMap((each) => [...each.keys()]))].sort();
  return {
    kind: 'line',
    title,
    categories: days.map((day) => day.split('-').reverse().join('/')),
    series: drawn.map((series, at) => ({
      name: series.name ?? '',
      colour: colourOf(series),
      values: days.map((day) => points[at]?.get(day) ?? null),
    })),
    format: isShare ? 'percent' : 'integer',
    ...(isShare ? { maximum: 1 } : {}),
  };
}

function pointOf(item: unknown): [string, number | null][] {
  const pair = typeof item === 'object' && item !== null && 'value' in item ? item.value : item;
  return Array.isArray(pair) ? [[String(pair[0]).slice(0, 10), figureOf(pair[1])]] : [];
}

function colourOf(series: LooseSeries): string {
  const own = [series.color, series.itemStyle?.color, series.lineStyle?.color].map(hexOf);
  return own.find((colour) => colour !== null) ?? pointColours(series)?.[0] ?? PLAIN;
}

function seriesOf(series: LooseSeries, length: number): ChartSeries {
  const data = series.data ?? [];
  return {
    name: series.name ?? '',
    colour: colourOf(series),
    values: Array.from({ length }, (_, at) => figureOf(data[at])),
  };
}

/** Numbers stand bare, in an object, or at the end of a pair; a hatched stub stands for 'no figure'. */
function figureOf(item: unknown): number | null {
  if (typeof item === 'number') return Number.isFinite(item) ? item : null;
  if (Array.isArray(item)) return figureOf(item.at(-1));
  if (typeof item !== 'object' || item === null || !('value' in item)) return null;
  const style = 'itemStyle' in item ? item.itemStyle : null;
  if (typeof style === 'object' && style !== null && 'decal' in style) return null;
  return figureOf(item.value);
}

function pointColours(series: LooseSeries): string[] | null {
  const colours = (series.data ?? []).map((item) => {
    const style = typeof item === 'object' && item !== null && 'itemStyle' in item ? item.itemStyle : null;
    return hexOf(typeof style === 'object' && style !== null && 'color' in style ? style.color : null);
  });
  return colours.length > 0 && colours.every((one) => one !== null) ? colours : null;
}

function hexOf(colour: unknown): string | null {
  return typeof colour === 'string' && /^#[0-9A-Fa-f]{6}$/.test(colour) ? colour : null;
}

function axisList(axis: EChartsOption['xAxis'] | EChartsOption['yAxis']): LooseAxis[] {
  return listOf(axis as LooseAxis | readonly LooseAxis[] | undefined);
}

function listOf<Item>(value: Item | readonly Item[] | undefined): Item[] {
  if (value === undefined) return [];
  return Array.isArray(value) ? [...value] : [value as Item];
}
