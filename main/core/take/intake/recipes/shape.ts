import type { RecipeContent } from '#shared/contract/recipes.ts';
import type { Cell, Row } from '../read/table.ts';
import type { HeaderRows } from '../recognise/chosen.ts';
import { withoutMonth } from '../recognise/months.ts';
import { textOf } from '../recognise/text-of.ts';

/** A text as it is compared: case and the spaces around and between words do not count, every letter does. */
export function shapeText(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The texts of a row of a header, without the empty cells at its end, with a word in the place of a month. */
export function shapeOf(cells: readonly Cell[]): string[] {
  const texts = cells.map((cell) => withoutMonth(shapeText(textOf(cell))));
  return texts.slice(0, texts.findLastIndex((text) => text !== '') + 1);
}

// The same row is asked about several times, and two million rows must not be spelled out more than once each.
let lastAsked: readonly Cell[] | null = null;
let lastLabel: string | null = null;

/** What a row begins with: its first text that has a letter; null where it has none. */
export function labelOf({ cells }: Pick<Row, 'cells'>): string | null {
  if (cells !== lastAsked) {
    lastAsked = cells;
    lastLabel = firstWords(cells);
  }
  return lastLabel;
}

function firstWords(cells: readonly Cell[]): string | null {
  for (const cell of cells) {
    // Text of a cell is NFC and on one line already, so that lower case is all that is left of `shapeText`.
    const text = textOf(cell).toLowerCase();
    if (text !== text.toUpperCase()) return text;
  }
  return null;
}

/** The beginning of a sheet with the texts of each row as they are compared, spelled out once for all recipes. */
export interface Beginning {
  readonly rows: readonly Row[];
  readonly shapes: readonly (readonly string[])[];
}

export function beginningOf(rows: readonly Row[]): Beginning {
  return { rows, shapes: rows.map(({ cells }) => shapeOf(cells)) };
}

/** The rows of a sheet's beginning that have just this header; null where none have. */
export function findShape(
  { rows, shapes }: Beginning,
  { header }: Pick<RecipeContent, 'header'>,
): HeaderRows | null {
  // Recipes of before keep the month that they were made in.
  const wanted = header.map((texts) => texts.map(withoutMonth));
  for (let at = 0; at + header.length <= rows.length; at += 1) {
    if (!wanted.every((texts, index) => isSame(shapes[at + index] ?? [], texts))) continue;
    return { first: rows[at]?.row ?? 0, last: rows[at + header.length - 1]?.row ?? 0 };
  }
  return null;
}

const isSame = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((text, index) => text === right[index]);

/** How a sheet differs from a header: the first text of it that no row has; null where all are there. */
export function firstMissing(
  { shapes }: Beginning,
  { header }: Pick<RecipeContent, 'header'>,
): string | null {
  const there = new Set(shapes.flat());
  return header.flat().find((text) => !there.has(withoutMonth(text))) ?? null;
}
