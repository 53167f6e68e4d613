import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import type { StandingUnit, UnitChange, UnitGround } from '#shared/domain/unit-acts.ts';
import { touchedBy } from '#shared/domain/unit-acts.ts';
import { inForce } from './store.ts';

export interface UnitActRecord {
  readonly id: number;
  readonly uuid: string;
  /** The first day (yyyy-mm-dd) on which it holds. */
  readonly day: string;
  readonly document: string;
  readonly file: string;
  readonly who: string;
  readonly reason: string | null;
  readonly at: string;
  readonly change: UnitChange;
  readonly undoneAt: string | null;
  readonly undoneBy: string | null;
}

type Row = Omit<UnitActRecord, 'change'> & { readonly detail: string };

/** Every resolution that came in, in the order of its day, those of one day as they came; undone ones too. */
export function listUnitActs(database: ReadDatabase): UnitActRecord[] {
  const sql = `
    SELECT id, uuid, day, document, file, who, reason, at, detail, undone_at AS undoneAt, undone_by AS undoneBy
    FROM unit_act ORDER BY day, id`;
  return (database.prepare(sql).all() as Row[]).map(({ detail, ...act }) => ({
    ...act,
    change: JSON.parse(detail) as UnitChange,
  }));
}

/** Those that hold, the earliest day first. */
export function listUnitActsInForce(database: ReadDatabase): UnitActRecord[] {
  return listUnitActs(database).filter(({ undoneAt }) => undoneAt === null);
}

/** The units on a day (yyyy-mm-dd), and what else is known of codes, for whoever judges an act of that day. */
export function unitGround(database: ReadDatabase, day: string): UnitGround {
  const sql = `
    SELECT unit.code, parent.code AS parent, name.kind, name.name, name.name_en AS nameEn
    FROM unit JOIN unit AS parent ON parent.id = unit.parent_id
    JOIN unit_name AS name ON name.unit_id = unit.id AND name.role = 'official'
      AND name.valid_from <= :day AND (name.valid_to IS NULL OR name.valid_to > :day)
    WHERE ${inForce('unit')}`;
  const units = database.prepare(sql).all({ day }) as StandingUnit[];
  const used = `SELECT code FROM unit WHERE valid_to IS NULL OR valid_to > valid_from`;
  const sameDay = listUnitActsInForce(database).filter((act) => act.day === day);
  return {
    standing: new Map(units.map((unit) => [unit.code, unit])),
    used: new Set(database.prepare(used).pluck().all() as string[]),
    touched: new Map(
      sameDay.flatMap(({ change, document }) => [...touchedBy(change)].map((code) => [code, document])),
    ),
  };
}

export interface NewUnitAct {
  readonly uuid: string;
  readonly day: string;
  readonly document: string;
  readonly file: string;
  readonly sha256: string;
  readonly who: string;
  readonly reason: string | null;
  readonly at: string;
  readonly change: UnitChange;
}

export function insertUnitAct(database: WriteDatabase, { change, ...act }: NewUnitAct): number {
  const sql = `
    INSERT INTO unit_act (uuid, day, document, file, sha256, who, reason, at, detail)
    VALUES (:uuid, :day, :document, :file, :sha256, :who, :reason, :at, :detail)`;
  return Number(database.prepare(sql).run({ ...act, detail: JSON.stringify(change) }).lastInsertRowid);
}

export function markUnitActUndone(
  database: WriteDatabase,
  { id }: UnitActRecord,
  { at, who, reason }: { readonly at: string; readonly who: string; readonly reason: string },
): void {
  const sql = 'UPDATE unit_act SET undone_at = ?, undone_by = ?, undo_reason = ? WHERE id = ?';
  database.prepare(sql).run(at, who, reason, id);
}

/** What of the data names these units at cuts from a day on: figures and reports, and alerts that are open at the last. */
export function countTouched(
  database: ReadDatabase,
  codes: readonly string[],
  day: string,
): { readonly figures: number; readonly alerts: number; readonly reports: number } {
  const units = `(SELECT id FROM unit WHERE code IN (SELECT value FROM json_each(:codes)))`;
  const cuts = `(SELECT id FROM cut WHERE date(as_of, '+7 hours') >= :day)`;
  const last = `(SELECT cut_id FROM unit_status JOIN cut ON cut.id = cut_id ORDER BY cut.as_of DESC LIMIT 1)`;
  const sql = `
    SELECT (SELECT count(*) FROM cut CROSS JOIN indicator CROSS JOIN observation ON observation.cut_id = cut.id
        AND observation.indicator_id = indicator.id AND observation.unit_id IN ${units} WHERE cut.id IN ${cuts}) AS figures,
      (SELECT count(*) FROM alert_reading AS reading CROSS JOIN alert ON alert.id = reading.alert_id
        WHERE reading.cut_id = ${last} AND alert.unit_id IN ${units} AND reading.state <> 'resolved') AS alerts,
      (SELECT count(*) FROM cut CROSS JOIN task CROSS JOIN task_report AS report ON report.cut_id = cut.id
        AND report.task_id = task.id AND report.unit_id IN ${units} WHERE cut.id IN ${cuts}) AS reports`;
  return database.prepare(sql).get({ codes: JSON.stringify(codes), day }) as ReturnType<typeof countTouched>;
}
