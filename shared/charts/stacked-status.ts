import type { EChartsOption } from 'echarts';
import { axisLabel, baseOption, grid, hatch, legend, tooltip } from './parts.ts';
import { type ChartStyle, type ChartTone, toneColour } from './style.ts';

export interface StackedSpec {
  readonly labels: readonly string[];
  /** From the bottom up; one value for each label. */
  readonly series: readonly {
    readonly name: string;
    readonly tone: ChartTone;
    readonly values: readonly number[];
  }[];
  readonly write: (value: number) => string;
}

/** Columns over time, each cut into statuses; what was not reported is hatched. */
export function stackedStatus(spec: StackedSpec, style: ChartStyle): EChartsOption {
  return {
    ...baseOption(style),
    legend: legend(style),
    grid: grid(style, style.fontSize * 2.4),
    tooltip: {
      ...tooltip(style, 'axis'),
      valueFormatter: (value) => (typeof value === 'number' ? spec.write(value) : '–'),
    },
    xAxis: {
      type: 'category',
      data: [...spec.labels],
      axisLabel: { ...axisLabel(style), hideOverlap: true },
      axisLine: { lineStyle: { color: style.line } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      splitNumber: 4,
      axisLabel: { ...axisLabel(style), formatter: (value: number) => spec.write(value) },
      splitLine: { lineStyle: { color: style.line } },
    },
    series: spec.series.map((series) => ({
      type: 'bar' as const,
      name: series.name,
      stack: 'status',
      barCategoryGap: '25%',
      data: [...series.values],
      color: toneColour(series.tone, style.theme),
      ...(series.tone === 'empty' ? { itemStyle: { decal: hatch(style) } } : {}),
    })),
  };
}
