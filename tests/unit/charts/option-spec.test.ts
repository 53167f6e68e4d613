import { expect, it } from 'vitest';
import { specFromOption } from '#shared/charts/option-spec.ts';
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
  const stub = { value: 0.1, itemStyle: { decal: { symbol: 'rect' as const } } };
  const option = {
    xAxis: { type: 'value' as const },
    yAxis: { type: 'category' as const, data: ['Hà Nội', 'Huế'] },
    series: [{ type: 'bar' as const, data: [{ value: 3 }, stub] }],
  };
  const spec = specFromOption(option, 'Xếp hạng', false);
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
