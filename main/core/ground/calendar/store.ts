import type { WriteDatabase } from '#main/db/open.ts';
import type { CalendarRevision } from '#shared/domain/calendar.ts';

/** A revision with when it was written, by whom and why. */
interface CalendarRow extends CalendarRevision {
  readonly createdAt: string;
  readonly who: string;
  readonly note: string;
}

/** Writes a further revision and gives its version. */
export function insertRevision(database: WriteDatabase, revision: Omit<CalendarRow, 'version'>): number {
  const sql = `
    INSERT INTO calendar_revision (valid_from, valid_to, schedule, created_at, who, note)
    VALUES (:from, :until, :schedule, :createdAt, :who, :note)`;
  const row = { ...revision, schedule: JSON.stringify(revision.schedule) };
  return Number(database.prepare(sql).run(row).lastInsertRowid);
}
