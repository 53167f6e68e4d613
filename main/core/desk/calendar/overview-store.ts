import type { ReadDatabase } from '#main/db/open.ts';

export interface BoardCounts {
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  readonly closedBy: string | null;
  readonly provinces: number;
  readonly owed: number;
  readonly sent: number;
  readonly begun: number;
  readonly complete: number;
}

/** By row id of an opened cut: what its board counts. `inShare`: from which part of what it owes a province is in. */
export function boardCounts(
  database: ReadDatabase,
  ids: readonly number[],
  inShare: number,
): Map<number, BoardCounts> {
  const sql = `
    SELECT cut.id, cut.opened_at AS openedAt, cut.closed_at AS closedAt, cut.closed_by AS closedBy,
      ifnull(sum(submission.owed > 0), 0) AS provinces, ifnull(sum(submission.owed), 0) AS owed,
      ifnull(sum(submission.sent), 0) AS sent, ifnull(sum(submission.sent > 0), 0) AS begun,
      ifnull(sum(submission.owed > 0 AND submission.sent >= submission.owed * :inShare), 0) AS complete
    FROM cut LEFT JOIN submission ON submission.cut_id = cut.id
    WHERE cut.id IN (SELECT value FROM json_each(:ids)) GROUP BY cut.id`;
  const rows = database.prepare(sql).all({ inShare, ids: JSON.stringify(ids) }) as (BoardCounts & {
    id: number;
  })[];
  return new Map(rows.map(({ id, ...counts }) => [id, counts]));
}

/** Codes of the provinces of a day, each with the codes of its communes. */
export function listProvinces(database: ReadDatabase): Map<string, string[]> {
  const sql = `
    SELECT province.code, commune.code AS commune FROM unit AS province
      LEFT JOIN unit AS commune ON commune.parent_id = province.id AND commune.valid_to IS NULL
    WHERE province.level = 'province'`;
  const found = new Map<string, string[]>();
  for (const { code, commune } of database.prepare(sql).all() as { code: string; commune: string | null }[]) {
    const list = found.get(code) ?? [];
    if (commune !== null) list.push(commune);
    found.set(code, list);
  }
  return found;
}
