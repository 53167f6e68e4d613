import { expect, test } from 'vitest';
import { ownPackage } from '#main/core/files/office-package.ts';
import { markCells } from '#main/core/files/workbook/mark-cells.ts';
import { addNotes } from '#main/core/files/workbook/notes.ts';
import { sheetPart, workbookParts } from '#main/core/files/workbook/write.ts';
import { decodeText, zipParts } from '#main/core/files/zip.ts';
import { readWorkbookFile } from '#tests/setup/workbook-file.ts';

const properties = { title: 'a', author: 'b', asOf: '2025-07-31T09:00:00.000Z', font: 'c' };

test('a cell that is marked keeps what it says and how it shows it; one that is missing is put in its place', () => {
  const look = { format: 10, isBold: true };
  const cells = [{ value: null }, { value: 0.5, look }, { value: null }, { value: 'd' }];
  const rows = [{ cells }, { at: 7, cells: [{ value: true }] }];
  const file = ownPackage(workbookParts([{ name: 'S', widths: [], rows }], properties));
  markCells(file, new Map([[sheetPart(0), ['E1', 'B1', 'A1', 'A7']]]), 'F9D2D2');
  const [sheet] = readWorkbookFile(zipParts(file.parts));
  expect([...(sheet?.cells ?? [])].map(([place, { value, fill }]) => [place, value, fill])).toEqual([
    ['A1', null, 'F9D2D2'],
    ['B1', 0.5, 'F9D2D2'],
    ['D1', 'd', null],
    ['E1', null, 'F9D2D2'],
    ['A7', true, 'F9D2D2'],
  ]);
  expect(sheet?.cells.get('B1')?.format).toBe(10);
});

test('more notes than a block of ids holds have an id each, in blocks that the drawing lists', () => {
  const rows = Array.from({ length: 1500 }, () => ({ cells: [{ value: 1 }] }));
  const file = ownPackage(workbookParts([{ name: 'S', widths: [], rows }], properties));
  addNotes(file, sheetPart(0), new Map(rows.slice(0, 1400).map((_, at) => [`A${at + 1}`, 'một'])));
  addNotes(file, sheetPart(0), new Map(rows.slice(1400).map((_, at) => [`A${at + 1401}`, 'hai'])));
  const drawn = decodeText(file.parts['xl/drawings/kh02-drawing-1.vml'] ?? new Uint8Array());
  expect(new Set(drawn.match(/_x0000_s\d+/g)).size).toBe(1500);
  expect(drawn).toContain('data="1,2,3"');
  const [sheet] = readWorkbookFile(zipParts(file.parts));
  expect(sheet?.cells.get('A1400')?.note).toBe('một');
  expect(sheet?.cells.get('A1500')?.note).toBe('hai');
});
