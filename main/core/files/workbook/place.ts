/** 0 -> A, 25 -> Z, 26 -> AA. */
export function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : columnName(Math.floor(column / 26) - 1) + letter;
}

/** A -> 0, BC12 -> 54; -1 where no letter begins it. */
export function columnIndex(place: string): number {
  const [letters = ''] = /^[A-Za-z]*/.exec(place) ?? [];
  return [...letters.toUpperCase()].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}

/** Of a cell's place: C7 -> 7. */
export function rowNumber(place: string): number {
  return Number(/\d+$/.exec(place)?.[0] ?? Number.NaN);
}
