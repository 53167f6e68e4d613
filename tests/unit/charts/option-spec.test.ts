import { expect, it } from 'vitest';
import { specFromOption } from '#shared/charts/option-spec.ts';
import { rankingBars } from '#shared/charts/ranking-bars.ts';
import { chartStyle } from '#shared/charts/style.ts';
import { trendLine } from '#shared/charts/trend-line.ts';

const write = (value: number): string => String(value);

it('takes over a line with its holes', () => {
  const option = trendLine(
    {
      labels: ['30/06', '07/07'],
      series: [{ name: 'Báo cáo', tone: 'reported', values: [0.5, null] }],
      write,
    },
    chartStyle('light'),
  );
  expect(specFromOption(option, 'Xu thế', true)).toEqual({
    kind: 'line',
    title: 'Xu thế',
    categories: ['30/06', '07/07'],
    series: [{ name: 'Báo cáo', colour: '#1D6A57', values: [0.5, null] }],
    format: 'percent',
    maximum: 1,
  });
});

it('never makes a figure of the stub that stands for none', () => {
  const bars = [
    { name: 'Hà Nội', value: 3, tone: 'green' as const },
    { name: 'Huế', value: null, tone: 'green' as const },
  ];
  const spec = specFromOption(
    rankingBars({ bars, write, empty: 'Chưa báo cáo' }, chartStyle('light')),
    'Xếp hạng',
    false,
  );
  expect(spec?.kind).toBe('ranking');
  expect(spec?.series[0]?.values).toEqual([3, null]);
});

it('puts points that name their own day on one axis of days', () => {
  const option = {
    xAxis: { type: 'time' as const },
    yAxis: { type: 'value' as const },
    series: [
      { type: 'line' as const, name: 'A', data: [['2025-07-28', 0.2]] },
      { type: 'line' as const, name: 'B', data: [['2025-08-04', 0.4]] },
    ],
  };
  const spec = specFromOption(option, 'Dự báo', true);
  expect(spec?.categories).toEqual(['28/07/2025', '04/08/2025']);
  expect(spec?.series.map((series) => series.values)).toEqual([
    [0.2, null],
    [null, 0.4],
  ]);
});

it('has no chart for a drawing without categories', () => {
  expect(specFromOption({ series: [{ type: 'pie', data: [] }] }, 'x', false)).toBeNull();
});
