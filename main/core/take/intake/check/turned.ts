import { columnName } from '#main/core/files/workbook/place.ts';
import type { Problem } from '../problem.ts';
import { problem } from '../problem.ts';
import type { Row, TableFile } from '../read/table.ts';
import { beginningOf, findShape } from '../recipes/shape.ts';
import { recogniseLayout } from '../recognise/layout.ts';
import type { FigureColumnsPlan } from '../recognise/plan.ts';
import { textOf } from '../recognise/text-of.ts';
import { recogniseReports } from '../reports/sheet-columns.ts';
import { findUnitsAcross, firstTextsAcross, type UnitsAcross } from '../turn/find-units.ts';
import { type TurnedSheet, turnSheet } from '../turn/turn-sheet.ts';
import type { Collecting } from './collecting.ts';
import { createLeftOutList } from './left-out.ts';
import { cellKey, rowKey } from './options.ts';
import { createRowMarks, type RowMarks } from './row-marks.ts';

/** More rows than a plan has indicators, with their parts, for two years of months. */
const MOST_ROWS = 5_000;

/**
 * Where the units of a sheet stand across: a person says so, or a recipe of its shape; or no header above the units is
 * found, and a row that names several of them.
 */
export function unitsAcross(collecting: Collecting, sheet: string, head: readonly Row[]): UnitsAcross | null {
  const { options, choices } = collecting;
  if (choices.orientation === 'down') return null;
  const found = findUnitsAcross(head, options.register);
  if (choices.orientation === 'across') return found ?? firstTextsAcross(head);
  const at = found ?? (recipesAcross(collecting).length > 0 ? firstTextsAcross(head) : null);
  if (at === null || recogniseReports(head, options.vocabulary, sheet) !== null) return null;
  if (recipesAcross(collecting).some((one) => fits(collecting, head, at, one.content))) return at;
  return found !== null && recogniseLayout(head, { ...options, choices }, sheet).layout === null
    ? found
    : null;
}

const recipesAcross = ({ options }: Collecting) =>
  (options.recipes?.known ?? []).filter(({ content }) => content.orientation === 'across');

function fits(
  { options }: Collecting,
  head: readonly Row[],
  at: UnitsAcross,
  content: Parameters<typeof findShape>[1],
): boolean {
  return findShape(beginningOf(turnSheet(head, at, options.register).rows), content) !== null;
}

/** All rows of such a sheet turned; null where there are too many for a table that stands so. */
export async function readTurned(
  { file, options, problems }: Collecting,
  { index, sheet }: { readonly index: number; readonly sheet: string },
  at: UnitsAcross,
): Promise<TurnedSheet | null> {
  const rows: Row[] = [];
  for await (const batch of file.rows(index)) {
    options.signal?.throwIfAborted();
    for (const row of batch)
      if (!options.excluded.has(rowKey(sheet, row.row))) rows.push(withFixes(row, sheet, options.fixes));
    if (rows.length > MOST_ROWS) return null;
  }
  const wide = tooWide(file, rows, at, sheet);
  for (const one of wide) problems.add(one);
  const known = new Set(wide.map(({ row }) => row));
  return turnSheet(
    rows.filter(({ row }) => !known.has(row)),
    at,
    options.register,
  );
}

function withFixes(row: Row, sheet: string, fixes: ReadonlyMap<string, string>): Row {
  if (fixes.size === 0) return row;
  const cells = row.cells.map((cell, at) => fixes.get(cellKey(sheet, columnName(at), row.row)) ?? cell);
  return { row: row.row, cells };
}

/** The file as its turned sheet is read: fields stand where they should, or the row has been told of. */
export function turnedFile(file: TableFile, { rows }: TurnedSheet): TableFile {
  const { dialect } = file;
  return {
    ...file,
    dialect: dialect?.delimiter === ',' ? { ...dialect, delimiter: '\t' } : dialect,
    rows: async function* () {
      yield rows;
    },
  };
}

/** Rows of a text file with more fields than it names units: a number holds the delimiter. */
function tooWide(
  { dialect }: TableFile,
  all: readonly Row[],
  { row: unitRow }: UnitsAcross,
  sheet: string,
): Problem[] {
  if (dialect === null) return [];
  const isComma = dialect.delimiter === ',';
  const width = all.find(({ row }) => row === unitRow)?.cells.length ?? 0;
  return all
    .filter(
      ({ row, cells }) => row > unitRow && cells.slice(width).some((cell) => isComma || textOf(cell) !== ''),
    )
    .map(({ row, cells }) =>
      problem('error', 'ROW_TOO_WIDE', { width, found: cells.length }, { sheet, row }),
    );
}

/** The row of the file that a figure of a turned sheet stands in. */
export const rowOfFigure =
  ({ used }: TurnedSheet) =>
  ({ value, numerator, denominator }: FigureColumnsPlan): number =>
    used[[value, numerator, denominator].find((column) => column >= 0) ?? 0] ?? 0;

/** What became of the rows of the file, said once the sheet was read. */
export function tellTurned(collecting: Collecting, sheet: string, turned: TurnedSheet): RowMarks {
  const marks = createRowMarks();
  const list = createLeftOutList(marks);
  for (const row of turned.used) marks.set(row, 'used');
  for (const { row, rule } of turned.leftOut) list.add(rule, row);
  collecting.leftOutOf.push(list);
  list.tell(sheet, (one) => collecting.problems.add(one));
  return marks;
}
