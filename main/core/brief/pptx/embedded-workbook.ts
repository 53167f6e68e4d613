import { columnName } from '#main/core/brief/xlsx/cells.ts';
import { escapeXml } from '#main/core/brief/xml-text.ts';
import { encodeText, zipParts } from '#main/core/brief/zip.ts';
import type { ChartSpec } from '#shared/charts/spec.ts';

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const SPREADSHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

/**
 * The workbook behind a native chart (ECMA-376 part 1, 21.2.2.63): categories in column A from row 2, one series
 * per column, names in row 1. The generator's own workbook writes 0 where there is no figure; this leaves the
 * cell out.
 */
export function embeddedWorkbook(chart: ChartSpec): Uint8Array {
  return zipParts({
    '[Content_Types].xml': encodeText(contentTypes()),
    '_rels/.rels': encodeText(relations('officeDocument', 'xl/workbook.xml')),
    'xl/workbook.xml': encodeText(workbook()),
    'xl/_rels/workbook.xml.rels': encodeText(workbookRelations()),
    'xl/styles.xml': encodeText(styles(chart)),
    'xl/worksheets/sheet1.xml': encodeText(sheet(chart)),
  });
}

function contentTypes(): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${type}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/></Types>`;
}

function relations(kind: string, target: string): string {
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/${kind}" Target="${target}"/></Relationships>`;
}

function workbookRelations(): string {
  return `${HEAD}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`;
}

function workbook(): string {
  return `${HEAD}<workbook xmlns="${SPREADSHEET}" xmlns:r="${RELATIONS}"><sheets><sheet name="Sheet1" sheetId="1" r:id="rId1"/></sheets></workbook>`;
}

/** Style 1 is the number format of the values. 9 and 10 are built-in percent formats, 3 is #,##0, 4 #,##0.00. */
function styles(chart: ChartSpec): string {
  const format = { percent: 10, integer: 3, decimal: 4 }[chart.format];
  return `${HEAD}<styleSheet xmlns="${SPREADSHEET}"><fonts count="1"><font><sz val="11"/><name val="Be Vietnam Pro"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="${format}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`;
}

function sheet(chart: ChartSpec): string {
  const names = ['', ...chart.series.map((series) => series.name)];
  const header = names.map((name, column) => textCell(name, column, 1)).join('');
  const rows = chart.categories.map((category, index) => {
    const row = index + 2;
    const values = chart.series.map((series, column) => {
      const value = series.values[index] ?? null;
      return value === null ? '' : `<c r="${columnName(column + 1)}${row}" s="1"><v>${value}</v></c>`;
    });
    return `<row r="${row}">${textCell(category, 0, row)}${values.join('')}</row>`;
  });
  return `${HEAD}<worksheet xmlns="${SPREADSHEET}"><cols><col min="1" max="1" width="36" customWidth="1"/></cols><sheetData><row r="1">${header}</row>${rows.join('')}</sheetData></worksheet>`;
}

function textCell(text: string, column: number, row: number): string {
  if (text === '') return '';
  return `<c r="${columnName(column)}${row}" t="inlineStr"><is><t>${escapeXml(text)}</t></is></c>`;
}
