import { describe, expect, it } from 'vitest';
import { embeddedWorkbook } from '#main/core/brief/pptx/embedded-workbook.ts';
import { numberShapes, repairChart } from '#main/core/brief/pptx/repair.ts';
import { decodeText, unzipParts } from '#main/core/files/zip.ts';
import type { ChartSpec } from '#shared/charts/spec.ts';
import { readWorkbookFile } from '#tests/setup/workbook-file.ts';

const chart: ChartSpec = {
  kind: 'stacked',
  title: 'Số nhiệm vụ',
  categories: ['Đắk Lắk', '=1+1'],
  series: [
    { name: 'Xong', colour: '#1B7F68', values: [3, null] },
    { name: 'Sắp đến hạn', colour: '#F5CB45', values: [0, 2] },
  ],
  format: 'integer',
};

describe('the repair of a chart part', () => {
  it('leaves two axis ids of three', () => {
    const raw = '<c:barChart><c:ser/><c:axId val="1"/><c:axId val="2"/><c:axId val="3"/></c:barChart>';
    expect(repairChart(raw, 'vi-VN')).toBe(
      '<c:barChart><c:ser/><c:axId val="1"/><c:axId val="2"/></c:barChart>',
    );
  });

  it('puts every data point before the labels', () => {
    const raw = '<c:ser><c:dLbls><c:x/></c:dLbls><c:dPt>1</c:dPt><c:dPt>2</c:dPt><c:cat/></c:ser>';
    expect(repairChart(raw, 'vi-VN')).toBe(
      '<c:ser><c:dPt>1</c:dPt><c:dPt>2</c:dPt><c:dLbls><c:x/></c:dLbls><c:cat/></c:ser>',
    );
  });

  it('groups lines and takes from them what only bars may have', () => {
    const raw =
      '<c:lineChart><c:varyColors val="0"/><c:ser><c:invertIfNegative val="0"/></c:ser></c:lineChart>';
    expect(repairChart(raw, 'vi-VN')).toBe(
      '<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/><c:ser></c:ser></c:lineChart>',
    );
  });

  it('puts the marker of a line before its labels', () => {
    const raw =
      '<c:lineChart><c:grouping/><c:ser><c:dLbls><c:x/></c:dLbls><c:marker><c:size/></c:marker><c:cat/></c:ser><c:marker val="1"/></c:lineChart>';
    expect(repairChart(raw, 'vi-VN')).toBe(
      '<c:lineChart><c:grouping/><c:ser><c:marker><c:size/></c:marker><c:dLbls><c:x/></c:dLbls><c:cat/></c:ser><c:marker val="1"/></c:lineChart>',
    );
  });

  it('names the frequency of labels where an axis wants it', () => {
    const raw = '<c:catAx><c:auto val="1"/><c:noMultiLvlLbl val="1"/> <c:tickLblSkip val="1"/></c:catAx>';
    expect(repairChart(raw, 'vi-VN')).toBe(
      '<c:catAx><c:auto val="1"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/> </c:catAx>',
    );
  });

  it('leaves a gap where there is no figure', () => {
    expect(repairChart('<c:pt idx="0"><c:v></c:v></c:pt><c:pt idx="1"><c:v>0</c:v></c:pt>', 'vi-VN')).toBe(
      '<c:pt idx="1"><c:v>0</c:v></c:pt>',
    );
  });

  it('writes labels white on dark and black on light parts', () => {
    const series = '<c:ser><c:dLbls><a:srgbClr val="123456"/></c:dLbls></c:ser>';
    expect(repairChart(series + series, 'vi-VN', chart)).toBe(
      '<c:ser><c:dLbls><a:srgbClr val="FFFFFF"/></c:dLbls></c:ser><c:ser><c:dLbls><a:srgbClr val="10161B"/></c:dLbls></c:ser>',
    );
  });

  it('takes the label from a part of a bar that has no room for it', () => {
    const narrow = {
      ...chart,
      series: chart.series.map((one, at) => ({ ...one, values: [at === 0 ? 1 : 99, 50] })),
    };
    const series = '<c:ser><c:dLbls><a:srgbClr val="123456"/></c:dLbls></c:ser>';
    expect(repairChart(series + series, 'vi-VN', narrow)).toBe(
      '<c:ser><c:dLbls><c:dLbl><c:idx val="0"/><c:delete val="1"/></c:dLbl><a:srgbClr val="FFFFFF"/></c:dLbls></c:ser><c:ser><c:dLbls><a:srgbClr val="10161B"/></c:dLbls></c:ser>',
    );
  });

  it('names the language of the text', () => {
    expect(repairChart('<a:rPr lang="en-US" altLang="en-US"/>', 'vi-VN')).toBe('<a:rPr lang="vi-VN"/>');
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

  it('keeps a category that begins like a formula as text', () => {
    expect(value('A3')).toBe('=1+1');
    expect(decodeText(unzipParts(file)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).not.toContain('<f>');
  });
});
