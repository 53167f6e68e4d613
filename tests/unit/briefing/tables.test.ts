import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { writeCsv } from '#main/core/brief/csv/write.ts';
import { cutCell, notedCell, shortCell } from '#main/core/brief/pages/parts.ts';
import { createSay } from '#main/core/brief/say.ts';
import type { DataTable } from '#main/core/brief/xlsx/briefing-workbook.ts';
import { sheetRow } from '#main/core/brief/xlsx/cells.ts';
import { cellXml, rowPoints } from '#main/core/files/workbook/cells.ts';
import { createLooks } from '#main/core/files/workbook/looks.ts';
import { columnIndex, columnName } from '#main/core/files/workbook/place.ts';
import type { CellCheck, Sheet, SheetRow } from '#main/core/files/workbook/sheet.ts';
import { sheetName, writeWorkbook } from '#main/core/files/workbook/write.ts';
import { officeFaults } from '#tests/setup/office-faults.ts';
import { readWorkbookFile } from '#tests/setup/workbook-file.ts';

const properties = { title: 'Thử', author: 'KH02', asOf: '2025-07-31T09:00:00.000Z', font: 'Be Vietnam Pro' };

async function xlsxBytes(sheets: readonly Sheet[], signal?: AbortSignal): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  await writeWorkbook(sheets, properties, (chunk) => chunks.push(chunk), signal);
  return Buffer.concat(chunks);
}

const DANGEROUS = ['=1+1', '+84', '-5 xã', '@SUM(A1)', '\t=1'];

describe('a workbook', () => {
  const rows: SheetRow[] = [
    sheetRow('header', [
      { value: 'Đơn vị', format: 'text' },
      { value: 'Tỷ lệ', format: 'text' },
    ]),
    sheetRow('plain', [
      { value: 'Đắk Lắk', format: 'text' },
      { value: 0.5965, format: 'percent' },
    ]),
    sheetRow('plain', [
      { value: '2025-07-31', format: 'date' },
      { value: 0, format: 'integer' },
    ]),
    sheetRow('plain', [
      { value: null, format: 'text' },
      { value: null, format: 'percent' },
    ]),
  ];
  const sheet: Sheet = {
    name: 'Tỷ lệ',
    widths: [20, 12],
    frozenRows: 1,
    filter: { firstRow: 1, lastRow: 4, columns: 2 },
    rows,
  };

  it('gives types, number formats, widths, a filter and a frozen header to another reader', async () => {
    const [read] = readWorkbookFile(await xlsxBytes([sheet]));
    expect(read?.name).toBe('Tỷ lệ');
    expect(read?.cells.get('A2')?.value).toBe('Đắk Lắk');
    expect(read?.cells.get('B2')).toMatchObject({ value: 0.5965, format: 10 });
    // 31/07/2025 by Excel's count.
    expect(read?.cells.get('A3')).toMatchObject({ value: 45_869, format: 'dd/mm/yyyy' });
    expect(read?.cells.get('B3')?.value).toBe(0);
    expect(read?.cells.has('B4')).toBe(false);
    expect(read?.widths).toEqual([20, 12]);
    expect(read?.filter).toBe('A1:B4');
    expect(read?.pane).toMatchObject({ state: 'frozen', ySplit: '1' });
  });

  it.each(DANGEROUS)('keeps %j as text, in Excel and in a spreadsheet that reads CSV', async (value) => {
    const cells = [{ value, format: 'text' as const }];
    const [read] = readWorkbookFile(await xlsxBytes([{ ...sheet, rows: [sheetRow('plain', cells)] }]));
    expect(read?.cells.get('A1')).toMatchObject({ value: value, format: 49 });
    const table: DataTable = { title: '', columns: [{ title: 'Tên', format: 'text' }], rows: [cells] };
    const csv = new TextDecoder().decode(writeCsv(table, 'vi'));
    expect(csv.split('\r\n')[1]?.replace(/^"/, '')).toMatch(/^'/);
  });

  it('takes out what XML cannot hold, keeps soft breaks and cuts what a cell cannot', () => {
    const xml = (value: string | number) => cellXml({ value }, 0, 1, createLooks(''));
    expect(xml('a\u0000b\u000Bc')).toContain('>ab\nc<');
    expect(xml('x'.repeat(40_000)).length).toBeLessThan(32_900);
    expect(xml(Number.NaN)).toBe('');
  });

  it('is built as the schema wants it, with every kind of part a sheet may have', async () => {
    const check: CellCheck = {
      ...{ range: 'A2:A4', formula: '"Có,Không"', title: 'a', help: 'b', errorTitle: 'c' },
      type: 'list',
    };
    const whole = { ...sheet, merges: ['A4:B4'], checks: [check], frozenColumns: 1, isLocked: true };
    const hidden = { name: 'b', widths: [], rows: [], isHidden: true };
    expect(officeFaults(unzipSync(await xlsxBytes([whole, hidden])))).toEqual([]);
  });

  it('is the same bytes every time', async () => {
    expect(Buffer.from(await xlsxBytes([sheet])).equals(await xlsxBytes([sheet]))).toBe(true);
  });

  it('writes 200,000 rows piece by piece without holding them', async () => {
    function* many(): Generator<SheetRow> {
      for (let row = 0; row < 200_000; row += 1) yield { cells: [{ value: `Xã ${row}` }, { value: row }] };
    }
    let largest = 0;
    let bytes = 0;
    await writeWorkbook([{ name: 'Dài', widths: [], rows: many() }], properties, (chunk) => {
      largest = Math.max(largest, chunk.length);
      bytes += chunk.length;
    });
    expect(bytes).toBeGreaterThan(1_000_000);
    expect(largest).toBeLessThan(bytes / 4);
  });

  it('stops between two pieces when it is cancelled', async () => {
    const stop = new AbortController();
    function* endless(): Generator<SheetRow> {
      for (let row = 0; row < 1_000_000; row += 1) {
        if (row === 3000) stop.abort();
        yield { cells: [{ value: row }] };
      }
    }
    await expect(
      xlsxBytes([{ name: 'Dừng', widths: [], rows: endless() }], stop.signal),
    ).rejects.toMatchObject({ code: 'CANCELLED' });
  });

  it('names sheets as Excel allows', () => {
    const taken = new Set(['1. Tình hình']);
    expect(sheetName('1. Tình hình', taken)).toBe('1. Tình hình (2)');
    expect(sheetName('a/b:c*[d]?', taken)).toBe('a b c  d');
    expect(sheetName('x'.repeat(50), taken)).toHaveLength(31);
    expect(sheetName('///', taken)).toBe('Sheet');
    expect(sheetName('4. Nhiệm vụ quá hạn và nguyên nhân', taken)).toBe('4. Nhiệm vụ quá hạn và nguyên');
  });

  it('gives a row the height of its longest wrapped cell, and none to what runs on in one line', () => {
    const points = (style: 'plain' | 'note', value: string, width: number) =>
      rowPoints(sheetRow(style, [{ value, format: 'text' }]).cells, [width]);
    const long = 'Quá hạn '.repeat(12);
    expect(points('plain', long, 60)).toBe(30);
    expect(points('plain', long, 200)).toBeNull();
    expect(points('note', long, 60)).toBeNull();
    expect(points('plain', 'Một\nHai\nBa', 60)).toBe(45);
    expect(points('plain', 'x'.repeat(32_000), 10)).toBe(409);
  });

  it('marks codes as text on purpose, so that Excel finds no mistake in them', async () => {
    const bytes = await xlsxBytes([{ name: 'Mã', widths: [10], rows: [{ cells: [{ value: '01' }] }] }]);
    const sheet = Buffer.from(unzipSync(bytes)['xl/worksheets/sheet1.xml'] ?? []).toString();
    expect(sheet).toContain('<ignoredError sqref="A1:A1" numberStoredAsText="1"/>');
  });

  it('counts columns past Z', () => {
    const names = ['A', 'Z', 'AA', 'ZZ', 'AAA'];
    expect([0, 25, 26, 701, 702].map(columnName)).toEqual(names);
    expect(names.map((name) => columnIndex(`${name}12`))).toEqual([0, 25, 26, 701, 702]);
  });
});

describe('a cell of a page', () => {
  const say = createSay('vi', { unit: new Map(), task: new Map(), indicator: new Map() });

  it('keeps for a workbook the whole of a text that a page shows shortened', () => {
    const whole = 'Nhiệm vụ quá hạn của nhóm Hoàn thiện thể chế, hành lang pháp lý';
    const { value, text } = shortCell(whole, 30);
    expect(value).toBe(whole);
    expect(text).toBe('Nhiệm vụ quá hạn của nhóm…');
  });

  it('keeps a remark whole where it shortens what the remark is about', () => {
    const task = 'Hoàn thiện thể chế, hành lang pháp lý cho chuyển đổi số của chính quyền địa phương hai cấp';
    const why = 'chậm vì thiếu kinh phí';
    expect(notedCell(task, '', 200)).toEqual({ value: task, text: task });
    const { value, text } = notedCell(task, why, 60);
    expect(value).toBe(`${task} (${why})`);
    expect(text).toBe(`Hoàn thiện thể chế, hành lang pháp… (${why})`);
  });

  it('is the day of a cut, or its month in words', () => {
    expect(cutCell(say, 'week-2025-07-28')).toEqual({ value: '2025-07-28', text: '28/07/2025' });
    expect(cutCell(say, 'month-2025-07').value).toBe(cutCell(say, 'month-2025-07').text);
  });
});

describe('a CSV file', () => {
  const table: DataTable = {
    title: '',
    columns: [
      { title: 'Đơn vị', format: 'text' },
      { title: 'Tỷ lệ; %', format: 'percent' },
    ],
    rows: [
      [
        { value: 'Xã "A"', format: 'text' },
        { value: 0.5, format: 'percent' },
      ],
      [
        { value: 'B', format: 'text' },
        { value: null, format: 'percent' },
      ],
    ],
  };

  it('is what Excel in Viet Nam opens: BOM, semicolons, decimal comma, quotes doubled', () => {
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(writeCsv(table, 'vi'));
    expect(text).toBe('\uFEFFĐơn vị;"Tỷ lệ; %"\r\n"Xã ""A""";0,5\r\nB;\r\n');
  });

  it('writes points and commas in English', () => {
    expect(new TextDecoder().decode(writeCsv(table, 'en'))).toContain('"Xã ""A""",0.5');
  });
});
