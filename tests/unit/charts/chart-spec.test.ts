import { describe, expect, it } from 'vitest';
import { chartPart } from '#main/core/brief/pptx/chart-part.ts';
import { markLine } from '#shared/charts/marks.ts';
import { chartOption } from '#shared/charts/option.ts';
import { chartColumns, chartRows, leastLabelled, writeFigure } from '#shared/charts/reading.ts';
import { type ChartSpec, chartFault, chartSpec } from '#shared/charts/spec.ts';
import { chartStyle } from '#shared/charts/style.ts';
import { createFormatter } from '#shared/text/format.ts';
import { SCREEN_CHARTS } from './screen-charts.ts';

const vi = createFormatter('vi');
const bars: ChartSpec = {
  title: 'Xếp hạng',
  form: 'bars',
  axis: { kind: 'units', name: 'Tỉnh', points: ['Hà Nội', 'Huế'] },
  asOf: 'moment-2025-07-31T1600',
  unit: 'integer',
  series: [{ name: 'Xanh', tone: 'green', values: [100, 3] }],
};

describe('a chart that comes from elsewhere', () => {
  it.each([
    ['a series longer than its axis', { series: [{ name: 'Xanh', tone: 'green', values: [1, 2, 3] }] }],
    ['states of another length', { series: [{ ...bars.series[0], states: ['red'] }] }],
    ['a column beside of another length', { beside: [{ name: 'x', unit: 'integer', values: [1] }] }],
    ['an instant that is none', { axis: { kind: 'cuts', name: '', points: ['hôm qua', '2025-07-31'] } }],
    ['a colour in place of a tone', { series: [{ name: 'Xanh', tone: '#2E9E83', values: [1, 2] }] }],
  ])('is refused with %s', (_what, wrong) => {
    expect(chartSpec.safeParse(bars).success).toBe(true);
    expect(chartSpec.safeParse({ ...bars, ...wrong }).success).toBe(false);
  });

  it('names the series that is false', () => {
    const [series] = bars.series;
    const wrong = { ...bars, series: [{ ...series, name: 'Xanh', tone: 'green' as const, values: [1] }] };
    expect(chartFault(wrong)).toBe('"Xanh" has 1 values for 2 points');
  });
});

describe('the words of a threshold', () => {
  it.each([
    ['a curve that begins at it and rises', [0.52, 0.9], 'insideEndTop'],
    ['a curve that ends at it', [0.1, null, 0.52], 'insideStartTop'],
    ['a curve with holes at both ends', [null, 0.9, 0.51, null], 'insideStartTop'],
    ['no curve', [null, null], 'insideStartTop'],
  ] as const)('stand away from %s', (_what, values, position) => {
    const spec: ChartSpec = {
      ...bars,
      form: 'lines',
      unit: 'percent',
      axis: { kind: 'classes', name: 'x', points: values.map(String) },
      series: [{ name: 'Xanh', tone: 'green', values: [...values] }],
      thresholds: [{ name: 'Vàng từ 50%', value: 0.5, tone: 'yellow' }],
    };
    const style = chartStyle(vi);
    expect(markLine(spec, style).data[0]?.label).toMatchObject({ position });
  });
});

describe('the figures of a chart', () => {
  it('stand in rows as people read them, with the word of the series where there is none', () => {
    expect(chartRows(SCREEN_CHARTS['overview: the country over the cuts'], vi)).toEqual([
      ['07/07/2025 16:00', '20%', '10%', '5'],
      ['14/07/2025 16:00', 'Chưa đủ 90% xã báo cáo', '20%', '6'],
      ['31/07/2025 16:00', '60%', '40%', '7'],
    ]);
  });

  it('have a dash, and a hole in files, where a series has no word for it', () => {
    const chart = { ...bars, series: [{ name: 'Xanh', tone: 'green' as const, values: [100, null] }] };
    expect(chartRows(chart, vi)[1]).toEqual(['Huế', '–']);
    expect(chartColumns(chart, vi)[1]?.values).toEqual([100, null]);
    const named = { ...chart, series: [{ ...chart.series[0], empty: 'Chưa báo cáo' }] } as ChartSpec;
    expect(chartColumns(named, vi)[1]?.values).toEqual([100, 'Chưa báo cáo']);
  });

  it('have the same decimals down a column, as many as a threshold asks for', () => {
    const chart = SCREEN_CHARTS['unit: a ratio over the months'];
    const [series] = chart.series;
    const exact = {
      ...chart,
      series: [{ ...series, name: 'x', tone: 'reported' as const, values: [0.40123, 0.699999] }],
    };
    expect(chartRows(exact, vi)).toEqual([
      ['05/2025', '40,1230%'],
      ['06/2025', '69,9999%'],
    ]);
    expect(writeFigure(exact, 0.699999, vi)).toBe('69,9999%');
  });

  it('are named with their month where they are those of one', () => {
    const { title } = SCREEN_CHARTS['indicator: communes by class'];
    expect(title).toBe('Phân bố giữa các xã: Hồ sơ trực tuyến, tháng 07/2025');
  });

  it('go into files as bare figures, days as days, holes as holes', () => {
    expect(chartColumns(SCREEN_CHARTS['forecast: no deadline'], vi)).toMatchObject([
      { name: 'Ngày', format: 'date', values: ['2025-07-07', '2025-07-14', '2025-07-21', '2025-07-28'] },
      { name: 'Thực tế', format: 'percent', values: [0.2, 0.4, null, null] },
      { values: [null, 0.4, 0.5, 0.6] },
      { values: [null, 0.4, 0.7, 1] },
      { values: [null, 0.4, 0.4, 0.5] },
    ]);
  });

  it('are written into a part of a bar that has room for them, and never a zero', () => {
    expect(leastLabelled({ ...bars, stacked: true })).toBe(4);
    expect(leastLabelled({ ...bars, stacked: true, series: [] })).toBeGreaterThan(0);
    expect(leastLabelled(bars)).toBeLessThan(0);
  });
});

describe('a chart on paper', () => {
  const paper = chartStyle(vi, { isPaper: true, accent: '#5B2A86' });

  it('carries its figures on the bars, white on dark and dark on light', () => {
    const tones = ['red', 'yellow'] as const;
    const series = tones.map((tone) => ({ name: tone, tone, values: [1, 2] }));
    const option = chartOption({ ...bars, stacked: true, series }, paper);
    expect(option.series).toMatchObject([
      { label: { show: true, color: '#FFFFFF' } },
      { label: { color: '#10161B' } },
    ]);
    expect(option).not.toHaveProperty('tooltip');
    expect(chartOption(bars, chartStyle(vi)).series).not.toHaveProperty('0.label');
  });

  it('tells what is undetermined from what was not reported by tone and by the way of its lines', () => {
    const series = (['undetermined', 'empty'] as const).map((tone) => ({ name: tone, tone, values: [1, 2] }));
    const [open, empty] = chartOption({ ...bars, stacked: true, series }, paper).series as {
      readonly itemStyle: { readonly color: string; readonly decal: { readonly rotation: number } };
    }[];
    expect(open?.itemStyle.color).not.toBe(empty?.itemStyle.color);
    expect(open?.itemStyle.decal.rotation).toBe(-(empty?.itemStyle.decal.rotation ?? 0));
    const slide = chartPart({ ...bars, stacked: true, series }, { accent: '#0F4C81', width: 800 });
    expect(slide).toContain('prst="wdDnDiag"');
    expect(slide).toContain('prst="wdUpDiag"');
  });

  it('wears the colour of the house where nothing is judged', () => {
    const series = [{ name: 'x', tone: 'house' as const, values: [1, 2] }];
    expect(chartOption({ ...bars, series }, paper).series).toMatchObject([{ color: '#5B2A86' }]);
  });

  it('draws a line across bars that lie, and names it', () => {
    const thresholds = [{ name: 'Cả nước 60%', value: 0.6, tone: 'neutral' as const }];
    const [series] = chartOption({ ...bars, thresholds }, paper).series as {
      markLine: { data: unknown[] };
    }[];
    expect(series?.markLine.data).toMatchObject([{ xAxis: 0.6, name: 'Cả nước 60%' }]);
  });
});
