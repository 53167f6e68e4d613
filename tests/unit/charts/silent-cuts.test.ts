import { expect, it } from 'vitest';
import { courseChart } from '#renderer/views/forecast/course-chart.ts';
import { nationalTrend } from '#renderer/views/overview/national-trend.ts';
import { chartColumns, chartRows } from '#shared/charts/reading.ts';
import { chartFault } from '#shared/charts/spec.ts';
import { createFormatter } from '#shared/text/format.ts';
import { createTranslator } from '#shared/text/translator.ts';

const none = { green: 0, yellow: 0, red: 0 };
const point = (day: string, green: number, silent: number, noEvidence: number) => ({
  cut: `week-2025-${day}`,
  asOf: `2025-${day}T09:00:00Z`,
  reported: { ...none, green, red: 100 - green - silent, notReported: silent },
  operating: { ...none, green: 0, red: 100 - noEvidence, undetermined: 0, noEvidence },
  coverage: silent === 100 ? null : green / 100,
  overdue: null,
});

it('lets the lines of the country end where fewer than nine in ten reported, and never fall by silence', () => {
  const points = [point('07-07', 60, 10, 0), point('07-14', 1, 98, 10), point('07-21', 0, 100, 11)];
  const { series } = nationalTrend(points, undefined, createTranslator('vi'));
  expect(series.map(({ values }) => values)).toEqual([
    [0.6, null, null],
    [0, 0, null],
  ]);
});

it('lets the course of a forecast end where too few reported, and says so point by point', () => {
  const text = { ...createTranslator('vi'), format: createFormatter('vi') };
  const points = [
    { day: '2025-12-15', share: 0.6, state: 'value' },
    { day: '2025-12-22', share: 0.2, state: 'fewReported' },
    { day: '2025-12-29', share: null, state: 'notReported' },
  ] as const;
  const ahead = [{ day: '2026-01-05', share: 0.7, low: 0.65, high: 0.75 }];
  const cut = { id: 'week-2025-12-29' };
  const chart = courseChart({ deadline: null }, { points, ahead, cut }, 'Cả nước', text);
  expect(chartFault(chart)).toBe(null);
  // What is expected goes on from the last point that is known.
  expect(chart.series.map(({ values }) => values)).toEqual([
    [0.6, null, null, null],
    [0.6, null, null, 0.7],
    [0.6, null, null, 0.75],
    [0.6, null, null, 0.65],
  ]);
  const said = ['chưa đủ 90% báo cáo', 'Chưa báo cáo'];
  expect(chartRows(chart, text.format).map(([, reached]) => reached)).toEqual(['60%', ...said, '–']);
  expect(chartColumns(chart, text.format)[1]?.values).toEqual([0.6, ...said, null]);
});
