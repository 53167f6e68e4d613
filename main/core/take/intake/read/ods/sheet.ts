import { LIMITS } from '../../limits.ts';
import { FileRefused, limitExceeded } from '../../problem.ts';
import { asShown } from '../legacy/fonts.ts';
import type { LegacyNotes } from '../legacy/notes.ts';
import { meetRange } from '../merged.ts';
import { isoDateCell } from '../numbers.ts';
import type { RowBuilder } from '../row-builder.ts';
import type { Cell, MeetMerged, PlainCell } from '../table.ts';
import type { Attributes, XmlHandlers } from '../xlsx/xml.ts';
import type { OdsStyles } from './styles.ts';

interface OdsCell {
  type: string;
  value: string;
  formula: string | null;
  style: string | undefined;
  repeated: number;
  text: string;
  paragraphs: number;
  isInParagraph: boolean;
}

export interface OdsTarget {
  readonly name: string;
  readonly rows: RowBuilder;
  readonly styles: OdsStyles;
  readonly notes: LegacyNotes;
  readonly meetMerged?: MeetMerged | undefined;
}

const ERROR = /^(#(DIV\/0!|N\/A|REF!|VALUE!|NAME\?|NUM!|NULL!)|(Err|Lỗi):\d+)$/;
/** Elements of a cell whose text is its own; what pictures, notes and forms say is not. */
const TEXT_PARENTS = new Set(['p', 'span', 'a', 's', 'tab', 'line-break']);

/**
 * What the elements of one sheet put into rows. Repeated cells and rows are put as often as they say, within limits:
 * the empty ones, of which a sheet has a million, cost nothing.
 */
export function odsSheetHandlers(target: OdsTarget): Required<XmlHandlers> {
  const { name: sheet, rows } = target;
  let row = 1;
  let rowTimes = 1;
  let repeatedRows = 0;
  let hasContent = false;
  let column = 0;
  let cell: OdsCell | null = null;
  /** How deep inside something of the cell that is not its text. */
  let aside = 0;
  const openRow = (attributes: Attributes): void => {
    rowTimes = times(attributes.get('table:number-rows-repeated'));
    column = 0;
    hasContent = false;
    rows.begin(row);
  };
  const closeRow = (): void => {
    if (hasContent) repeatedRows += rowTimes - 1;
    rows.end(rowTimes);
    row += rowTimes;
  };
  const meetSpan = (attributes: Attributes): void => {
    const right = column + times(attributes.get('table:number-columns-spanned')) - 1;
    const bottom = row + times(attributes.get('table:number-rows-spanned')) - 1;
    meetRange(target.meetMerged, { top: row, left: column, bottom, right });
  };
  const openCell = (attributes: Attributes): void => {
    if (target.meetMerged !== undefined) meetSpan(attributes);
    cell = {
      type: attributes.get('office:value-type') ?? '',
      value: storedValue(attributes),
      formula: attributes.get('table:formula') ?? null,
      style: attributes.get('table:style-name'),
      repeated: times(attributes.get('table:number-columns-repeated')),
      text: '',
      paragraphs: 0,
      isInParagraph: false,
    };
  };
  const closeCell = (one: OdsCell): void => {
    const value = cellOf(one, (text) => shown(text, one.style, column, target));
    if (value !== null) {
      hasContent = true;
      if (rowTimes > 1 && repeatedRows + rowTimes > LIMITS.repeatedRows)
        throw limitExceeded('repeatedRows', repeatedRows + rowTimes, { sheet, row });
      const last = Math.min(column + one.repeated, LIMITS.columns + 1);
      for (let at = column; at < last; at += 1) rows.put(at, value);
    }
    column += one.repeated;
  };
  return {
    open: (name, attributes) => {
      if (name === 'table-row') openRow(attributes);
      else if (name === 'table-cell' || name === 'covered-table-cell') openCell(attributes);
      else if (cell === null) return;
      else if (aside > 0 || !TEXT_PARENTS.has(name)) aside += 1;
      else openText(cell, name, attributes);
    },
    wantsText: () => cell?.isInParagraph === true && aside === 0,
    text: (text) => {
      if (cell === null) return;
      cell.text += text;
      if (cell.text.length > LIMITS.cellCharacters)
        throw limitExceeded('cellCharacters', cell.text.length, { sheet, row });
    },
    close: (name) => {
      if (name === 'table-row') closeRow();
      else if (cell === null) return;
      else if (name === 'table-cell' || name === 'covered-table-cell') {
        closeCell(cell);
        cell = null;
        aside = 0;
      } else if (aside > 0) aside -= 1;
      else if (name === 'p') cell.isInParagraph = false;
    },
  };
}

function openText(cell: OdsCell, name: string, attributes: Attributes): void {
  if (name === 'p') {
    if (cell.paragraphs > 0) cell.text += '\n';
    cell.paragraphs += 1;
    cell.isInParagraph = true;
  } else if (name === 's') cell.text += ' '.repeat(Math.min(times(attributes.get('text:c')), 100));
  else if (name === 'tab') cell.text += '\t';
  else if (name === 'line-break') cell.text += '\n';
}

function storedValue(attributes: Attributes): string {
  for (const name of VALUES) {
    const value = attributes.get(name);
    if (value !== undefined) return value;
  }
  return '';
}
const VALUES = [
  'office:value',
  'office:date-value',
  'office:boolean-value',
  'office:string-value',
  'office:time-value',
] as const;

/** How often a cell or row is there; more than a sheet can hold is no number of a file that is whole. */
function times(text: string | undefined): number {
  if (text === undefined) return 1;
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1 || number > 1_048_576)
    throw new FileRefused('FILE_DAMAGED', { part: 'content.xml' });
  return number;
}

function cellOf(cell: OdsCell, asText: (text: string) => string): Cell {
  const plain = plainOf(cell, asText);
  if (cell.formula === null) return plain;
  return { kind: 'formula', value: plain, formula: cell.formula.replace(/^([a-z]+:)?=?/, '') };
}

function plainOf(cell: OdsCell, asText: (text: string) => string): PlainCell {
  const { type, value, text, formula } = cell;
  const number = value === '' ? Number.NaN : Number(value);
  switch (type) {
    case 'float':
    case 'currency':
      return Number.isFinite(number) ? number : null;
    case 'percentage':
      return Number.isFinite(number) ? { kind: 'percent', value: number } : null;
    case 'date':
      return isoDateCell(value);
    case 'boolean':
      return value === 'true';
    case 'time':
      return text;
    default:
      if (type === '' && cell.paragraphs === 0) return null;
      if (formula !== null && ERROR.test(text)) return { kind: 'error', error: text };
      return asText((cell.paragraphs === 0 ? value : text).normalize('NFC'));
  }
}

function shown(text: string, style: string | undefined, column: number, target: OdsTarget): string {
  const font = target.styles.fontOf(style);
  if (font === null) return text;
  const meant = asShown(text, font);
  if (meant !== text) target.notes.add(target.name, column, font.charset, font.name);
  return meant;
}
