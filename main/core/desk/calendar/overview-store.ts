import { inForce } from '#main/core/ground/units/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { RemovedCutDto } from '#shared/contract/calendar.ts';

/** When an opened cut opened and closed, and from how many provinces anything has come. */
export interface CutCourse {
  readonly openedAt: string | null;
  readonly closedAt: string | null;
  readonly closedBy: string | null;
  readonly begun: number;
}

/** By row id of an opened cut. */
export function cutCourses(database: ReadDatabase, ids: readonly number[]): Map<number, CutCourse> {
  const sql = `
    SELECT id, opened_at AS openedAt, closed_at AS closedAt, closed_by AS closedBy,
      (SELECT count(*) FROM submission WHERE cut_id = cut.id AND sent > 0) AS begun
    FROM cut WHERE id IN (SELECT value FROM json_each(?))`;
  const rows = database.prepare(sql).all(JSON.stringify(ids)) as (CutCourse & { id: number })[];
  return new Map(rows.map(({ id, ...course }) => [id, course]));
}

/** How many provinces there are on a day. */
export function countProvinces(database: ReadDatabase, day: string): number {
  const sql = `SELECT count(*) FROM unit AS province WHERE level = 'province' AND ${inForce('province')}`;
  return Number(database.prepare(sql).pluck().get({ day }));
}

/** Codes of the provinces of a day, each with those of its communes. */
export function listProvinces(database: ReadDatabase, day: string): Map<string, string[]> {
  const sql = `
    SELECT province.code, commune.code AS commune FROM unit AS province
      LEFT JOIN unit AS commune ON commune.parent_id = province.id AND ${inForce('commune')}
    WHERE province.level = 'province' AND ${inForce('province')}`;
  const found = new Map<string, string[]>();
  for (const { code, commune } of database.prepare(sql).all({ day }) as {
    code: string;
    commune: string | null;
  }[]) {
    const list = found.get(code) ?? [];
    if (commune !== null) list.push(commune);
    found.set(code, list);
  }
  return found;
}

const REMOVALS_SHOWN = 100;

/** What people took out of the calendar, the last first. */
export function listRemovals(database: ReadDatabase): RemovedCutDto[] {
  const sql = 'SELECT code AS id, at, who, reason FROM cut_removal ORDER BY at DESC, code LIMIT ?';
  return database.prepare(sql).all(REMOVALS_SHOWN) as RemovedCutDto[];
}
