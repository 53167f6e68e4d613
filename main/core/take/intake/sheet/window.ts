import type { Context } from '#main/core/ground/context.ts';
import { UserError } from '#shared/contract/errors.ts';
import {
  CELL_SHOWN,
  ROWS_FOUND,
  type SheetWindowDto,
  type SheetWindowInput,
  WINDOW_ROWS,
} from '#shared/contract/intake-sheet.ts';
import { foldText } from '#shared/text/fold.ts';
import { openDraft } from '../inbox/inbox.ts';
import type { Inspected } from '../inspect.ts';
import { refusalOf } from '../problem.ts';
import { forgetSheet, openedSheet } from './opened-sheets.ts';
import type { SheetPages } from './pages.ts';
import type { ShownRow } from './shown-row.ts';
import { understandingOf } from './understanding.ts';

interface Place {
  readonly id: string;
  readonly sheet: string;
}

/** A window of a sheet as it is, with what was made of its rows. IMPORT_UNKNOWN, FILE_UNREADABLE. */
export async function readWindow(
  context: Context,
  input: SheetWindowInput,
  signal: AbortSignal | undefined,
): Promise<SheetWindowDto> {
  const { inspected, pages } = await sheetAt(context, input, signal);
  const wanted = 'these' in input.rows ? input.rows.these : null;
  const { from, to } =
    'these' in input.rows
      ? { from: Math.min(...input.rows.these), to: Math.max(...input.rows.these) }
      : input.rows;
  await reach(context, { inspected, pages }, to);
  const found =
    wanted === null ? pages.between(from, Math.min(to, from + WINDOW_ROWS - 1)) : rowsAt(pages, wanted);
  const { left, right } = { left: input.columns.from, right: input.columns.to };
  const isOneCell = from === to && right - left === 1;
  const { markOf, unitOf } = understandingOf(inspected.collection, input.sheet, sheetIndex(inspected, input));
  return {
    rows: found.map(({ row, texts, kinds }) => ({
      row,
      texts: texts.slice(left, right).map((text) => (isOneCell ? text : shortened(text))),
      kinds: kinds.slice(left, right),
      mark: markOf(row),
      unit: unitOf(row),
    })),
    merged: pages.merged
      .filter(({ row, rows, column }) => row <= to && row + rows > from && column < right)
      .slice(0, WINDOW_ROWS * 4),
    ...{ lastRow: pages.lastRow, width: pages.width, isWhole: pages.isWhole },
  };
}

function rowsAt(pages: SheetPages, rows: readonly number[]): ShownRow[] {
  return rows.toSorted((one, other) => one - other).flatMap((row) => pages.between(row, row));
}

const shortened = (text: string | null): string | null =>
  text !== null && text.length > CELL_SHOWN ? `${text.slice(0, CELL_SHOWN)}…` : text;

/** The rows of a sheet in which the words stand, and of which the filter is true. IMPORT_UNKNOWN, FILE_UNREADABLE. */
export async function searchSheet(
  context: Context,
  input: Place & { readonly text: string; readonly only: 'all' | 'problems' | 'leftOut' },
  signal: AbortSignal | undefined,
): Promise<{ rows: number[]; total: number }> {
  const { inspected, pages } = await sheetAt(context, input, signal);
  await reach(context, { inspected, pages }, Number.MAX_SAFE_INTEGER);
  const { fits } = understandingOf(inspected.collection, input.sheet, sheetIndex(inspected, input));
  const words = foldText(input.text.trim());
  const rows: number[] = [];
  let total = 0;
  for (const one of pages.all()) {
    if (!fits(one.row, input.only) || !hasWords(one, words)) continue;
    total += 1;
    if (rows.length < ROWS_FOUND) rows.push(one.row);
  }
  return { rows, total };
}

const hasWords = ({ texts }: ShownRow, words: string): boolean =>
  words === '' || texts.some((text) => text !== null && foldText(text).includes(words));

async function sheetAt(context: Context, input: Place, signal: AbortSignal | undefined) {
  const { inspected } = await openDraft(context, input.id, signal);
  return { inspected, pages: openedSheet(context, inspected, sheetIndex(inspected, input)) };
}

function sheetIndex({ file }: Inspected, { id, sheet }: Place): number {
  const index = file.sheets.findIndex(({ name }) => name === sheet);
  // Its file was replaced by another: what the page asks of is no more.
  if (index < 0) throw new UserError('IMPORT_UNKNOWN', { id });
  return index;
}

async function reach(
  context: Context,
  { inspected, pages }: { readonly inspected: Inspected; readonly pages: SheetPages },
  row: number,
): Promise<void> {
  try {
    await pages.reach(row);
  } catch (cause) {
    forgetSheet(context, pages);
    if (refusalOf(cause) === null && !isGone(cause)) throw cause;
    throw new UserError('FILE_UNREADABLE', { file: inspected.source.name }, { cause });
  }
}

const isGone = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'EACCES');
