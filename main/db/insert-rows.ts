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
  const all = [...columns.keys()];
  const names = columns.join(', ');
  const whole = rows.length - (rows.length % ROWS_AT_ONCE);
  for (let at = 0; at < whole; at += ROWS_AT_ONCE) {
    const some = rows.slice(at, at + ROWS_AT_ONCE);
    // What is null in all of them is written as such: of the rows of communes that is a quarter.
    const places = all.filter((place) => some.some((row) => row[place] !== null));
    const marks = all.map((place) => (places.includes(place) ? '?' : 'NULL')).join(', ');
    statementOf(database, `${table} (${names})`, `(${marks})`, ROWS_AT_ONCE).run(layOut(some, places));
  }
  const marks = all.map(() => '?').join(', ');
  for (const row of rows.slice(whole)) statementOf(database, `${table} (${names})`, `(${marks})`, 1).run(row);
}

function statementOf(database: WriteDatabase, target: string, row: string, count: number): Statement {
  const known = compiled.get(database) ?? new Map<string, Statement>();
  compiled.set(database, known);
  const key = `${count} ${target} ${row}`;
  const statement =
    known.get(key) ?? database.prepare(`INSERT INTO ${target} VALUES ${Array(count).fill(row).join(', ')}`);
  known.set(key, statement);
  return statement;
}

/** The cells at these places of the rows, one after the other. */
function layOut(rows: readonly (readonly Cell[])[], places: readonly number[]): Cell[] {
  const cells = new Array<Cell>(rows.length * places.length);
  let at = 0;
  for (const row of rows) {
    for (const place of places) {
      cells[at] = row[place] ?? null;
      at += 1;
    }
  }
  return cells;
}

/** A table whose key is the cut and what follows it in `columns`, `keys` columns in all, each a number. */
export interface CutTable {
  readonly name: string;
  /** Every column, those of the key first. */
  readonly columns: readonly string[];
  readonly keys: number;
}

type Row = readonly Cell[];

/**
 * Makes the rows of a cut what they are now. Only rows that differ are written: a recompute that finds what it found
 * before reads and compares, which takes a fraction of writing thousands of rows anew. In the order of the key, which is
 * the quickest to write.
 */
export function replaceRows(
  database: WriteDatabase,
  { name, columns, keys }: CutTable,
  cutId: number,
  rows: readonly Row[],
): void {
  const sorted = rows.toSorted((left, right) => compareKeys(left, right, keys));
  const isKey = columns.slice(0, keys);
  const sql = `SELECT ${columns.join(', ')} FROM ${name} WHERE cut_id = ? ORDER BY ${isKey.join(', ')}`;
  const stored = database.prepare(sql).raw().all(cutId) as Row[];
  const { gone, changed } = difference(stored, sorted, keys);
  if (gone.length > 0) {
    const remove = database.prepare(
      `DELETE FROM ${name} WHERE ${isKey.map((column) => `${column} = ?`).join(' AND ')}`,
    );
    for (const row of gone) remove.run(row.slice(0, keys));
  }
  insertRows(database, name, columns, changed);
}

/** What has to go of the stored rows and what to be written, both in the order of the key; a row that differs is both. */
function difference(
  stored: readonly Row[],
  rows: readonly Row[],
  keys: number,
): { readonly gone: Row[]; readonly changed: Row[] } {
  const gone: Row[] = [];
  const changed: Row[] = [];
  let place = 0;
  const isOf = (known: Row | undefined, row: Row) =>
    known !== undefined && compareKeys(known, row, keys) === 0;
  for (const row of rows) {
    for (let known = stored[place]; known && compareKeys(known, row, keys) < 0; known = stored[place]) {
      gone.push(known);
      place += 1;
    }
    const known = isOf(stored[place], row) ? stored[place++] : undefined;
    if (known !== undefined && isSame(known, row)) continue;
    if (known !== undefined) gone.push(known);
    changed.push(row);
  }
  gone.push(...stored.slice(place));
  return { gone, changed };
}

/** The cut is the same in all of them. */
function compareKeys(left: Row, right: Row, keys: number): number {
  for (let place = 1; place < keys; place += 1) {
    const order = Number(left[place]) - Number(right[place]);
    if (order !== 0) return order;
  }
  return 0;
}

function isSame(left: Row, right: Row): boolean {
  for (let place = 0; place < left.length; place += 1) if (left[place] !== right[place]) return false;
  return true;
}
