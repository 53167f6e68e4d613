import type { IntakePreviewDto, IntakeProblemDto } from '#shared/contract/intake.ts';
import type { RowMark } from '#shared/contract/intake-sheet.ts';
import type { Revision } from '../inbox-item.ts';

export type SheetColumn = IntakePreviewDto['sheets'][number]['columns'][number];

/** What was understood of one sheet, and what a person has changed in it, by row and column. */
export interface SheetView {
  readonly sheet: string;
  readonly header: { readonly first: number; readonly last: number } | null;
  /** The last row above the figures. */
  readonly headEnds: number | null;
  /** By its letters. */
  readonly columns: ReadonlyMap<string, SheetColumn>;
  readonly problems: ReadonlyMap<number, readonly IntakeProblemDto[]>;
  /** Rows that have a problem, from the top. */
  readonly troubled: readonly number[];
  /** By row: the texts put in place of cells, by column letters. */
  readonly fixes: ReadonlyMap<number, ReadonlyMap<string, string>>;
  readonly excluded: ReadonlySet<number>;
}

export type RowRole = RowMark | 'title' | 'head';

export function sheetView(preview: IntakePreviewDto, sheet: string, revision: Revision): SheetView {
  const found = preview.sheets.find((one) => one.sheet === sheet);
  // Rows of a header are columns there.
  const isAcross = found?.orientation === 'across';
  const problems = Map.groupBy(
    preview.problems.filter((one) => one.sheet === sheet && one.row !== null),
    ({ row }) => row ?? 0,
  );
  return {
    sheet,
    header: isAcross ? null : (found?.header ?? null),
    headEnds: isAcross ? null : (found?.headEnds ?? null),
    columns: new Map((found?.columns ?? []).map((column) => [column.column, column])),
    problems,
    troubled: [...problems.keys()].toSorted((one, other) => one - other),
    fixes: fixesOf(sheet, revision),
    excluded: new Set(revision.excluded.flatMap((key) => rowOfKey(sheet, key))),
  };
}

function fixesOf(sheet: string, { fixes }: Revision) {
  const byRow = new Map<number, Map<string, string>>();
  for (const [key, text] of Object.entries(fixes)) {
    if (!key.startsWith(`${sheet}!`)) continue;
    const [, column = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(key.slice(sheet.length + 1)) ?? [];
    if (row === '') continue;
    const own = byRow.get(Number(row)) ?? new Map<string, string>();
    byRow.set(Number(row), own.set(column, text));
  }
  return byRow;
}

function rowOfKey(sheet: string, key: string): number[] {
  const row = key.startsWith(`${sheet}!`) ? Number(key.slice(sheet.length + 1)) : Number.NaN;
  return Number.isInteger(row) ? [row] : [];
}

/** What a row is: above the figures by where it stands, below by what was made of it. */
export function roleOf({ header, headEnds }: SheetView, row: number, mark: RowMark | null): RowRole | null {
  if (header === null) return mark;
  if (row < header.first) return 'title';
  return row <= (headEnds ?? header.last) ? 'head' : mark;
}

/** 0 is A, 26 AA: as in a spreadsheet. */
export function lettersOf(column: number): string {
  const rest = Math.floor(column / 26);
  const letter = String.fromCharCode(65 + (column % 26));
  return rest === 0 ? letter : lettersOf(rest - 1) + letter;
}

export function columnOfLetters(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** The next place with a problem behind (or before) this row; over the end it begins anew. */
export function nextTrouble({ troubled }: SheetView, row: number, step: 1 | -1): number | null {
  if (step === 1) return troubled.find((one) => one > row) ?? troubled[0] ?? null;
  return troubled.findLast((one) => one < row) ?? troubled.at(-1) ?? null;
}

/** The worst of some problems. */
export function severityOf(problems: readonly IntakeProblemDto[]): IntakeProblemDto['severity'] | null {
  for (const severity of ['error', 'question', 'warning'] as const)
    if (problems.some((one) => one.severity === severity)) return severity;
  return null;
}
