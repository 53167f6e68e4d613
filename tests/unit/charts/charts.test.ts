import { describe, expect, it } from 'vitest';
import { isHistory } from '#renderer/charts/is-history.ts';
import { distribution } from '#shared/charts/distribution.ts';
import { stackedStatus } from '#shared/charts/stacked-status.ts';
import { chartStyle } from '#shared/charts/style.ts';
import { trendLine } from '#shared/charts/trend-line.ts';

const style = chartStyle('light');
const write = String;

describe('charts', () => {
  it('leaves a hole in a line where nothing was reported', () => {
    const { series } = trendLine(
      { labels: ['a', 'b', 'c'], series: [{ name: 's', tone: 'reported', values: [1, null, 0] }], write },
      style,
    );
    expect(series).toMatchObject([{ data: [1, null, 0], connectNulls: false }]);
  });

  it('writes beside a threshold what it means, and takes lines and stacked columns for histories', () => {
    const thresholds = [{ value: 0.7, tone: 'green' as const, name: 'Xanh từ 70%' }];
    const series = [{ name: 's', tone: 'reported' as const, values: [1] }];
    const line = trendLine({ labels: ['a'], series, write, thresholds }, style);
    const [first] = line.series as { markLine: { data: { label: { formatter: () => string } }[] } }[];
    expect(first?.markLine.data[0]?.label.formatter()).toBe('Xanh từ 70%');
    const columns = stackedStatus(
      { labels: ['a'], series: [{ name: 'g', tone: 'green', values: [1] }], write },
      style,
    );
    const bars = distribution({ bins: [], tone: () => 'green', writeBound: write, writeCount: write }, style);
    expect([line, columns, bars].map(isHistory)).toEqual([true, true, false]);
  });

  it('hatches what was not reported and nothing else', () => {
    const { series } = stackedStatus(
      {
        labels: ['a'],
        series: [
          { name: 'green', tone: 'green', values: [1] },
          { name: 'empty', tone: 'empty', values: [2] },
        ],
        write,
      },
      style,
    );
    expect(series).toMatchObject([{ name: 'green' }, { itemStyle: { decal: { symbol: 'rect' } } }]);
    expect((series as { itemStyle?: unknown }[])[0]?.itemStyle).toBeUndefined();
  });
});
