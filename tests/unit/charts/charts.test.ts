import { describe, expect, it } from 'vitest';
import { binValues } from '#shared/charts/distribution.ts';
import { rankingBars } from '#shared/charts/ranking-bars.ts';
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

  it('gives a bar without a value its words instead of a number', () => {
    const { series } = rankingBars(
      { bars: [{ name: 'a', value: null, tone: 'green' }], write, empty: 'Chưa báo cáo', max: 1 },
      style,
    );
    expect(series).toMatchObject([{ data: [{ label: { formatter: 'Chưa báo cáo' } }] }]);
  });

  it('puts values into equal bins, the top value into the last, and counts no missing one', () => {
    const bins = binValues([0, 0.1, 0.1999, 0.5, 1, null], 5);
    expect(bins.map(({ count }) => count)).toEqual([3, 0, 1, 0, 1]);
    expect(bins[4]).toEqual({ from: 0.8, to: 1, count: 1 });
  });
});
