import { escapeXml } from '#main/core/files/xml-text.ts';
import { cleanText } from '#shared/text/clean-text.ts';
import type { Look, Looks } from './looks.ts';
import { columnName } from './place.ts';

export interface Cell {
  readonly value: string | number | boolean | null;
  readonly look?: Look;
}

/** Excel's own limit for the text of one cell. */
const CELL_CHARACTERS_MAX = 32_767;

/** One cell as XML; nothing for an empty one that has no look. Text stays text whatever it starts with. */
export function cellXml({ value, look }: Cell, column: number, row: number, looks: Looks): string {
  const style = look === undefined ? '' : ` s="${looks.numberOf(look)}"`;
  const start = `<c r="${columnName(column)}${row}"${style}`;
  // Excel has no infinity and no NaN: such a cell would make the whole file unreadable.
  if (typeof value === 'number' && Number.isFinite(value)) return `${start}><v>${value}</v></c>`;
  if (typeof value === 'boolean') return `${start} t="b"><v>${Number(value)}</v></c>`;
  if (typeof value === 'string' && value !== '') {
    const text = cleanText(value).slice(0, CELL_CHARACTERS_MAX).normalize('NFC');
    return `${start} t="inlineStr"><is><t xml:space="preserve">${escapeXml(text)}</t></is></c>`;
  }
  return look === undefined ? '' : `${start}/>`;
}

/** Points of one line of the body's letters. */
const LINE_POINTS = 15;
/** Excel's own limit. */
const ROW_POINTS_MAX = 409;

/**
 * Points that a row needs for its longest wrapped cell, null where one line is enough. Programs fit a row themselves
 * only when somebody edits it.
 */
export function rowPoints(cells: readonly Cell[], widths: readonly number[]): number | null {
  let most = 1;
  for (const [column, { value, look }] of cells.entries()) {
    const width = widths[column];
    if (typeof value !== 'string' || width === undefined || look?.isWrapped !== true) continue;
    const lines = cleanText(value)
      .split('\n')
      .map((line) => Math.max(1, Math.ceil(line.length / (width - 1))));
    most = Math.max(
      most,
      lines.reduce((all, one) => all + one, 0),
    );
  }
  return most === 1 ? null : Math.min(ROW_POINTS_MAX, most * LINE_POINTS);
}
