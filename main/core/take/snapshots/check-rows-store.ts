import type { ReadDatabase } from '#main/db/open.ts';
import type { TableDescription } from './format/description.ts';

/**
 * Whether a table holds a row which a CHECK of its own text forbids, or a limit beside it. SQLite checks a row when it is written;
 * `integrity_check` finds wrong types and missing values afterwards, but no row that was written past a CHECK. A
 * check that yields NULL is met, as in SQL.
 */
export function hasForbiddenRow(database: ReadDatabase, { name, sql, limits }: TableDescription): boolean {
  const checks = [...checksOf(sql).map((check) => `NOT (${check})`), ...limits.map((limit) => `(${limit})`)];
  if (checks.length === 0) return false;
  const query = `SELECT 1 FROM ${name} WHERE ${checks.join('\n OR ')} LIMIT 1`;
  return database.prepare(query).get() !== undefined;
}

/** The expressions of the CHECKs in a table's text, which is ours. */
function checksOf(sql: string): string[] {
  return [...sql.matchAll(/\bCHECK\s*\(/g)].map((match) => {
    const start = match.index + match[0].length;
    return sql.slice(start, closingAt(sql, start));
  });
}

function closingAt(sql: string, start: number): number {
  let depth = 1;
  for (let at = start; at < sql.length; at += 1) {
    if (sql[at] === '(') depth += 1;
    if (sql[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  throw new Error(`A CHECK does not end: ${sql}`);
}
