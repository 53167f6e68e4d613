import type { Cell, Row, TextDialect } from '../read/table.ts';
import type { Layout } from '../recognise/layout.ts';
import type { RowPlan } from '../recognise/plan.ts';
import { textOf } from '../recognise/text-of.ts';

/**
 * True for a row of a text file with more fields than its header: one of its numbers holds the delimiter ('1,912'
 * without quotes), so that no field of it stands where it should. Where commas divide, an empty field more says so as
 * well ('1,912,'); other programs end their rows with a semicolon or tab too many, which moves nothing.
 */
export function createWidthTest(
  dialect: TextDialect | null,
  width: number,
): (cells: readonly Cell[]) => boolean {
  if (dialect === null) return () => false;
  const isComma = dialect.delimiter === ',';
  return (cells) => cells.length > width && (isComma || cells.slice(width).some((cell) => cell !== null));
}

/** Rows of a file divided by commas whose numbers may hold a comma themselves, though no field is too many. */
export interface ShiftWatch {
  /** True where the row itself shows that its fields are moved: a number stands where no figure does. */
  readonly meet: (row: Row) => boolean;
  /** Told of a row with more fields than the header. */
  readonly meetTooWide: () => void;
  /** Rows that were taken and must not be, now that the file has shown that its numbers hold commas. */
  readonly doubtful: () => ReadonlySet<number>;
}

const NEVER: ShiftWatch = { meet: () => false, meetTooWide: () => {}, doubtful: () => new Set() };

/**
 * '10507,1,912' below 'Mã,Tiếp nhận,Ghi chú' says 1 with the note 912, and means 1,912: with a column behind the figures
 * that is mostly empty, no field is too many. A number in that column gives the row away; where it is a figure's own
 * column that was left empty, rows that look like '1,912' are in doubt once another row has shown what commas do here.
 */
export function createShiftWatch(
  dialect: TextDialect | null,
  layout: Pick<Layout, 'columns' | 'lastHeaderRow'>,
  plan: RowPlan,
  head: readonly Row[],
): ShiftWatch {
  if (dialect?.delimiter !== ',') return NEVER;
  const figures = plan.figures.flatMap(({ value, numerator, denominator }) => [
    value,
    numerator,
    denominator,
  ]);
  const used = figures.filter((column) => column >= 0);
  const last = Math.max(plan.unitCode, plan.unitName, plan.province, plan.cut, plan.indicator, ...used);
  const isLeftEmpty = (index: number) =>
    head.some(({ row, cells }) => row > layout.lastHeaderRow && (cells[index] ?? null) === null);
  const idle = layout.columns
    .filter(({ index }) => index > last)
    .filter(({ index, header, meaning }) => header === '' || meaning.role === 'note' || isLeftEmpty(index))
    .map(({ index }) => index);
  const first = Math.min(...used);
  const rows: number[] = [];
  let isShown = false;
  return {
    meet: ({ row, cells }) => {
      const isMoved = idle.some((index) => isDigits(cells[index]) && isDigits(cells[index - 1]));
      if (isMoved) isShown = true;
      else if (hasGroup(cells, first, last)) {
        rows.push(row);
        isShown ||= hasZeroGroup(cells, first, last);
      }
      return isMoved;
    },
    meetTooWide: () => {
      isShown = true;
    },
    doubtful: () => new Set(isShown ? rows : []),
  };
}

const isDigits = (cell: Cell | undefined): boolean => {
  const text = typeof cell === 'string' ? cell.trim() : typeof cell === 'number' ? textOf(cell) : '';
  return /^\d+$/.test(text);
};

/** Two neighbours that are one number where commas part thousands: '1' and '912'. */
function hasGroup(cells: readonly Cell[], first: number, last: number): boolean {
  for (let index = first; index < last; index += 1) if (isGroup(cells[index], cells[index + 1])) return true;
  return false;
}

/** '1' and '045': no office writes a number of things so. */
function hasZeroGroup(cells: readonly Cell[], first: number, last: number): boolean {
  for (let index = first; index < last; index += 1) {
    const next = cells[index + 1];
    if (isGroup(cells[index], next) && typeof next === 'string' && next.startsWith('0')) return true;
  }
  return false;
}

// Two million rows are asked: their lengths tell most of them.
function isGroup(cell: Cell | undefined, next: Cell | undefined): boolean {
  if (typeof cell !== 'string' || typeof next !== 'string') return false;
  return next.length === 3 && cell.length < 4 && /^[1-9]\d{0,2}$/.test(cell) && /^\d{3}$/.test(next);
}
