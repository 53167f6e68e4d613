import { describe, expect, it } from 'vitest';
import { chartPart } from '#main/core/brief/pptx/chart-part.ts';
import { embeddedWorkbook } from '#main/core/brief/pptx/embedded-workbook.ts';
import { numberShapes } from '#main/core/brief/pptx/repair.ts';
import { decodeText, unzipParts } from '#main/core/files/zip.ts';
import type { ChartSpec } from '#shared/charts/spec.ts';
import { readWorkbookFile } from '#tests/setup/workbook-file.ts';

const chart: ChartSpec = {
  title: 'Số nhiệm vụ',
  form: 'bars',
  stacked: true,
  axis: { kind: 'units', name: 'Tỉnh', points: ['Đắk Lắk', '=1+1'] },
  asOf: '',
  unit: 'integer',
  series: [
    { name: 'Xong', tone: 'full', values: [3, null] },
    { name: 'Sắp đến hạn', tone: 'yellow', values: [0, 2] },
  ],
};

describe('the part of a chart', () => {
  const labels = (spec: ChartSpec): string[] =>
    chartPart(spec, { accent: '#0F4C81', width: 800 }).match(/<c:dLbls>.*?<\/c:dLbls>/g) ?? [];

  it('writes labels white on dark and dark on light parts, and none for a zero', () => {
    const [dark = '', light = ''] = labels(chart);
    expect(dark).toContain('FFFFFF');
    expect(light).toContain('10161B');
    expect(light).toContain('<c:dLbl><c:idx val="0"/><c:delete val="1"/></c:dLbl>');
  });

  it('takes the label from a part of a bar that has no room for it', () => {
    const narrow = chart.series.map((one, at) => ({ ...one, values: [at === 0 ? 1 : 99, 50] }));
    const [first = '', second = ''] = labels({ ...chart, series: narrow });
    expect(first).toContain('<c:dLbl><c:idx val="0"/>');
    expect(second).not.toContain('<c:dLbl>');
  });

  it('leaves a gap where there is no figure, and keeps a real zero', () => {
    const part = chartPart(chart, { accent: '#0F4C81', width: 800 });
    expect(part).toContain('<c:ptCount val="2"/><c:pt idx="0"><c:v>3</c:v></c:pt></c:numCache>');
    expect(part).toContain('<c:pt idx="0"><c:v>0</c:v></c:pt>');
  });
});

describe('the repair of a slide', () => {
  it('gives every shape an id of its own', () => {
    const raw = '<p:cNvPr id="1" name=""/><p:cNvPr id="25" name="a"/><p:cNvPr id="25" name="b"/>';
    expect(numberShapes(raw)).toBe(
      '<p:cNvPr id="1" name=""/><p:cNvPr id="2" name="a"/><p:cNvPr id="3" name="b"/>',
    );
  });
});

describe('the workbook inside a chart', () => {
  const file = embeddedWorkbook(chart, '2025-07-31T09:00:00.000Z');
  const [sheet] = readWorkbookFile(file);
  const value = (place: string) => sheet?.cells.get(place)?.value;

  it('holds categories and values where the chart looks for them', () => {
    expect(sheet?.name).toBe('Sheet1');
    expect(['B1', 'A2', 'B2'].map(value)).toEqual(['Xong', 'Đắk Lắk', 3]);
    expect(sheet?.cells.get('B2')?.format).toBe(3);
  });

  it('leaves a cell out where there is no figure, and writes a real zero', () => {
    expect(sheet?.cells.has('B3')).toBe(false);
    expect(value('C2')).toBe(0);
  });

  it('holds days as dates', () => {
    const axis = { kind: 'days' as const, name: 'Ngày', points: ['2025-07-07', '2025-07-14'] };
    const [dated] = readWorkbookFile(embeddedWorkbook({ ...chart, axis }, '2025-07-31T09:00:00.000Z'));
    expect(dated?.cells.get('A2')).toMatchObject({ value: 45845, format: 14 });
  });

  it('keeps a category that begins like a formula as text', () => {
    expect(value('A3')).toBe('=1+1');
    expect(decodeText(unzipParts(file)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).not.toContain('<f>');
  });
});
