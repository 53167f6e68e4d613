import type { Cell, TextDialect } from '../read/table.ts';

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
