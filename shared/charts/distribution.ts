import type { EChartsOption } from 'echarts';
import { axisLabel, baseOption, grid, tooltip } from './parts.ts';
import { type ChartStyle, type ChartTone, toneColour } from './style.ts';

export interface DistributionBin {
  /** Bounds of the bin; `to` belongs to the next one, except in the last. */
  readonly from: number;
  readonly to: number;
  readonly count: number;
}

/**
 * Equal bins over 0..`top` (1 for shares). Missing values are not in any bin: show their number beside the chart.
 * A value of `top` or more falls into the last bin.
 */
export function binValues(values: readonly (number | null)[], bins: number, top = 1): DistributionBin[] {
  const counts = new Array<number>(bins).fill(0);
  for (const value of values) {
    if (value === null) continue;
    const position = Math.min(bins - 1, Math.max(0, Math.floor((value / top) * bins)));
    counts[position] = (counts[position] ?? 0) + 1;
  }
  return counts.map((count, position) => ({
    from: (position / bins) * top,
    to: ((position + 1) / bins) * top,
    count,
  }));
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
