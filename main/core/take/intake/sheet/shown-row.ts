import type { Cell, PlainCell, Row } from '../read/table.ts';

/** A row as it is shown: the text of each cell, and its kind in a letter, large where a formula gave it. */
export interface ShownRow {
  readonly row: number;
  readonly texts: readonly (string | null)[];
  readonly kinds: string;
}

export function shownRow({ row, cells }: Row): ShownRow {
  let kinds = '';
  const texts = cells.map((cell) => {
    kinds += kindOf(cell);
    return textOf(cell);
  });
  return { row, texts, kinds };
}

function kindOf(cell: Cell): string {
  if (cell !== null && typeof cell === 'object') {
    if (cell.kind === 'formula') return kindOf(cell.value).toUpperCase();
    return cell.kind === 'percent' ? 'p' : cell.kind === 'date' ? 'd' : 'e';
  }
  if (typeof cell === 'number') return 'n';
  return typeof cell === 'boolean' ? 'b' : 't';
}

function textOf(cell: Cell | undefined): string | null {
  if (cell === null || cell === undefined) return null;
  if (typeof cell !== 'object') return String(cell);
  if (cell.kind === 'formula') return textOf(cell.value satisfies PlainCell);
  return cell.kind === 'error' ? cell.error : String(cell.value);
}
