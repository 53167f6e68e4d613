import type { EChartsOption } from 'echarts';
import { axisLabel, baseOption, grid, legend, tooltip } from './parts.ts';
import { type ChartStyle, type ChartTone, toneColour } from './style.ts';

export interface TrendSeries {
  readonly name: string;
  readonly tone: ChartTone;
  /** One value for each label; null leaves a hole in the line, it is never drawn as zero. */
  readonly values: readonly (number | null)[];
  readonly dashed?: boolean;
}

export interface TrendSpec {
  /** Names of the points in time, oldest first. */
  readonly labels: readonly string[];
  readonly series: readonly TrendSeries[];
  readonly write: (value: number) => string;
  /** Lines across the plot: thresholds of the rule set. */
  readonly thresholds?: readonly {
    readonly value: number;
    readonly tone: ChartTone;
    /** Written above the line. */
    readonly name: string;
  }[];
  /** Top of the axis (1 for shares); by the data when left out. */
  readonly max?: number;
  /** Position of the point in time that is on screen. */
  readonly current?: number;
}

/** Lines over time with holes where nothing was reported, thresholds, and the cut on screen marked. */
export function trendLine(spec: TrendSpec, style: ChartStyle): EChartsOption {
  const hasLegend = spec.series.length > 1;
  return {
    ...baseOption(style),
    ...(hasLegend ? { legend: legend(style) } : {}),
    // Room above the plot for the legend, or for the screen's switch to the table.
    grid: grid(style, style.fontSize * 2.4),
    tooltip: {
      ...tooltip(style, 'axis'),
      valueFormatter: (value) => (typeof value === 'number' ? spec.write(value) : '–'),
    },
    xAxis: {
      type: 'category',
      data: [...spec.labels],
      boundaryGap: false,
      axisLabel: {
        ...axisLabel(style),
        hideOverlap: true,
        alignMinLabel: 'left',
        alignMaxLabel: 'right',
      },
      axisLine: { lineStyle: { color: style.line } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      min: 0,
      // Quarters of the scale: left to itself, the axis sets 100% right above 90%.
      ...(spec.max === undefined ? { splitNumber: 4 } : { max: spec.max, interval: spec.max / 4 }),
      axisLabel: { ...axisLabel(style), formatter: (value: number) => spec.write(value) },
      splitLine: { lineStyle: { color: style.line } },
    },
    series: spec.series.map((series, position) => seriesOption(series, spec, style, position === 0)),
  };
}

function seriesOption(series: TrendSeries, spec: TrendSpec, style: ChartStyle, isFirst: boolean) {
  const colour = toneColour(series.tone, style.theme);
  return {
    type: 'line' as const,
    name: series.name,
    data: [...series.values],
    color: colour,
    connectNulls: false,
    symbol: series.dashed === true ? 'emptyCircle' : 'circle',
    symbolSize: style.fontSize * 0.4,
    showAllSymbol: false as const,
    lineStyle: {
      width: 2,
      color: colour,
      type: series.dashed === true ? ('dashed' as const) : ('solid' as const),
    },
    ...(isFirst ? { markLine: marks(spec, style) } : {}),
  };
}

function marks(spec: TrendSpec, style: ChartStyle) {
  const lines = (spec.thresholds ?? []).map((threshold) => ({
    yAxis: threshold.value,
    name: threshold.name,
    lineStyle: { color: toneColour(threshold.tone, style.theme), type: 'dotted' as const, width: 1.5 },
    label: {
      show: true,
      position: 'insideStartTop' as const,
      formatter: () => threshold.name,
      color: style.textSoft,
      fontSize: style.fontSize * 0.85,
      fontFamily: style.fontFamily,
    },
  }));
  const current =
    spec.current === undefined || spec.current < 0
      ? []
      : [
          {
            xAxis: spec.current,
            lineStyle: { color: toneColour('selected', style.theme), type: 'solid' as const, width: 1.5 },
            label: { show: false },
          },
        ];
  return { silent: true, symbol: 'none', data: [...lines, ...current] };
}
