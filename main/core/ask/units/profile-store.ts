import { type CauseColumns, JOIN_CAUSE, SELECT_CAUSE, withCause } from '#main/core/figures/plan-store.ts';
import { cutOfKind } from '#main/core/figures/sources-store.ts';
import type { CutView } from '#main/core/ground/cuts/lookup.ts';
import { taskDeadlineAt } from '#main/core/ground/plan/held-store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { ProvenanceDto } from '#shared/contract/words.ts';
import type { ReportedStatus, TaskSchedule, TaskScope } from '#shared/domain/model.ts';
import type { CauseName } from '#shared/domain/task-causes.ts';

export interface HistoryPoint {
  readonly cut: string;
  readonly asOf: string;
  readonly reported: ReportedStatus;
  readonly green: number;
  readonly communes: number;
  readonly notReported: number;
  readonly corrected: boolean;
}

/** A unit at every status cut, oldest first; a commune counts itself. */
export function listHistory(database: ReadDatabase, code: string): HistoryPoint[] {
  const sql = `
    SELECT cut.code AS cut, cut.as_of AS asOf, status.reported,
      ifnull(status.green, status.reported = 'green') AS green, ifnull(status.communes, 1) AS communes,
      ifnull(status.not_reported, status.reported = 'notReported') AS notReported,
      status.corrected
    FROM cut
    JOIN unit_status AS status ON status.cut_id = cut.id
      AND status.unit_id = (SELECT id FROM unit WHERE code = ?)
    ORDER BY cut.as_of`;
  const rows = database.prepare(sql).all(code) as (Omit<HistoryPoint, 'corrected'> & { corrected: 0 | 1 })[];
  return rows.map((row) => ({ ...row, corrected: row.corrected === 1 }));
}

/** Where the figures of a commune came from, by indicator; empty for provinces and the country, which have totals. */
export function listProvenance(
  database: ReadDatabase,
  { statusCut, outputsCut }: CutView,
  code: string,
): Map<string, ProvenanceDto> {
  const sql = `
    SELECT indicator.code, source.name AS source, source.kind, file.name AS through,
      json_extract(source.sheets, '$[' || observation.sheet || ']') AS sheet,
      nullif(observation.row, 0) AS row, source.received_at AS receivedAt,
      nullif(trim(ifnull(observation.note, '') || ' ' || ifnull(source.note, '')), '') AS note,
      nullif(trim(ifnull(observation.note, '') || ' ' || ifnull(source.note_en, '')), '') AS noteEn,
      CASE import_run.kind WHEN 'correction' THEN import_run.reason END AS correction
    FROM observation
    JOIN indicator ON indicator.id = observation.indicator_id
    JOIN import_run ON import_run.id = observation.run_id
    JOIN source ON source.id = import_run.source_id
    LEFT JOIN import_run AS outer_run ON outer_run.id = import_run.through_id
    LEFT JOIN source AS file ON file.id = outer_run.source_id
    WHERE observation.unit_id = (SELECT id FROM unit WHERE code = :code AND level = 'commune')
      AND observation.cut_id = ${cutOfKind('indicator')} AND observation.cut_id IN (:statusCut, :outputsCut)`;
  type Row = ProvenanceDto & { readonly code: string };
  const rows = database
    .prepare(sql)
    .all({ code, statusCut: statusCut.id, outputsCut: outputsCut?.id ?? null }) as Row[];
  return new Map(rows.map(({ code: indicator, ...provenance }) => [indicator, provenance]));
}

export interface UnitTaskRow {
  readonly code: string;
  readonly group: string | null;
  readonly name: string;
  readonly nameEn: string;
  readonly scope: TaskScope;
  readonly deadline: string;
  readonly schedule: TaskSchedule;
  readonly progress: number | null;
  readonly reportCut: string | null;
  readonly age: number | null;
  readonly note: string | null;
  readonly cause: CauseName | null;
  readonly difficulty: string | null;
}

/** The tasks a province (or the centre) owes, with where they stand at a cut. */
export function listUnitTasks(
  database: ReadDatabase,
  cutId: number,
  code: string,
  day: string,
): UnitTaskRow[] {
  const sql = `
    SELECT task.code, task.group_code AS "group", task.name, task.name_en AS nameEn, task.scope,
      ${taskDeadlineAt('whole', ':cutId')} AS deadline,
      status.schedule, status.progress, status.facts ->> '$.cut' AS reportCut, status.facts ->> '$.age' AS age,
      report.note, ${SELECT_CAUSE}
    FROM task_status AS status JOIN task ON task.id = status.task_id
    LEFT JOIN task_status AS whole ON whole.cut_id = status.cut_id AND whole.task_id = status.task_id
      AND whole.unit_id = (SELECT id FROM unit WHERE level = 'country')
    LEFT JOIN cut AS reported ON reported.code = status.facts ->> '$.cut'
    LEFT JOIN task_report AS report ON report.cut_id = reported.id AND report.task_id = task.id
      AND report.unit_id = status.unit_id
    ${JOIN_CAUSE}
    WHERE status.cut_id = :cutId AND status.unit_id = (SELECT id FROM unit WHERE code = :code)
    ORDER BY task.group_code IS NULL, task.code`;
  type Row = Omit<UnitTaskRow, 'cause'> & CauseColumns;
  return (database.prepare(sql).all({ cutId, code, day }) as Row[]).map(withCause);
}

/** Difficulties a unit or its communes reported up to the day, open ones first, newest first. */
export function listDifficulties(database: ReadDatabase, code: string, day: string) {
  const sql = `
    SELECT difficulty.uuid AS id, category.code AS category, category.name, category.name_en AS nameEn,
      difficulty.text, difficulty.reported_on AS reportedOn,
      CASE WHEN difficulty.resolved_on <= :day THEN difficulty.resolved_on END AS resolvedOn
    FROM difficulty
    JOIN difficulty_category AS category ON category.code = difficulty.category_code
    WHERE difficulty.unit_id IN (
        SELECT unit.id FROM unit LEFT JOIN unit AS parent ON parent.id = unit.parent_id
        WHERE :code IN (unit.code, parent.code))
      AND difficulty.reported_on <= :day
    ORDER BY resolvedOn IS NOT NULL, difficulty.reported_on DESC LIMIT 200`;
  type Row = {
    id: string;
    category: string;
    name: string;
    nameEn: string;
    text: string;
    reportedOn: string;
    resolvedOn: string | null;
  };
  return database.prepare(sql).all({ code, day }) as Row[];
}

/** Documents a unit had issued by the day, newest first. */
export function listDocuments(database: ReadDatabase, code: string, day: string) {
  const sql = `
    SELECT document.uuid AS id, document.kind, document.number, document.title, document.issued_on AS issuedOn
    FROM document WHERE document.unit_id = (SELECT id FROM unit WHERE code = :code) AND issued_on <= :day
    ORDER BY issued_on DESC LIMIT 200`;
  type Row = { id: string; kind: string; number: string; title: string; issuedOn: string };
  return database.prepare(sql).all({ code, day }) as Row[];
}
