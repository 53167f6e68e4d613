import type { EChartsOption } from 'echarts';
import { axisLabel, baseOption, grid, hatch, tooltip } from './parts.ts';
import { type ChartStyle, type ChartTone, toneColour } from './style.ts';

export interface RankingSpec {
  /** From the top down; null is drawn as a hatched stub with its words. */
  readonly bars: readonly {
    readonly name: string;
    readonly value: number | null;
    readonly tone: ChartTone;
  }[];
  readonly write: (value: number) => string;
  /** Words where there is no value ('Chưa báo cáo'). */
  readonly empty: string;
  readonly max?: number;
}

/** Horizontal bars in the given order with their values at the end. */
export function rankingBars(spec: RankingSpec, style: ChartStyle): EChartsOption {
  const top = spec.max ?? Math.max(...spec.bars.map((bar) => bar.value ?? 0), 0);
  return {
    ...baseOption(style),
    grid: { ...grid(style, 4), right: style.fontSize * 5 },
    tooltip: tooltip(style, 'item'),
    xAxis: { type: 'value', min: 0, max: top, show: false },
    yAxis: {
      type: 'category',
      inverse: true,
      data: spec.bars.map((bar) => bar.name),
      axisLabel: { ...axisLabel(style), color: style.text },
      axisLine: { show: false },
      axisTick: { show: false },
    },
    series: [
      {
        type: 'bar',
        barCategoryGap: '30%',
        data: spec.bars.map((bar) => ({
          value: bar.value ?? top * 0.04,
          itemStyle: {
            color: toneColour(bar.value === null ? 'empty' : bar.tone, style.theme),
            ...(bar.value === null ? { decal: hatch(style) } : {}),
          },
          label: { formatter: bar.value === null ? spec.empty : spec.write(bar.value) },
        })),
        label: { show: true, position: 'right', color: style.text, fontSize: style.fontSize },
      },
    ],
  };
}
