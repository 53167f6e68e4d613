import { columnIndex, columnName } from '#main/core/files/workbook/place.ts';
import { foldText } from '#shared/text/fold.ts';
import { type LeftOut, ruleOfFooter } from '../check/left-out.ts';
import type { Place } from '../problem.ts';
import type { Cell, Row } from '../read/table.ts';
import { textOf } from '../recognise/text-of.ts';
import type { Register } from '../resolve/register.ts';
import { type UnitsAcross, unitWord } from './find-units.ts';

/** A sheet whose units stand across, as one whose units stand one below the other. */
export interface TurnedSheet {
  /** Each column of the file as a row; above them what the sheet says before its table (-1), and names of groups (0). */
  readonly rows: readonly Row[];
  /** The rows of the file that are its columns, from the left. */
  readonly used: readonly number[];
  /** Rows of the file of no figures, by the rule that left them out. */
  readonly leftOut: readonly { readonly row: number; readonly rule: LeftOut }[];
  /** Where something stands in the file. */
  readonly placeOf: (place: Place) => Place;
}

const TITLES = -1;
const GROUPS = 0;
const MEASURE = /^(?:don vi (?:tinh|do)|dvt|don vi)$/;
const NUMBER = /^[-+]?\d[\d.,\s]*%?$/;
/** '1', 'II', '1.2', 'a)': which line it is. */
const NUMBERING = /^(?:[\d.]+|[ivx]+|[a-z])[.)]?$/iu;

/** Turns a sheet; its rows from the top. */
export function turnSheet(
  all: readonly Row[],
  { row: unitRow, column }: UnitsAcross,
  register: Register,
): TurnedSheet {
  const heads = all.filter(({ row }) => row === unitRow);
  const { kept, leftOut, groups } = sortRows(all, unitRow, column);
  const rows = [...heads, ...kept];
  const measure = labelColumn(heads[0], column, (text) => MEASURE.test(foldText(text)));
  const labels = Array.from({ length: column }, (_, at) => at).filter(
    (at) => at !== measure && !isCounting(rows.slice(1).map(({ cells }) => textOf(cells[at]))),
  );
  const nameOf = labels.at(-1) ?? column - 1;
  const label = (one: Row, at: number): Cell => {
    const unit = unitHeader(one, unitRow, column, register);
    if (unit !== null) return at === nameOf ? unit : null;
    const text = textOf(one.cells[at]);
    const of = measure < 0 || at !== nameOf ? '' : textOf(one.cells[measure]);
    return of === '' || text === '' ? text || null : `${text} (${of})`;
  };
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const titles = all.filter(({ row }) => row < unitRow).flatMap(({ cells }) => cells.map(textOf));
  const named = rows.map(({ row }) => groups.get(row) ?? null);
  return {
    rows: [
      { row: TITLES, cells: [titles.filter((text) => text !== '').join(' ; ')] },
      ...(named.every((text) => text === null) ? [] : [{ row: GROUPS, cells: named }]),
      ...labels.map((at) => ({ row: at + 1, cells: rows.map((one) => label(one, at)) })),
      ...Array.from({ length: width - column }, (_, at) => ({
        row: column + at + 1,
        cells: rows.map(({ cells }) => cells[column + at] ?? null),
      })),
    ],
    used: rows.map(({ row }) => row),
    leftOut,
    placeOf: (place) => placeOf(place, rows, nameOf),
  };
}

/** A virtual row is a column of the file, a virtual column one of its rows. */
function placeOf({ sheet, row = null, column = null }: Place, rows: readonly Row[], nameOf: number): Place {
  const at = column === null ? undefined : rows[columnIndex(column)]?.row;
  return {
    ...(sheet === undefined ? {} : { sheet }),
    row: at ?? null,
    column:
      row === null ? (at === undefined ? null : columnName(nameOf)) : row < 1 ? null : columnName(row - 1),
  };
}

/** 'Tên xã' above the names, 'Mã xã' above the codes: what the file has there speaks of its rows. */
function unitHeader({ row, cells }: Row, unitRow: number, column: number, register: Register): string | null {
  const words = cells.slice(column).map((cell) => unitWord(cell, register));
  const count = words.filter((word) => word !== null).length;
  const filled = cells.slice(column).filter((cell) => textOf(cell) !== '').length;
  const isUnits = row === unitRow || (row === unitRow + 1 && count * 2 > filled && words.includes('code'));
  if (!isUnits) return null;
  return words.filter((word) => word === 'code').length * 2 > count ? 'Mã xã' : 'Tên xã';
}

const labelColumn = (head: Row | undefined, column: number, test: (text: string) => boolean): number =>
  (head?.cells ?? []).slice(0, column).findIndex((cell) => test(textOf(cell)));

/** Whether the texts of a column number its lines, and hold no figures: 1, 2, 3; I, II; 1.1, 1.2. */
function isCounting(texts: readonly string[]): boolean {
  const own = texts.filter((text) => text !== '');
  const whole = own.filter((text) => /^\d+$/.test(text)).map(Number);
  return (
    own.every((text) => NUMBERING.test(text)) &&
    whole.every((number, at) => number <= texts.length && number > (whole[at - 1] ?? 0))
  );
}

/** The rows below the units: those with figures, and those that name a group, are signed or speak of the table. */
function sortRows(all: readonly Row[], unitRow: number, column: number) {
  const kept: Row[] = [];
  const leftOut: { row: number; rule: LeftOut }[] = [];
  const groups = new Map<number, string>();
  let group: string | null = null;
  let isBelow = false;
  for (const one of all.filter(({ row }) => row > unitRow)) {
    const texts = one.cells.map(textOf);
    const label = texts.slice(0, column).findLast((text) => text !== '' && !NUMBERING.test(text)) ?? '';
    const hasNumber = texts.slice(column).some((text) => NUMBER.test(text));
    const rule = hasNumber
      ? null
      : (texts.map((text) => footerRule(text)).find((found) => found !== null) ?? null);
    isBelow ||= rule !== null;
    if (rule !== null || (isBelow && !hasNumber)) {
      if (texts.some((text) => text !== '')) leftOut.push({ row: one.row, rule: rule ?? 'signature' });
    } else if (one.cells.slice(column).every(isEmpty)) {
      if (label === '') continue;
      group = label;
      leftOut.push({ row: one.row, rule: 'section' });
    } else {
      kept.push(one);
      if (group !== null) groups.set(one.row, group);
    }
  }
  return { kept, leftOut, groups };
}

const isEmpty = (cell: Cell): boolean => cell === null || (typeof cell === 'string' && cell.trim() === '');

/** Whether a text stands below tables; totals and groups of a table that is turned are rows of figures. */
function footerRule(text: string): LeftOut | null {
  const rule = text === '' ? null : ruleOfFooter(text);
  return rule === 'signature' || rule === 'note' ? rule : null;
}
