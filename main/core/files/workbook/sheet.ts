import { XML_HEAD } from '#main/core/files/office-package.ts';
import { escapeXml } from '#main/core/files/xml-text.ts';
import { type Cell, cellXml, rowPoints } from './cells.ts';
import { type Looks, listXml, SPREADSHEET } from './looks.ts';
import { columnName } from './place.ts';

export interface SheetRow {
  readonly cells: readonly Cell[];
  /** Its number from 1, where it is not the next. */
  readonly at?: number;
  /** Its height; without it, what its wrapped texts need. */
  readonly points?: number;
}

/** What may be typed into a range of cells. */
export interface CellCheck {
  readonly range: string;
  readonly type: 'list' | 'whole' | 'custom';
  readonly operator?: 'greaterThanOrEqual';
  readonly formula: string;
  readonly title: string;
  readonly help: string;
  readonly errorTitle: string;
}

export interface Sheet {
  /** At most 31 characters, none of []:*?/\ (Excel's rules); see sheetName. */
  readonly name: string;
  /** Characters per column. */
  readonly widths: readonly number[];
  /** Rows and columns that stay in view when scrolling. */
  readonly frozenRows?: number;
  readonly frozenColumns?: number;
  /** Rows (from 1, the header's among them) and columns that get filter buttons. */
  readonly filter?: { readonly firstRow: number; readonly lastRow: number; readonly columns: number };
  readonly rows: Iterable<SheetRow>;
  /** Ranges that are one cell each. */
  readonly merges?: readonly string[];
  readonly checks?: readonly CellCheck[];
  /** Only cells whose look is unlocked can be changed, and the widths of columns. */
  readonly isLocked?: boolean;
  /** Not to be shown by hand either. */
  readonly isHidden?: boolean;
}

export function rowXml(row: SheetRow, number: number, widths: readonly number[], looks: Looks): string {
  const points = row.points ?? rowPoints(row.cells, widths);
  const height =
    points === null ? '' : ` ht="${points}"${row.points === undefined ? '' : ' customHeight="1"'}`;
  return `<row r="${number}"${height}>${row.cells.map((cell, column) => cellXml(cell, column, number, looks)).join('')}</row>`;
}

export function sheetHead({ widths, frozenRows = 0, frozenColumns = 0 }: Sheet): string {
  const columns = widths
    .map((width, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  return `${XML_HEAD}<worksheet xmlns="${SPREADSHEET}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews><sheetView workbookViewId="0">${paneXml(frozenRows, frozenColumns)}</sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/>${columns === '' ? '' : `<cols>${columns}</cols>`}<sheetData>`;
}

function paneXml(rows: number, columns: number): string {
  if (rows === 0 && columns === 0) return '';
  const pane = columns === 0 ? 'bottomLeft' : rows === 0 ? 'topRight' : 'bottomRight';
  const splits = `${columns === 0 ? '' : ` xSplit="${columns}"`}${rows === 0 ? '' : ` ySplit="${rows}"`}`;
  return `<pane${splits} topLeftCell="${columnName(columns)}${rows + 1}" activePane="${pane}" state="frozen"/>`;
}

/** Everything behind the rows, in the order that CT_Worksheet wants. */
export function sheetTail(
  { filter, widths, merges = [], checks = [], isLocked }: Sheet,
  rows: number,
): string {
  const protection = isLocked ? '<sheetProtection sheet="1" formatColumns="0"/>' : '';
  const buttons =
    filter === undefined
      ? ''
      : `<autoFilter ref="A${filter.firstRow}:${columnName(filter.columns - 1)}${filter.lastRow}"/>`;
  const merged = listXml(
    'mergeCells',
    merges.map((range) => `<mergeCell ref="${range}"/>`),
  );
  const checked = listXml('dataValidations', checks.map(checkXml));
  // Codes are text on purpose: without this Excel marks each of them as a mistake.
  const place = `A1:${columnName(Math.max(0, widths.length - 1))}${Math.max(1, rows)}`;
  const codes = `<ignoredErrors><ignoredError sqref="${place}" numberStoredAsText="1"/></ignoredErrors>`;
  return `</sheetData>${protection}${buttons}${merged}${checked}<pageSetup paperSize="9" fitToWidth="1" fitToHeight="0" orientation="landscape"/>${codes}</worksheet>`;
}

function checkXml({ range, type, operator, formula, title, help, errorTitle }: CellCheck): string {
  const texts = { errorTitle, error: help, promptTitle: title, prompt: help };
  const said = Object.entries(texts).map(([name, text]) => `${name}="${escapeXml(text)}"`);
  const compared = operator === undefined ? '' : ` operator="${operator}"`;
  return `<dataValidation type="${type}"${compared} allowBlank="1" showInputMessage="1" showErrorMessage="1" ${said.join(' ')} sqref="${range}"><formula1>${escapeXml(formula)}</formula1></dataValidation>`;
}
