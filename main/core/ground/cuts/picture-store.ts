import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import { type Completeness, completenessOf, type Delivered } from '#shared/domain/picture.ts';
import type { CutRecord } from './store.ts';

/** How much of a cut is there, and when the last of it came (UTC ISO). */
export interface CutCompleteness extends Completeness {
  readonly receivedAt: string | null;
}

/** How much of each of these cuts is there. Before anything has come every province is missing. */
export function completenessAt(
  database: ReadDatabase,
  cuts: readonly Pick<CutRecord, 'id'>[],
): ReadonlyMap<number, CutCompleteness> {
  const sql = `
    SELECT cut_id AS cutId, owed, sent, received_at AS receivedAt FROM submission
    WHERE cut_id IN (SELECT value FROM json_each(?))`;
  const rows = database.prepare(sql).all(JSON.stringify(cuts.map(({ id }) => id))) as (Delivered & {
    cutId: number;
    receivedAt: string | null;
  })[];
  const byCut = Map.groupBy(rows, ({ cutId }) => cutId);
  return new Map(cuts.map(({ id }) => [id, countedOf(byCut.get(id)) ?? untouched(database)]));
}

function countedOf(
  rows: readonly (Delivered & { receivedAt: string | null })[] | undefined,
): CutCompleteness | null {
  if (rows === undefined) return null;
  const times = rows.flatMap(({ receivedAt }) => receivedAt ?? []).toSorted();
  return { ...completenessOf(rows), receivedAt: times.at(-1) ?? null };
}

function untouched(database: ReadDatabase): CutCompleteness {
  const provinces = database.prepare(`SELECT count(*) FROM unit WHERE level = 'province'`).pluck().get();
  return { provinces: Number(provinces), inProvinces: 0, owed: 0, sent: 0, receivedAt: null };
}

/** Ids of the cuts for which anything at all is in force. */
export function cutsWithData(database: ReadDatabase): ReadonlySet<number> {
  const sql = `SELECT DISTINCT cut_id FROM import_run WHERE state = 'committed' AND cut_id IS NOT NULL`;
  return new Set(database.prepare(sql).pluck().all() as number[]);
}

export interface PictureEvent {
  readonly cutId: number;
  readonly kind: 'complete' | 'closed' | 'back';
  /** UTC ISO. */
  readonly at: string;
  /** Null where the program saw it. */
  readonly who: string | null;
  readonly reason: string | null;
}

export function appendPictureEvent(database: WriteDatabase, event: PictureEvent): void {
  const sql = `
    INSERT INTO picture_event (cut_id, kind, at, who, reason) VALUES (:cutId, :kind, :at, :who, :reason)`;
  database.prepare(sql).run(event);
}

/** Somebody said that a cut is to be waited for. */
export interface CutWait {
  readonly cutId: number;
  readonly at: string;
  readonly who: string;
  readonly reason: string | null;
}

export function appendWait(database: WriteDatabase, wait: CutWait): void {
  const sql = 'INSERT INTO cut_wait (cut_id, at, who, reason) VALUES (:cutId, :at, :who, :reason)';
  database.prepare(sql).run(wait);
}

/** The last word of that kind about a cut; null when nobody said it. */
export function findWait(database: ReadDatabase, cutId: number): CutWait | null {
  const sql = `
    SELECT cut_id AS cutId, at, who, reason FROM cut_wait WHERE cut_id = ? ORDER BY id DESC LIMIT 1`;
  return (database.prepare(sql).get(cutId) as CutWait | undefined) ?? null;
}
