import type { EChartsOption } from 'echarts';
import { axisLabel, baseOption, grid, tooltip } from './parts.ts';
import { type ChartStyle, type ChartTone, toneColour } from './style.ts';

export interface DistributionBin {
  /** Bounds of the bin; `to` belongs to the next one, except in the last. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

export interface DistributionSpec {
  readonly bins: readonly DistributionBin[];
  /** The status of a bin, from the thresholds of the rule set. */
  readonly tone: (bin: DistributionBin) => ChartTone;
  readonly writeBound: (value: number) => string;
  readonly writeCount: (count: number) => string;
}

/** How many units lie in each bin. */
export function distribution(spec: DistributionSpec, style: ChartStyle): EChartsOption {
  return {
    ...baseOption(style),
    grid: grid(style, style.fontSize * 2.4),
    tooltip: {
      ...tooltip(style, 'axis'),
      valueFormatter: (value) => (typeof value === 'number' ? spec.writeCount(value) : '–'),
    },
    xAxis: {
      type: 'category',
      data: spec.bins.map((bin) => `${spec.writeBound(bin.from)} – ${spec.writeBound(bin.to)}`),
      // Below the zero of the other axis, which stands at the same corner.
      axisLabel: { ...axisLabel(style), hideOverlap: true, margin: style.fontSize },
      axisLine: { lineStyle: { color: style.line } },
      axisTick: { show: false },
    },
    yAxis: {
      type: 'value',
      minInterval: 1,
      axisLabel: { ...axisLabel(style), formatter: (value: number) => spec.writeCount(value) },
      splitLine: { lineStyle: { color: style.line } },
    },
    series: [
      {
        type: 'bar',
        barCategoryGap: '8%',
        data: spec.bins.map((bin) => ({
          value: bin.count,
          itemStyle: { color: toneColour(spec.tone(bin), style.theme) },
        })),
      },
    ],
  };
}
