import { foldText } from '#shared/text/fold.ts';
import { type Problem, type ProblemCode, problem } from '../problem.ts';
import type { Cell, Row } from '../read/table.ts';
import type { Layout } from '../recognise/layout.ts';
import type { RowPlan } from '../recognise/plan.ts';
import { textOf } from '../recognise/text-of.ts';
import { createRowMarks, type RowMarks } from './row-marks.ts';

/** Why a row of a table holds no figure of a unit. */
export type LeftOut = 'total' | 'section' | 'summary' | 'note' | 'signature' | 'header' | 'footer' | 'hand';

// With their accents, because Xã Công Chính and Xã Tống Sơn are communes; without any only as the whole text.
const TOTAL = /^(tổng|cộng|toàn (tỉnh|thành phố|tp|quốc)|cả nước|total|sum)(?!\p{Letter})/iu;
const TOTAL_WITHOUT_ACCENTS = /^(tong( cong| so)?|cong|toan (tinh|thanh pho|tp|quoc)|ca nuoc)$/;
/** Above the units of one kind, mostly with their sum. */
const SECTION = /^((cac|khoi|nhom) )?(xa|phuong|dac khu|thi tran)( (xa|phuong|dac khu))*$/;
/** Who made, checked and signed a table, below it. */
const SIGNATURE =
  /^(nguoi (lap|tong hop|kiem tra|ky)|can bo (lap|tong hop)|thu truong|chu tich|pho chu tich|(tm|kt|tl|tuq) |giam doc|pho giam doc|ke toan|xac nhan|noi nhan|ky ten|ky va ghi ro|da ky)/;
/** Says the same of all units in another way: how they are on average, what part of them, what it was before. */
const SUMMARY =
  /^(trung binh|binh quan|trong do|chia ra|luy ke|cung ky|so (voi|sanh)|cao nhat|thap nhat|ty le( chung)?|ke hoach (giao|nam)|average|of which)( |$)/;
/** Words below a table about the table. */
const NOTE = /^(ghi chu|chu thich|luu y|nguon( so lieu)?|giai thich|note|notes)( |$)/;
/** 'Hải Phòng, ngày 05 tháng 01 năm 2026': the line above the signatures. */
const SIGNED_ON = /ngay (\d{1,2} )?thang (\d{1,2} )?nam( \d{4})?$/;

export interface LeftOutTest {
  /** By what the row itself says; null for every other row. */
  readonly ruleOf: (cells: readonly Cell[]) => LeftOut | null;
  /** For a row of which no unit was found: below the signatures, or one of text alone that is no unit's. */
  readonly ruleOfNameless: (cells: readonly Cell[]) => LeftOut | null;
}

/**
 * Tells a row that adds up others, names a kind of units or is signed below the table: one of the texts before its
 * first figure says so ('Tổng cộng' often stands under the running number, merged as far as the name), no code names
 * a unit, and no unit bears that text as name.
 */
export function createLeftOutTest(plan: RowPlan, isUnitName: (text: string) => boolean): LeftOutTest {
  const end = firstFigure(plan);
  let isBelowSignature = false;
  const find = (cells: readonly Cell[], test: (text: string) => LeftOut | null): LeftOut | null => {
    for (const [index, cell] of cells.entries()) {
      const text = index === plan.cut ? '' : textOf(cell);
      const rule = text === '' ? null : test(text);
      if (rule === null || isUnitName(text)) continue;
      if (rule === 'signature') isBelowSignature = true;
      return rule;
    }
    return null;
  };
  const isNamed = (cells: readonly Cell[]) =>
    textOf(cells[plan.unitCode]) !== '' || textOf(cells[plan.unitName]) !== '';
  return {
    ruleOf: (cells) => (hasCode(cells[plan.unitCode]) ? null : find(cells.slice(0, end), ruleOfText)),
    ruleOfNameless: (cells) => {
      // A number of things is said of somebody: such a row is told to the sender, wherever it stands.
      if (cells.slice(end).some(isNumber)) return null;
      if (isBelowSignature) return 'signature';
      return isNamed(cells) ? null : find(cells, ruleOfFooter);
    },
  };
}

const isNumber = (cell: Cell): boolean => cell !== null && /^[-+]?\d[\d.,\s]*%?$/.test(textOf(cell));

function firstFigure({ figures, unitName, unitCode }: RowPlan): number {
  const columns = figures.flatMap(({ value, numerator, denominator }) => [value, numerator, denominator]);
  return Math.max(unitName + 1, unitCode + 1, Math.min(...columns.filter((column) => column >= 0)));
}

// Two million rows have one: the first sign of it is enough.
export function hasCode(cell: Cell | undefined): boolean {
  if (cell === undefined || cell === null) return false;
  const text = typeof cell === 'string' ? cell : textOf(cell);
  const first = text.charCodeAt(0);
  return (first >= 48 && first <= 57) || /\d/.test(text);
}

function ruleOfText(text: string): LeftOut | null {
  const folded = foldText(text);
  if (TOTAL.test(text) || TOTAL_WITHOUT_ACCENTS.test(folded)) return 'total';
  if (SECTION.test(folded)) return 'section';
  if (SUMMARY.test(folded)) return 'summary';
  if (NOTE.test(folded)) return 'note';
  return SIGNATURE.test(folded) ? 'signature' : null;
}

export const ruleOfFooter = (text: string): LeftOut | null =>
  SIGNED_ON.test(foldText(text)) ? 'signature' : ruleOfText(text);

/** True for a row of texts alone that is signed, or stands below one that is. */
export function createSignatureTest(): (cells: readonly Cell[]) => boolean {
  let isBelow = false;
  return (cells) => {
    isBelow ||= cells.some((cell) => ruleOfFooter(textOf(cell)) === 'signature');
    return isBelow && !cells.some(isNumber);
  };
}

/** True for a row that says again what a row above the figures said: tables of several pages repeat their header. */
export function createHeaderTest(
  head: readonly Row[],
  { header, lastHeaderRow }: Pick<Layout, 'header' | 'lastHeaderRow'>,
): (cells: readonly Cell[]) => boolean {
  const headers = head
    .filter(({ row }) => row <= lastHeaderRow)
    .map(({ row, cells }) => ({ row, texts: cells.map(textOf) }))
    // A title has one text and says nothing of columns; a row of the header may have one, too.
    .filter(({ row, texts }) => texts.filter((text) => text !== '').length > (row < header.first ? 1 : 0))
    .map(({ texts }) => texts);
  return (cells) =>
    headers.some((texts) => {
      const first = texts.findIndex((text) => text !== '');
      return textOf(cells[first]) === texts[first] && isSame(cells, texts);
    });
}

/** True for a row that says 'Mã xã' below 'Mã xã': a second table begins, whatever its other columns are. */
export function namesUnitsAgain({ columns }: Pick<Layout, 'columns'>, cells: readonly Cell[]): boolean {
  return columns.some(({ index, header, meaning }) => {
    const text = textOf(cells[index]);
    const isUnit = meaning.role === 'unitCode' || meaning.role === 'unitName';
    return isUnit && text !== '' && text === header;
  });
}

const isSame = (cells: readonly Cell[], texts: readonly string[]): boolean =>
  texts.every((text, index) => textOf(cells[index]) === text) &&
  cells.slice(texts.length).every((cell) => textOf(cell) === '');

const CODES = {
  total: 'TOTALS_LEFT_OUT',
  section: 'SECTIONS_LEFT_OUT',
  summary: 'SUMMARIES_LEFT_OUT',
  note: 'NOTES_LEFT_OUT',
  signature: 'SIGNATURES_LEFT_OUT',
  header: 'HEADERS_LEFT_OUT',
  footer: 'FOOTER_LEFT_OUT',
  hand: 'ROWS_TAKEN_OUT',
} as const satisfies Record<LeftOut, ProblemCode>;

/** Rows whose numbers are kept: more nobody looks through. */
const ROWS_NAMED = 2000;

/** Counts the rows of a sheet that were left out, and says by which rule. */
export function createLeftOutList(marks: RowMarks = createRowMarks()) {
  const counts = new Map<LeftOut, number>();
  const rows: { row: number; rule: LeftOut }[] = [];
  return {
    counts: (): ReadonlyMap<LeftOut, number> => counts,
    rows: (): readonly { readonly row: number; readonly rule: LeftOut }[] => rows,
    add: (rule: LeftOut, row: number): void => {
      counts.set(rule, (counts.get(rule) ?? 0) + 1);
      marks.set(row, rule);
      if (rows.length < ROWS_NAMED) rows.push({ row, rule });
    },
    /** One note for each rule. */
    tell: (sheet: string, report: (problem: Problem) => void): void => {
      for (const [rule, count] of counts) report(problem('warning', CODES[rule], { count }, { sheet }));
    },
  };
}
export type LeftOutList = ReturnType<typeof createLeftOutList>;
