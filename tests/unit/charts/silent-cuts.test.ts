import { expect, it } from 'vitest';
import { nationalTrend } from '#renderer/views/overview/national-trend.ts';
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
