import type { RecipeContent } from '#shared/contract/recipes.ts';
import type { Cell, Row } from '../read/table.ts';
import type { HeaderRows } from '../recognise/chosen.ts';
import { textOf } from '../recognise/layout.ts';

/** A text as it is compared: case and the spaces around and between words do not count, every letter does. */
export function shapeText(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

/** The texts of a row of a header, without the empty cells at its end. */
export function shapeOf(cells: readonly Cell[]): string[] {
  const texts = cells.map((cell) => shapeText(textOf(cell)));
  return texts.slice(0, texts.findLastIndex((text) => text !== '') + 1);
}

/** What a row begins with: its first text that has a letter; null where it has none. */
export function labelOf({ cells }: Pick<Row, 'cells'>): string | null {
  const text = cells.map(textOf).find((one) => /\p{Letter}/u.test(one));
  return text === undefined ? null : shapeText(text);
}

/** The rows of a sheet's beginning that have just this header; null where none have. */
export function findShape(
  head: readonly Row[],
  { header }: Pick<RecipeContent, 'header'>,
): HeaderRows | null {
  for (let at = 0; at + header.length <= head.length; at += 1) {
    const own = head.slice(at, at + header.length);
    if (own.every(({ cells }, index) => isSame(shapeOf(cells), header[index] ?? []))) {
      return { first: own[0]?.row ?? 0, last: own.at(-1)?.row ?? 0 };
    }
  }
  return null;
}

const isSame = (left: readonly string[], right: readonly string[]): boolean =>
  left.length === right.length && left.every((text, index) => text === right[index]);

/** How a sheet differs from a header: the first text of it that no row has; null where all are there. */
export function firstMissing(head: readonly Row[], { header }: Pick<RecipeContent, 'header'>): string | null {
  const there = new Set(head.flatMap(({ cells }) => shapeOf(cells)));
  return header.flat().find((text) => !there.has(text)) ?? null;
}
