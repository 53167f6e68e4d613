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

/** A table whose key is the cut and what follows it in `columns`, `keys` columns in all. */
export interface CutTable {
  readonly name: string;
  /** Every column, those of the key first. */
  readonly columns: readonly string[];
  readonly keys: number;
}

/**
 * Makes the rows of a cut what they are now. Only rows that differ are written: a recompute that finds what it found
 * before reads and compares, which takes a fraction of writing thousands of rows anew.
 */
export function replaceRows(
  database: WriteDatabase,
  { name, columns, keys }: CutTable,
  cutId: number,
  rows: readonly (readonly Cell[])[],
): void {
  const keyOf = (row: readonly Cell[]) => row.slice(1, keys).join();
  const sql = `SELECT ${columns.join(', ')} FROM ${name} WHERE cut_id = ?`;
  const stored = database.prepare(sql).raw().all(cutId) as Cell[][];
  const before = new Map(stored.map((row) => [keyOf(row), row]));
  const changed: (readonly Cell[])[] = [];
  for (const row of rows) {
    const key = keyOf(row);
    const known = before.get(key);
    if (known?.every((cell, place) => cell === row[place])) before.delete(key);
    else changed.push(row);
  }
  // What is left is gone or differs.
  const isKey = columns.slice(0, keys).map((column) => `${column} = ?`);
  const remove = database.prepare(`DELETE FROM ${name} WHERE ${isKey.join(' AND ')}`);
  for (const row of before.values()) remove.run(row.slice(0, keys));
  insertRows(database, name, columns, changed);
}
