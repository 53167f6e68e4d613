import type { Cell } from '#main/db/insert-rows.ts';
import type { ReportKind } from '#shared/contract/report-kinds.ts';

/** A report in words, everything in it named by codes or its UUID: what leaves a machine and comes back. */
export type ReportBody = Readonly<Record<string, Cell>>;

/** How one kind of report lies in the database. Statements take a body's names as parameters, and `run`. */
export interface ReportTable {
  readonly kind: ReportKind;
  /** Names of the body that say which report it is. */
  readonly key: readonly string[];
  /** Names that bodies of older programs lack, with what they mean there. */
  readonly later: ReportBody;
  /** Bodies with the run they came from, to be narrowed by a WHERE. */
  readonly select: string;
  /** Narrows to the report of a body. */
  readonly same: string;
  /** Narrows to what a caller asks of a cut (task reports) or up to a day (the others). */
  readonly asked: string;
  readonly upsert: string;
  readonly remove: string;
}

const CODES = {
  cut: '(SELECT id FROM cut WHERE code = :cut)',
  task: '(SELECT id FROM task WHERE code = :task)',
  unit: '(SELECT id FROM unit WHERE code = :unit)',
} as const;

const TASK_REPORT: ReportTable = {
  kind: 'taskReport',
  key: ['cut', 'task', 'unit'],
  later: { cause: null },
  select: `SELECT cut.code AS cut, task.code AS task, unit.code AS unit, report.state, report.progress,
      report.done_on, report.note, report.cause, report.run_id AS run
    FROM task_report AS report JOIN cut ON cut.id = report.cut_id JOIN task ON task.id = report.task_id
    JOIN unit ON unit.id = report.unit_id`,
  same: `report.cut_id = ${CODES.cut} AND report.task_id = ${CODES.task} AND report.unit_id = ${CODES.unit}`,
  asked: 'cut.code IN (SELECT value FROM json_each(:cuts))',
  upsert: `INSERT INTO task_report (cut_id, task_id, unit_id, state, progress, done_on, note, cause, run_id)
    VALUES (${CODES.cut}, ${CODES.task}, ${CODES.unit}, :state, :progress, :done_on, :note, :cause, :run)
    ON CONFLICT (cut_id, task_id, unit_id) DO UPDATE SET state = excluded.state, progress = excluded.progress,
      done_on = excluded.done_on, note = excluded.note, cause = excluded.cause, run_id = excluded.run_id`,
  remove: `DELETE FROM task_report AS report
    WHERE report.cut_id = ${CODES.cut} AND report.task_id = ${CODES.task} AND report.unit_id = ${CODES.unit}`,
};

const DIFFICULTY: ReportTable = {
  kind: 'difficulty',
  key: ['uuid'],
  later: { indicators: null },
  select: `SELECT report.uuid, unit.code AS unit, report.category_code AS category, report.text,
      report.reported_on, report.resolved_on, report.indicators, report.run_id AS run
    FROM difficulty AS report JOIN unit ON unit.id = report.unit_id`,
  same: 'report.uuid = :uuid',
  asked: 'report.reported_on <= :day',
  upsert: `INSERT INTO difficulty (uuid, unit_id, category_code, text, reported_on, resolved_on, indicators, run_id)
    VALUES (:uuid, ${CODES.unit}, :category, :text, :reported_on, :resolved_on, :indicators, :run)
    ON CONFLICT (uuid) DO UPDATE SET unit_id = excluded.unit_id, category_code = excluded.category_code,
      text = excluded.text, reported_on = excluded.reported_on, resolved_on = excluded.resolved_on,
      indicators = excluded.indicators, run_id = excluded.run_id`,
  remove: 'DELETE FROM difficulty WHERE uuid = :uuid',
};

const DOCUMENT: ReportTable = {
  kind: 'document',
  key: ['uuid'],
  later: {},
  select: `SELECT report.uuid, unit.code AS unit, task.code AS task, report.kind, report.number, report.title,
      report.issued_on, report.run_id AS run
    FROM document AS report JOIN unit ON unit.id = report.unit_id LEFT JOIN task ON task.id = report.task_id`,
  same: 'report.uuid = :uuid',
  asked: 'report.issued_on <= :day',
  upsert: `INSERT INTO document (uuid, unit_id, task_id, kind, number, title, issued_on, run_id)
    VALUES (:uuid, ${CODES.unit}, ${CODES.task}, :kind, :number, :title, :issued_on, :run)
    ON CONFLICT (uuid) DO UPDATE SET unit_id = excluded.unit_id, task_id = excluded.task_id,
      kind = excluded.kind, number = excluded.number, title = excluded.title, issued_on = excluded.issued_on,
      run_id = excluded.run_id`,
  remove: 'DELETE FROM document WHERE uuid = :uuid',
};

export const REPORT_TABLES: readonly ReportTable[] = [TASK_REPORT, DIFFICULTY, DOCUMENT];

export function reportTable(kind: ReportKind): ReportTable {
  const table = REPORT_TABLES.find((one) => one.kind === kind);
  if (table === undefined) throw new Error(`No table of ${kind}`);
  return table;
}
