import type { WriteDatabase } from './open.ts';

export type Cell = string | number | null;

/** 50 rows a statement: the cost of a call is shared, the statement stays small. */
const ROWS_AT_ONCE = 50;

/** Writes `rows` into `table`, many at a time. */
export function insertRows(
  database: WriteDatabase,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
): void {
  const one = `(${columns.map(() => '?').join(', ')})`;
  const prepare = (count: number) =>
    database.prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${Array(count).fill(one).join(', ')}`,
    );
  const whole = rows.length - (rows.length % ROWS_AT_ONCE);
  const many = whole > 0 ? prepare(ROWS_AT_ONCE) : null;
  for (let at = 0; at < whole; at += ROWS_AT_ONCE) many?.run(rows.slice(at, at + ROWS_AT_ONCE).flat());
  if (whole < rows.length) prepare(rows.length - whole).run(rows.slice(whole).flat());
}
