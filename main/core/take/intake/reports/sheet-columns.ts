import { columnName } from '#main/core/files/workbook/place.ts';
import type { ReportKind } from '#shared/contract/report-kinds.ts';
import { type Problem, problem } from '../problem.ts';
import type { Cell, Row } from '../read/table.ts';
import { foldHeader } from '../recognise/fold-header.ts';
import { HEADER_SEARCH_ROWS } from '../recognise/layout.ts';
import { textOf } from '../recognise/text-of.ts';
import type { Vocabulary } from '../recognise/vocabulary.ts';

/** Headers of each column as localities write them, folded (no accents, lower case, words by single spaces). */
const COLUMNS = {
  taskReport: {
    task: ['ma nhiem vu', 'nhiem vu', 'ma so nhiem vu', 'task', 'task code'],
    state: ['trang thai', 'tinh trang', 'trang thai thuc hien', 'tinh trang thuc hien', 'state', 'status'],
    progress: ['tien do', 'ty le hoan thanh', 'muc do hoan thanh', 'phan tram hoan thanh', 'progress'],
    doneOn: ['ngay hoan thanh', 'hoan thanh ngay', 'thoi diem hoan thanh', 'done on'],
    note: ['ghi chu', 'ket qua thuc hien', 'note', 'notes'],
    cause: ['nguyen nhan cham', 'nguyen nhan', 'ly do cham', 'nguyen nhan cham tien do', 'cause'],
  },
  difficulty: {
    id: ['ma kho khan', 'ma vuong mac', 'difficulty', 'id'],
    category: ['nhom kho khan', 'nhom', 'loai kho khan', 'nhom kho khan vuong mac', 'category'],
    text: ['noi dung', 'noi dung kho khan', 'noi dung kho khan vuong mac', 'kho khan vuong mac', 'text'],
    since: ['tu ngay', 'ngay phat sinh', 'phat sinh tu ngay', 'since', 'reported on'],
    resolvedOn: ['ngay giai quyet', 'ngay giai quyet xong', 'giai quyet ngay', 'resolved on'],
    indicators: ['chi tieu lien quan', 'lien quan chi tieu', 'linked indicators', 'indicators'],
  },
  document: {
    kind: ['loai van ban', 'loai', 'kind'],
    number: ['so ky hieu', 'so hieu', 'so va ky hieu', 'so van ban', 'number'],
    title: ['trich yeu', 'trich yeu noi dung', 'noi dung trich yeu', 'title'],
    issuedOn: ['ngay ban hanh', 'ngay van ban', 'ban hanh ngay', 'issued on'],
    task: ['ma nhiem vu', 'nhiem vu', 'thuc hien nhiem vu', 'task', 'task code'],
  },
} as const satisfies Record<ReportKind, Readonly<Record<string, readonly string[]>>>;

/** Of each kind a header has all of one of these. */
const NEEDED: Readonly<Record<ReportKind, readonly (readonly string[])[]>> = {
  taskReport: [
    ['task', 'state'],
    ['task', 'progress'],
  ],
  difficulty: [['category', 'text']],
  document: [['number', 'title']],
};

/** Columns of templates that say what another column says already. */
const SPOKEN = ['ten nhiem vu', 'thoi han', 'han hoan thanh', 'task name', 'deadline', 'co quan chu tri'];
const KEY_ROLES = ['unitCode', 'unitName', 'province', 'cut', 'ignored'] as const;
type KeyRole = (typeof KEY_ROLES)[number];

/** How a sheet of reports is laid out: 0-based columns by what they say. */
export interface ReportLayout {
  readonly kind: ReportKind;
  readonly lastHeaderRow: number;
  readonly columns: ReadonlyMap<string, number>;
  /** The header of the progress says %. */
  readonly isPercent: boolean;
  readonly problems: readonly Problem[];
}

/** The header of a sheet of reports in words among its first rows; null where there is none. */
export function recogniseReports(
  rows: readonly Row[],
  vocabulary: Vocabulary,
  sheet: string,
): ReportLayout | null {
  let best: ReportLayout | null = null;
  for (const row of rows.slice(0, HEADER_SEARCH_ROWS)) {
    for (const kind of Object.keys(COLUMNS) as ReportKind[]) {
      const layout = readHeader(kind, row, vocabulary, sheet);
      if (layout !== null && layout.columns.size > (best?.columns.size ?? 0)) best = layout;
    }
  }
  return best;
}

function readHeader(
  kind: ReportKind,
  { row, cells }: Row,
  vocabulary: Vocabulary,
  sheet: string,
): ReportLayout | null {
  const columns = new Map<string, number>();
  const problems: Problem[] = [];
  for (const [index, cell] of cells.entries()) {
    const header = textOf(cell);
    if (header === '') continue;
    const place = { sheet, row, column: columnName(index) };
    const meaning = meaningOf(kind, header, vocabulary);
    const first = meaning === null ? undefined : columns.get(meaning);
    if (meaning === null) problems.push(problem('warning', 'COLUMN_UNKNOWN', { header }, place));
    else if (meaning === 'ignored') continue;
    else if (first === undefined) columns.set(meaning, index);
    else problems.push(problem('error', 'COLUMN_TWICE', { header, first: columnName(first) }, place));
  }
  if (!NEEDED[kind].some((needed) => needed.every((name) => columns.has(name)))) return null;
  const isPercent = textOf(cells[columns.get('progress') ?? -1]).includes('%');
  return { kind, lastHeaderRow: row, columns, isPercent, problems };
}

function meaningOf(kind: ReportKind, header: string, vocabulary: Vocabulary): string | null {
  const key = foldHeader(header);
  const own = Object.entries<readonly string[]>(COLUMNS[kind]).find(
    ([name, words]) => words.includes(key) || foldHeader(snake(name)) === key,
  );
  if (own !== undefined) return own[0];
  if (SPOKEN.includes(key)) return 'ignored';
  const role = vocabulary.exact.get(key)?.role;
  return KEY_ROLES.find((one): one is KeyRole => one === role) ?? null;
}

const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Whether nothing of its own stands in a row: units, cuts and what a template fills in say nothing. */
export function saysNothing(layout: ReportLayout, cells: readonly Cell[]): boolean {
  const own = Object.keys(COLUMNS[layout.kind]).filter(
    (name) => !(layout.kind === 'taskReport' && name === 'task'),
  );
  return own.every((name) => isEmpty(cells[layout.columns.get(name) ?? -1]));
}

function isEmpty(cell: Cell | undefined): boolean {
  return cell === undefined || cell === null || (typeof cell === 'string' && cell.trim() === '');
}
