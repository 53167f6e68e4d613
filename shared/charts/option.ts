import type { EChartsOption } from 'echarts';
import { inkOn } from '#shared/domain/colours.ts';
import { markLine } from './marks.ts';
import { leastLabelled, writeFigure, writePoint } from './reading.ts';
import type { ChartSeries, ChartSpec } from './spec.ts';
import { type ChartStyle, toneColour } from './style.ts';

/** The ECharts option of a chart, without title: the page or the picture writes that. No animation: figures are read. */
export function chartOption(spec: ChartSpec, style: ChartStyle): EChartsOption {
  const along = spec.axis.kind === 'days' ? timeAxis(spec, style) : categoryAxis(spec, style);
  const across = valueAxis(spec, style);
  const isLying = spec.form === 'bars';
  return {
    animation: false,
    // Days are told apart at midnight UTC wherever the machine stands.
    useUTC: true,
    textStyle: { ...letters(style), color: style.text },
    ...(hasLegend(spec) ? { legend: legend(style) } : {}),
    ...(style.isPaper ? {} : { tooltip: tooltip(spec, style) }),
    grid: grid(spec, style),
    xAxis: isLying ? across : along,
    yAxis: isLying ? along : across,
    series: spec.series.map((series, at) => ({
      ...(spec.form === 'lines' ? lineSeries(series, spec, style) : barSeries(series, spec, style)),
      ...(at === 0 ? { markLine: markLine(spec, style) } : {}),
    })),
  };
}

/** A single series is named by the title. */
function hasLegend({ series, axis }: ChartSpec): boolean {
  return series.length > 1 || axis.kind === 'days';
}

function letters({ fontFamily, fontSize }: ChartStyle) {
  return { fontFamily, fontSize };
}

function legend(style: ChartStyle) {
  const { fontSize } = style;
  return {
    top: 0,
    left: 0,
    // The corner on the right holds the buttons of the screen.
    right: style.isPaper ? 0 : fontSize * 7,
    itemWidth: fontSize * 1.8,
    itemHeight: fontSize * 0.7,
    itemGap: fontSize,
    textStyle: { ...letters(style), color: style.text },
  };
}

/** Drawn as text inside the picture: names from files never become markup. */
function tooltip(spec: ChartSpec, style: ChartStyle) {
  return {
    trigger: 'axis' as const,
    renderMode: 'richText' as const,
    confine: true,
    backgroundColor: style.surface,
    borderColor: style.line,
    textStyle: { ...letters(style), color: style.text },
    axisPointer: { type: 'line' as const, lineStyle: { color: style.textSoft } },
    valueFormatter: (value: unknown) =>
      writeFigure(spec, typeof value === 'number' ? value : null, style.format),
  };
}

/** Room round the plot in pixels; labels of axes are kept inside. */
function grid(spec: ChartSpec, { fontSize, isPaper }: ChartStyle) {
  const isFramed = hasLegend(spec) || !isPaper;
  const hasUprightLines =
    spec.axis.deadline !== undefined || (spec.form === 'bars' && spec.thresholds !== undefined);
  const figures = isPaper && spec.stacked === undefined ? spec.form : 'lines';
  return {
    left: 4,
    bottom: 4,
    right: fontSize * (figures === 'bars' ? 5 : spec.axis.kind === 'days' ? 3.5 : 1),
    top: fontSize * ((isFramed ? 2.4 : figures === 'columns' ? 1.8 : 0.8) + (hasUprightLines ? 1.8 : 0)),
    outerBoundsMode: 'same' as const,
    outerBoundsContain: 'axisLabel' as const,
  };
}

function valueAxis(spec: ChartSpec, style: ChartStyle) {
  const { unit, maximum } = spec;
  return {
    type: 'value' as const,
    min: 0,
    ...(maximum === undefined ? {} : { max: maximum }),
    // Counts have no halves: without this a small chart labels 0.5 as 1.
    ...(unit === 'integer' ? { minInterval: 1 } : {}),
    // Shares in quarters: left to itself, the axis sets 100% right above 90%.
    ...(maximum === 1 ? { interval: 0.25 } : { splitNumber: 4 }),
    axisLabel: {
      ...letters(style),
      color: style.textSoft,
      hideOverlap: true,
      formatter: (value: number) => writeFigure(spec, value, style.format),
    },
    splitLine: { lineStyle: { color: style.line } },
  };
}

/** Turned as far as names of units stay readable when more of them stand side by side than fit (degrees). */
const TURNED = 55;
const LEVEL_NAMES = 12;

function categoryAxis({ axis, form }: ChartSpec, style: ChartStyle) {
  const isLying = form === 'bars';
  // Bars carry figures of their own, so each is named; of points in time every second one tells enough.
  const isNamed = isLying || (style.isPaper && (axis.kind === 'units' || axis.kind === 'classes'));
  return {
    type: 'category' as const,
    data: axis.points.map((point) => writePoint(axis, point, style.format, true)),
    inverse: isLying,
    boundaryGap: form !== 'lines',
    axisTick: { show: false },
    axisLine: { lineStyle: { color: style.line } },
    axisLabel: {
      ...letters(style),
      color: isLying ? style.text : style.textSoft,
      ...(isNamed ? { interval: 0 } : { hideOverlap: true }),
      ...(isNamed && !isLying && axis.points.length > LEVEL_NAMES ? { rotate: TURNED } : {}),
      // A line starts on the value axis: its first label, too, and leaves the zero beside it readable.
      ...(form === 'lines' ? { alignMinLabel: 'left' as const, alignMaxLabel: 'right' as const } : {}),
      ...(axis.kind === 'classes' ? { margin: style.fontSize } : {}),
    },
  };
}

function timeAxis({ axis }: ChartSpec, style: ChartStyle) {
  const write = (time: number) => writePoint(axis, new Date(time).toISOString().slice(0, 10), style.format);
  return {
    type: 'time' as const,
    axisLabel: { ...letters(style), color: style.textSoft, hideOverlap: true, formatter: write },
    axisLine: { lineStyle: { color: style.line } },
    axisTick: { show: false },
    axisPointer: { label: { formatter: ({ value }: { value: unknown }) => write(Number(value)) } },
  };
}

function lineSeries(series: ChartSeries, { axis }: ChartSpec, style: ChartStyle) {
  const color = toneColour(series.tone, style);
  const isOpen = series.dash !== undefined;
  return {
    type: 'line' as const,
    name: series.name,
    color,
    data:
      axis.kind === 'days'
        ? series.values.map((value, at) => [Date.parse(axis.points[at] ?? ''), value ?? '-'])
        : [...series.values],
    connectNulls: series.joined === true,
    symbol: isOpen ? 'emptyCircle' : 'circle',
    symbolSize: style.isPaper ? 6 : style.fontSize * 0.4,
    showAllSymbol: axis.kind === 'days' ? ('auto' as const) : false,
    // Crowded names are small on paper; lines are not.
    lineStyle: {
      width: style.isPaper ? 3 : style.fontSize / 6,
      color,
      type: series.dash ?? ('solid' as const),
    },
  };
}

function barSeries(series: ChartSeries, spec: ChartSpec, style: ChartStyle) {
  const color = toneColour(series.tone, style);
  const looks = series.states?.map((state) => toneLook(state, style));
  return {
    type: 'bar' as const,
    name: series.name,
    color,
    ...(spec.stacked === undefined ? {} : { stack: 'whole' }),
    ...(HATCHED.has(series.tone) ? { itemStyle: toneLook(series.tone, style) } : {}),
    barCategoryGap:
      spec.axis.kind === 'classes' ? '8%' : spec.stacked && spec.form === 'bars' ? '35%' : '25%',
    data: series.values.map((value, at) =>
      looks === undefined ? (value ?? '-') : { value: value ?? '-', itemStyle: looks[at] ?? {} },
    ),
    ...(style.isPaper ? { label: { ...barLabel(color, spec, style), ...plateOf(series.tone, color) } } : {}),
  };
}

const HATCHED: ReadonlySet<ChartSeries['tone']> = new Set(['empty', 'undetermined']);

/** Diagonal lines on what was not reported, as on the map and in every bar; light ones the other way on what is undetermined. */
function toneLook(tone: ChartSeries['tone'], style: ChartStyle) {
  const color = toneColour(tone, style);
  if (tone === 'undetermined') {
    const stripes = { dashArrayX: [1, 0], dashArrayY: [1.5, 4], rotation: Math.PI / 4 };
    return { color, decal: { symbol: 'rect', color: toneColour('empty', style), ...stripes } };
  }
  if (tone !== 'empty') return { color };
  const hatch = style.theme === 'light' ? '#7C8490' : '#8C94A3';
  const lines = { dashArrayX: [1, 0], dashArrayY: [1.5, 4], rotation: -Math.PI / 4 };
  return { color, decal: { symbol: 'rect', color: hatch, ...lines } };
}

/** Under a figure on lines. */
function plateOf(tone: ChartSeries['tone'], color: string) {
  return tone === 'undetermined' ? { backgroundColor: color, padding: [1, 3] } : {};
}

function barLabel(color: string, spec: ChartSpec, style: ChartStyle) {
  const least = leastLabelled(spec);
  const isInside = spec.stacked !== undefined;
  const beyond = spec.form === 'bars' ? ('right' as const) : ('top' as const);
  return {
    show: least !== Number.POSITIVE_INFINITY,
    color: isInside ? inkOn(color) : style.text,
    position: isInside ? ('inside' as const) : beyond,
    formatter: ({ value }: { value?: unknown }) =>
      typeof value === 'number' && value >= least ? writeFigure(spec, value, style.format) : '',
  };
}
