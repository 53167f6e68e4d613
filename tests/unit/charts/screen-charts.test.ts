import { describe, expect, it } from 'vitest';
import { chartFault, chartSpec } from '#shared/charts/spec.ts';
import { optionFacts } from './option-facts.ts';
import { BARS, SCREEN_CHARTS, type ScreenChart } from './screen-charts.ts';
import { sheetRows, shownRows, slideFacts } from './slide-facts.ts';

const NEWEST = 'moment-2025-07-31T1600';
const SHOWN = 'week-2025-07-14';

/** What the chart of every screen shows there and as the native chart of a slide, and the cut that is printed below. */
const EXPECTED: Readonly<
  Record<ScreenChart, { readonly asOf: string; readonly screen: string[]; readonly slide: string[] }>
> = {
  'overview: the country over the cuts': {
    asOf: NEWEST,
    screen: [
      '07/07; 14/07; 31/07',
      '0% to 100%',
      'line solid #1D6A57 Báo cáo XANH: 0.2 - 0.6',
      'line dashed #8A4B00 Vận hành XANH: 0.1 0.2 0.4',
      'upright at 1 #1668DC',
      'legend',
    ],
    slide: [
      '07/07; 14/07; 31/07',
      '0% to 1',
      'line solid dots 1D6A57 Báo cáo XANH: 0.2 - 0.6',
      'line dash dots 8A4B00 Vận hành XANH: 0.1 0.2 0.4',
      'legend',
    ],
  },
  'task: progress over the cuts': {
    asOf: NEWEST,
    screen: [
      '07/07; 14/07; 31/07',
      '0% to 100%',
      'line solid #1D6A57 Mức độ thực hiện: 0.7 0.85 1',
      'upright at 1 #1668DC',
    ],
    slide: ['07/07; 14/07; 31/07', '0% to 1', 'line solid dots 1D6A57 Mức độ thực hiện: 0.7 0.85 1'],
  },
  'indicator: communes by class': {
    asOf: SHOWN,
    screen: [
      '0% – 35%; 35% – 70%; 70% – 100%',
      '0 to what is there',
      'bar #6B7887 Số xã: 4#9E1B1B 0#6B7887 9#2E9E83',
    ],
    slide: [
      '0% – 35%; 35% – 70%; 70% – 100%',
      '#,##0 to what is there',
      'col 6B7887 Số xã: 4 0 9 #9E1B1B #2E9E83',
    ],
  },
  'indicator: communes by class, no thresholds': {
    asOf: SHOWN,
    screen: ['0% – 35%; 35% – 70%; 70% – 100%', '0 to what is there', 'bar #6B7887 Số xã: 4 0 9'],
    slide: ['0% – 35%; 35% – 70%; 70% – 100%', '#,##0 to what is there', 'col 6B7887 Số xã: 4 0 9'],
  },
  'indicator: a ratio over the months': {
    asOf: SHOWN,
    screen: [
      '05/2025; 06/2025; 07/2025',
      '0% to 100%',
      'line solid #1D6A57 Hồ sơ trực tuyến: 0.55 - 0.58',
      'across at 0.7 #2E9E83 Xanh từ 70%',
      'across at 0.5 #F5CB45 Vàng từ 50%',
    ],
    slide: [
      '05/2025; 06/2025; 07/2025',
      '0% to 1',
      'line solid dots 1D6A57 Hồ sơ trực tuyến: 0.55 - 0.58',
      'line sysDot 2E9E83 Xanh từ 70%: 0.7 0.7 0.7',
      'line sysDot F5CB45 Vàng từ 50%: 0.5 0.5 0.5',
      'legend',
    ],
  },
  'indicator: a count over the months': {
    asOf: SHOWN,
    screen: ['05/2025; 06/2025', '0 to what is there', 'line solid #1D6A57 Hồ sơ trực tuyến: 1200 900'],
    slide: [
      '05/2025; 06/2025',
      '#,##0 to what is there',
      'line solid dots 1D6A57 Hồ sơ trực tuyến: 1200 900',
    ],
  },
  'indicator: a criterion over the cuts': {
    asOf: SHOWN,
    screen: [
      '07/07; 14/07; 31/07',
      '0% to 100%',
      'line solid #1D6A57 Hồ sơ trực tuyến: 0.1 0.2 0.3',
      'across at 0.7 #2E9E83 Xanh từ 70%',
      'across at 0.5 #F5CB45 Vàng từ 50%',
    ],
    slide: [
      '07/07; 14/07; 31/07',
      '0% to 1',
      'line solid dots 1D6A57 Hồ sơ trực tuyến: 0.1 0.2 0.3',
      'line sysDot 2E9E83 Xanh từ 70%: 0.7 0.7 0.7',
      'line sysDot F5CB45 Vàng từ 50%: 0.5 0.5 0.5',
      'legend',
    ],
  },
  'unit: communes by status over the cuts': {
    asOf: NEWEST,
    screen: [
      '07/07; 14/07; 31/07',
      '0 to what is there',
      'bar stacked #2E9E83 Xanh: 3 5 10',
      'bar stacked #6B7887 Chưa xanh (vàng, đỏ): 5 5 0',
      'bar stacked hatched #C4C9D1 Chưa báo cáo: 2 0 0',
      'legend',
    ],
    slide: [
      '07/07; 14/07; 31/07',
      '#,##0 to what is there',
      'col stacked 2E9E83 Xanh: 3 5 10',
      'col stacked 6B7887 Chưa xanh (vàng, đỏ): 5 5 0',
      'col stacked hatched C4C9D1 Chưa báo cáo: 2 0 0',
      'legend',
    ],
  },
  'unit: a ratio over the months': {
    asOf: SHOWN,
    screen: [
      '05/2025; 06/2025',
      '0% to 100%',
      'line solid #1D6A57 Hồ sơ trực tuyến: 0.4 0.6',
      'across at 0.7 #2E9E83 Xanh từ 70%',
      'across at 0.5 #F5CB45 Vàng từ 50%',
    ],
    slide: [
      '05/2025; 06/2025',
      '0% to 1',
      'line solid dots 1D6A57 Hồ sơ trực tuyến: 0.4 0.6',
      'line sysDot 2E9E83 Xanh từ 70%: 0.7 0.7',
      'line sysDot F5CB45 Vàng từ 50%: 0.5 0.5',
      'legend',
    ],
  },
  'unit: a count over the months': {
    asOf: SHOWN,
    screen: [
      '05/2025; 06/2025; 07/2025',
      '0 to what is there',
      'line solid #1D6A57 Hồ sơ trực tuyến: 12.5 - 10',
    ],
    slide: [
      '05/2025; 06/2025; 07/2025',
      '#,##0.00 to what is there',
      'line solid dots 1D6A57 Hồ sơ trực tuyến: 12.5 - 10',
    ],
  },
  'forecast: tested weeks and a deadline': {
    asOf: SHOWN,
    screen: [
      'time',
      '0% to 100%',
      'line solid #1D6A57 Thực tế: 2025-07-07=0.2 2025-07-14=0.4 - -',
      'line dashed joined #8A4B00 Dự kiến: - 2025-07-14=0.4 2025-07-21=0.5 2025-07-28=0.6',
      'line dotted joined #8A4B00 Đầu cao của khoảng: - 2025-07-14=0.4 2025-07-21=0.7 2025-07-28=1',
      'line dotted joined #8A4B00 Đầu thấp của khoảng: - 2025-07-14=0.4 2025-07-21=0.4 2025-07-28=0.5',
      'upright at 2025-07-24 #9E1B1B Thời hạn 24/07/2025',
      'legend',
    ],
    slide: [
      'days: 45845; 45852; 45859; 45862; 45866',
      '0% to 1',
      'line solid dots 1D6A57 Thực tế: 0.2 0.4 - - -',
      'line dash 8A4B00 Dự kiến: - 0.4 0.5 0.5428571428571428 0.6',
      'line sysDot 8A4B00 Đầu cao của khoảng: - 0.4 0.7 0.8285714285714285 1',
      'line sysDot 8A4B00 Đầu thấp của khoảng: - 0.4 0.4 0.4428571428571429 0.5',
      'line solid upright 9E1B1B Thời hạn 24/07/2025: - - - 1 -',
      'legend',
    ],
  },
  'forecast: no deadline': {
    asOf: SHOWN,
    screen: [
      'time',
      '0% to 100%',
      'line solid #1D6A57 Thực tế: 2025-07-07=0.2 2025-07-14=0.4 - -',
      'line dashed joined #8A4B00 Dự kiến: - 2025-07-14=0.4 2025-07-21=0.5 2025-07-28=0.6',
      'line dotted joined #8A4B00 Đầu cao của khoảng: - 2025-07-14=0.4 2025-07-21=0.7 2025-07-28=1',
      'line dotted joined #8A4B00 Đầu thấp của khoảng: - 2025-07-14=0.4 2025-07-21=0.4 2025-07-28=0.5',
      'legend',
    ],
    slide: [
      'days: 45845; 45852; 45859; 45866',
      '0% to 1',
      'line solid dots 1D6A57 Thực tế: 0.2 0.4 - -',
      'line dash 8A4B00 Dự kiến: - 0.4 0.5 0.6',
      'line sysDot 8A4B00 Đầu cao của khoảng: - 0.4 0.7 1',
      'line sysDot 8A4B00 Đầu thấp của khoảng: - 0.4 0.4 0.5',
      'legend',
    ],
  },
  'forecast: no tested week': {
    asOf: SHOWN,
    screen: [
      'time',
      '0% to 100%',
      'line solid #1D6A57 Thực tế: 2025-07-07=0.2 2025-07-14=0.4',
      'upright at 2025-07-10 #9E1B1B Thời hạn 10/07/2025',
      'legend',
    ],
    slide: [
      'days: 45845; 45852',
      '0% to 1',
      'line solid dots 1D6A57 Thực tế: 0.2 0.4',
      'line solid upright 9E1B1B Thời hạn 10/07/2025: - -',
      'legend',
    ],
  },
};

describe.each(Object.entries(SCREEN_CHARTS) as [ScreenChart, (typeof SCREEN_CHARTS)[ScreenChart]][])(
  '%s',
  (name, chart) => {
    it('is drawn on screen with its figures, holes, lines and colours, and speaks of its cut', () => {
      expect(optionFacts(chart)).toEqual(EXPECTED[name].screen);
      expect(chart.asOf).toBe(EXPECTED[name].asOf);
    });

    it('stays what it is as the native chart of a slide, stacked, dashed and with its thresholds', () => {
      expect(slideFacts(chart)).toEqual(EXPECTED[name].slide);
    });

    it('has in the workbook of the slide what the slide shows', () => {
      expect(sheetRows(chart)).toEqual(shownRows(chart));
    });

    it('crosses the contract as it is', () => {
      expect(chartFault(chart)).toBeNull();
      expect(chartSpec.parse(chart)).toEqual(chart);
    });
  },
);

it('has the first of bars that lie on top in a slide, and no line across: Office draws none', () => {
  expect(slideFacts(BARS)).toEqual([
    'from the top: Hà Nội; Huế & Đắk Lắk; Cà Mau',
    '0% to 1',
    'bar 1B7F68 Tỷ lệ: 1 - 0.4 #C4C9D1 #9E1B1B',
  ]);
});

it('names in the legend of a slide a line across columns, but not bars that have colours of their own', () => {
  expect(slideFacts({ ...BARS, form: 'columns' })).toEqual([
    'Hà Nội; Huế & Đắk Lắk; Cà Mau',
    '0% to 1',
    'col 1B7F68 Tỷ lệ: 1 - 0.4 #C4C9D1 #9E1B1B',
    'line sysDot 6B7887 Cả nước 60%: 0.6 0.6 0.6',
    'legend',
    'not series 0',
  ]);
});
