import type { Statement } from 'better-sqlite3';
import type { WriteDatabase } from './open.ts';

export type Cell = string | number | null;

/** 50 rows a statement: the cost of a call is shared, the statement stays small. */
const ROWS_AT_ONCE = 50;

/** Compiling a statement of 50 rows takes as long as running it, and the same few tables are written again and again. */
const compiled = new WeakMap<WriteDatabase, Map<string, Statement>>();

/** Writes `rows` into `table`, many at a time. */
export function insertRows(
  database: WriteDatabase,
  table: string,
  columns: readonly string[],
  rows: readonly (readonly Cell[])[],
): void {
  const whole = rows.length - (rows.length % ROWS_AT_ONCE);
  if (whole > 0) {
    const many = insertStatement(database, table, columns, ROWS_AT_ONCE);
    const cells = new Array<Cell>(ROWS_AT_ONCE * columns.length);
    for (let at = 0; at < whole; at += ROWS_AT_ONCE) many.run(layOut(rows, at, cells));
  }
  if (whole === rows.length) return;
  const one = insertStatement(database, table, columns, 1);
  for (const row of rows.slice(whole)) one.run(row);
}

function insertStatement(
  database: WriteDatabase,
  table: string,
  columns: readonly string[],
  count: number,
): Statement {
  const one = `(${columns.map(() => '?').join(', ')})`;
  const sql = `INSERT INTO ${table} (${columns.join(', ')}) VALUES ${Array(count).fill(one).join(', ')}`;
  const statements = compiled.get(database) ?? new Map<string, Statement>();
  const statement = statements.get(sql) ?? database.prepare(sql);
  compiled.set(database, statements.set(sql, statement));
  return statement;
}

/** The cells of the rows from `at` on, one after the other, in place of what `cells` held. */
function layOut(rows: readonly (readonly Cell[])[], at: number, cells: Cell[]): Cell[] {
  let place = 0;
  for (let row = at; row < at + ROWS_AT_ONCE; row += 1) {
    for (const cell of rows[row] ?? []) {
      cells[place] = cell;
      place += 1;
    }
  }
  return cells;
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
  const sql = `SELECT ${columns.join(', ')} FROM ${name} WHERE cut_id = ?`;
  const stored = database.prepare(sql).raw().all(cutId) as Cell[][];
  if (stored.length === 0) {
    insertRows(database, name, columns, rows);
    return;
  }
  const keyOf = (row: readonly Cell[]) => row.slice(1, keys).join();
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
