import { type CutRecord, cutDto, listCuts } from '#main/core/ground/cuts/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { IntakeCutDto, PunctualityDto } from '#shared/contract/intake.ts';

type CutEvent = IntakeCutDto['events'][number];

/** Every cut, newest first, with deadline, closing, and the course of closings and reopenings (oldest first). */
export function listIntakeCuts(database: ReadDatabase): IntakeCutDto[] {
  const closings = database.prepare(
    'SELECT closed_at AS closedAt, closed_by AS closedBy FROM cut WHERE id = ?',
  );
  const events = database.prepare('SELECT kind, at, who, reason FROM cut_event WHERE cut_id = ? ORDER BY id');
  return listCuts(database)
    .map((cut) => ({
      ...cutDto(cut),
      dueAt: cut.dueAt,
      ...(closings.get(cut.id) as Pick<IntakeCutDto, 'closedAt' | 'closedBy'>),
      events: events.all(cut.id) as CutEvent[],
    }))
    .reverse();
}

const CUTS_SHOWN = 12;

/** The newest cuts of the same kind up to this one, oldest first, with the provinces by how they delivered. */
export function listPunctuality(database: ReadDatabase, cut: CutRecord): PunctualityDto[] {
  const sql = `
    WITH shown AS MATERIALIZED (
      SELECT id, code, as_of, due_at FROM cut WHERE as_of <= :asOf AND (kind = 'month') = (:kind = 'month')
      ORDER BY as_of DESC, id LIMIT ${CUTS_SHOWN}
    )
    SELECT cut.code AS cut,
      sum(ifnull(submission.state = 'complete' AND submission.received_at <= cut.due_at, 0)) AS inTime,
      sum(ifnull(submission.state = 'complete' AND submission.received_at > cut.due_at, 0)) AS late,
      sum(ifnull(submission.state, 'nothing') <> 'complete') AS incomplete
    FROM shown AS cut CROSS JOIN unit AS province
      LEFT JOIN submission ON submission.cut_id = cut.id AND submission.unit_id = province.id
    WHERE province.level = 'province'
    GROUP BY cut.id ORDER BY cut.as_of DESC`;
  const rows = database.prepare(sql).all({ asOf: cut.asOf, kind: cut.kind }) as PunctualityDto[];
  return rows.reverse();
}
