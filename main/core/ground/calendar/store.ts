import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import type { CalendarRevision, PlannedCut, Schedule } from '#shared/domain/calendar.ts';
import { layBoard } from './owed-store.ts';

/** A revision with when it was written, by whom and why. */
export interface CalendarRow extends CalendarRevision {
  readonly createdAt: string;
  readonly who: string;
  readonly note: string;
}

/** Every revision, in the order in which they were written. */
export function listRevisions(database: ReadDatabase): CalendarRow[] {
  const sql = `
    SELECT version, valid_from AS "from", valid_to AS until, schedule, created_at AS createdAt, who, note
    FROM calendar_revision ORDER BY version`;
  const rows = database.prepare(sql).all() as (Omit<CalendarRow, 'schedule'> & { schedule: string })[];
  return rows.map((row) => ({ ...row, schedule: JSON.parse(row.schedule) as Schedule }));
}

/** Writes a further revision, or one of a version of its own, and gives its version. */
export function insertRevision(
  database: WriteDatabase,
  revision: Omit<CalendarRow, 'version'>,
  version: number | null = null,
): number {
  const sql = `
    INSERT INTO calendar_revision (version, valid_from, valid_to, schedule, created_at, who, note)
    VALUES (:version, :from, :until, :schedule, :createdAt, :who, :note)`;
  const row = { ...revision, version, schedule: JSON.stringify(revision.schedule) };
  return Number(database.prepare(sql).run(row).lastInsertRowid);
}

/** Codes of cuts that do not open by themselves: they are open, or a person took them out of the calendar. */
export function listSettledCodes(database: ReadDatabase): Set<string> {
  const sql = 'SELECT code FROM cut UNION SELECT code FROM cut_removal';
  return new Set(database.prepare(sql).pluck().all() as string[]);
}

/** Who took a cut out of the calendar, when (UTC ISO) and why; null of one that nobody took out. */
export function findRemoval(
  database: ReadDatabase,
  code: string,
): { readonly at: string; readonly who: string; readonly reason: string | null } | null {
  const row = database.prepare('SELECT at, who, reason FROM cut_removal WHERE code = ?').get(code);
  return (row as ReturnType<typeof findRemoval> | undefined) ?? null;
}

/** What people said of a cut before it opens; null: as the calendar says. */
export interface PlannedNote {
  readonly label: string | null;
  readonly dueAt: string | null;
}

/** By code of the cut. */
export function listPlannedNotes(database: ReadDatabase): ReadonlyMap<string, PlannedNote> {
  const rows = database.prepare('SELECT code, label, due_at AS dueAt FROM planned_cut').all();
  return new Map((rows as (PlannedNote & { code: string })[]).map(({ code, ...note }) => [code, note]));
}

export function writePlannedNote(database: WriteDatabase, code: string, note: PlannedNote): void {
  const sql = 'INSERT OR REPLACE INTO planned_cut (code, label, due_at) VALUES (:code, :label, :dueAt)';
  database.prepare(sql).run({ code, ...note });
}

/** It has opened, or was taken out. */
export function dropPlannedNote(database: WriteDatabase, code: string): void {
  database.prepare('DELETE FROM planned_cut WHERE code = ?').run(code);
}

/** Who opened a cut, when and why; the calendar itself as KH02 Center. */
export interface Opening {
  readonly who: string;
  readonly at: string;
  readonly reason: string | null;
  readonly label?: string | null;
}

/** Opens a cut with what it owes now: what the calendar says of it later no longer touches it. */
export function openCut(
  database: WriteDatabase,
  cut: PlannedCut & { readonly label?: string | null },
  opening: Opening,
): number {
  database.prepare('DELETE FROM cut_removal WHERE code = ?').run(cut.code);
  dropPlannedNote(database, cut.code);
  const sql = `
    INSERT INTO cut (code, kind, start, as_of, due_at, label, opened_at, owes, asks)
    VALUES (:code, :kind, :start, :asOf, :dueAt, :label, :at, :owes, :asks)`;
  const { at, label = cut.label ?? null } = opening;
  const duty = { owes: JSON.stringify(cut.owes), asks: cut.asks === 'all' ? null : JSON.stringify(cut.asks) };
  const id = Number(database.prepare(sql).run({ ...cut, ...duty, at, label }).lastInsertRowid);
  layBoard(database, { ...cut, id });
  const { who, reason } = opening;
  recordCutEvent(database, { cutId: id, kind: 'opened', at, who, reason, detail: null });
  return id;
}

export interface CutEvent {
  readonly cutId: number;
  readonly kind: 'opened' | 'closed' | 'reopened' | 'labelled' | 'dueMoved';
  readonly at: string;
  readonly who: string;
  readonly reason: string | null;
  readonly detail: object | null;
}

/** What happened to a cut, for its course. */
export function recordCutEvent(database: WriteDatabase, event: CutEvent): void {
  const sql = `
    INSERT INTO cut_event (cut_id, kind, at, who, reason, detail)
    VALUES (:cutId, :kind, :at, :who, :reason, :detail)`;
  const { cutId, kind, at, who, reason } = event;
  const detail = event.detail === null ? null : JSON.stringify(event.detail);
  database.prepare(sql).run({ cutId, kind, at, who, reason, detail });
}
