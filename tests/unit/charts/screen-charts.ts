import { courseChart } from '#renderer/views/forecast/course-chart.ts';
import { countryTrend, histogram } from '#renderer/views/indicators/indicator-charts.ts';
import { nationalTrend } from '#renderer/views/overview/national-trend.ts';
import { taskChart } from '#renderer/views/plan/task-chart.ts';
import { historyChart, outputChart } from '#renderer/views/units/unit-charts.ts';
import type { ChartSpec } from '#shared/charts/spec.ts';
import { LATER_THRESHOLDS } from '#shared/domain/default-rules.ts';
import { createFormatter } from '#shared/text/format.ts';
import { createTranslator } from '#shared/text/translator.ts';

const text = {
  ...createTranslator('vi'),
  format: createFormatter('vi'),
  setLocale: () => {},
  pick: (names: { readonly name: string }) => names.name,
};

const CUTS = [
  { cut: 'week-2025-07-07', asOf: '2025-07-07T09:00:00Z' },
  { cut: 'week-2025-07-14', asOf: '2025-07-14T09:00:00Z' },
  { cut: 'moment-2025-07-31T1600', asOf: '2025-07-31T09:00:00Z' },
] as const;
const SHOWN = CUTS[1].cut;

function cuts<Figures>(...figures: readonly [Figures, Figures, Figures]) {
  return CUTS.map((cut, at) => ({ ...cut, ...(figures[at] as Figures) }));
}

const months = (...values: readonly (number | null)[]) =>
  values.map((value, at) => ({
    cut: `month-2025-0${at + 5}-01`,
    asOf: `2025-0${at + 6}-01T09:00:00Z`,
    value,
    notReported: at,
  }));

const counts = { green: 0, yellow: 0, red: 0 };
const point = (green: number | null, operating: number, overdue: number) => ({
  reported: { ...counts, green: green === null ? 0 : 10, notReported: green === null ? 10 : 0 },
  operating: { ...counts, green: operating, red: 10 - operating, undetermined: 0, noEvidence: 0 },
  coverage: green,
  overdue,
});
const name = { name: 'Hồ sơ trực tuyến', nameEn: '' };
const bands = { direction: 'up', greenFrom: 0.7, yellowFrom: 0.5, weight: 1, ...LATER_THRESHOLDS } as const;
const page = {
  indicator: { ...name, kind: 'ratio' as const },
  cut: { id: SHOWN },
  figuresCut: 'month-2025-07',
  trend: months(0.55, null, 0.58),
  distribution: [
    { from: 0, to: 0.35, communes: 4 },
    { from: 0.35, to: 0.7, communes: 0 },
    { from: 0.7, to: 1, communes: 9 },
  ],
};
const criterion = {
  ...page,
  indicator: { ...name, kind: 'criterion' as const },
  trend: cuts(...([0.1, 0.2, 0.3].map((value) => ({ value, notReported: 0 })) as [P, P, P])),
};
interface P {
  readonly value: number;
  readonly notReported: number;
}
const course = {
  cut: { id: SHOWN },
  points: [
    { day: '2025-07-07', share: 0.2, state: 'value' as const },
    { day: '2025-07-14', share: 0.4, state: 'value' as const },
  ],
  ahead: [
    { day: '2025-07-21', share: 0.5, low: 0.4, high: 0.7 },
    { day: '2025-07-28', share: 0.6, low: 0.5, high: 1 },
  ],
};
const output = { ...name, kind: 'ratio' as const, greenFrom: 0.7, yellowFrom: 0.5, trend: months(0.4, 0.6) };

/** The chart of every screen, from the function the screen asks, over a handful of figures. */
export const SCREEN_CHARTS = {
  'overview: the country over the cuts': nationalTrend(
    cuts(point(0.2, 1, 5), point(null, 2, 6), point(0.6, 4, 7)),
    SHOWN,
    text,
  ),
  'task: progress over the cuts': taskChart(
    {
      task: name,
      history: cuts(
        { progress: 0.7, unitsDone: 1 },
        { progress: 0.85, unitsDone: 2 },
        { progress: 1, unitsDone: 34 },
      ),
    },
    SHOWN,
    text,
  ),
  'indicator: communes by class': histogram(page, bands, text),
  'indicator: communes by class, no thresholds': histogram(page, undefined, text),
  'indicator: a ratio over the months': countryTrend(page, bands, text),
  'indicator: a count over the months': countryTrend(
    { ...page, indicator: { ...name, kind: 'count' }, trend: months(1200, 900) },
    bands,
    text,
  ),
  'indicator: a criterion over the cuts': countryTrend(criterion, bands, text),
  'unit: communes by status over the cuts': historyChart(
    cuts(
      { reported: 'red' as const, green: 3, communes: 10, notReported: 2, corrected: false },
      { reported: 'red' as const, green: 5, communes: 10, notReported: 0, corrected: false },
      { reported: 'green' as const, green: 10, communes: 10, notReported: 0, corrected: false },
    ),
    text,
  ),
  'unit: a ratio over the months': outputChart(output, 'Hà Nội', SHOWN, text),
  'unit: a count over the months': outputChart(
    { ...output, kind: 'count', trend: months(12.5, null, 10) },
    'Hà Nội',
    SHOWN,
    text,
  ),
  'forecast: tested weeks and a deadline': courseChart({ deadline: '2025-07-24' }, course, 'Cả nước', text),
  'forecast: no deadline': courseChart({ deadline: null }, course, 'Cả nước', text),
  'forecast: no tested week': courseChart(
    { deadline: '2025-07-10' },
    { ...course, ahead: [] },
    'Cả nước',
    text,
  ),
};
export type ScreenChart = keyof typeof SCREEN_CHARTS;

/** A chart that no screen shows: bars that lie, with a line across. */
export const BARS: ChartSpec = {
  title: 'Tỷ lệ xã Xanh',
  form: 'bars',
  axis: { kind: 'units', name: 'Tỉnh, thành phố', points: ['Hà Nội', 'Huế & Đắk Lắk', 'Cà Mau'] },
  asOf: SHOWN,
  unit: 'percent',
  maximum: 1,
  series: [{ name: 'Tỷ lệ', tone: 'full', values: [1, null, 0.4], states: ['full', 'empty', 'red'] }],
  thresholds: [{ name: 'Cả nước 60%', value: 0.6, tone: 'neutral' }],
};
