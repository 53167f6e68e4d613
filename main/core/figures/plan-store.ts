import { taskDeadlineAt, taskOfCut } from '#main/core/ground/plan/held-store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { IndicatorDto, TaskRowDto } from '#shared/contract/plan.ts';
import type { IndicatorKind, TaskOutcome, TaskSchedule } from '#shared/domain/model.ts';
import type { CauseName } from '#shared/domain/task-causes.ts';

/** Every indicator that the plan ever had, in its order. */
export function listIndicators(database: ReadDatabase): IndicatorDto[] {
  const sql = `
    SELECT code, kind, asks, direction, name, name_en AS nameEn, short_name AS shortName,
      short_name_en AS shortNameEn, definition, definition_en AS definitionEn, unit_label AS unitLabel,
      unit_label_en AS unitLabelEn, green_from AS greenFrom, yellow_from AS yellowFrom, role, valid_from AS "from",
      valid_to AS until, origin
    FROM indicator ORDER BY position`;
  return database.prepare(sql).all() as IndicatorDto[];
}

// Null while not one body has ever reported the task.
const UNITS_DONE = `CASE WHEN json_extract(status.facts, '$.reported') > 0 THEN json_extract(status.facts, '$.done') END`;

// The country's row of task_status is the task as a whole; its facts count the bodies that report it done.
const SELECT_TASKS = `
  SELECT task.code, task.group_code AS "group", task_group.short_name AS groupName,
    task_group.short_name_en AS groupNameEn, task.name, task.name_en AS nameEn, task.phase, task.scope,
    task.lead_agency AS leadAgency, task.lead_agency_en AS leadAgencyEn, task.start, task.pillar_code AS pillar,
    ${taskDeadlineAt('status', ':cutId')} AS deadline, task.deadline AS firstDeadline,
    ifnull(phase.short_name, task.phase) AS phaseName, ifnull(phase.short_name_en, task.phase) AS phaseNameEn,
    ifnull(status.schedule, 'notReported') AS schedule, ifnull(status.outcome, 'notReported') AS outcome,
    status.progress, ${UNITS_DONE} AS unitsDone,
    ifnull(json_extract(status.facts, '$.units'), 0) AS units,
    ifnull(json_extract(status.facts, '$.reported'), 0) AS unitsReported,
    ifnull(json_extract(status.facts, '$.fresh'), 0) AS unitsFresh,
    json_extract(status.facts, '$.progressSum') AS progressSum, json_extract(status.facts, '$.age') AS age, task.origin
  FROM task
  LEFT JOIN task_group ON task_group.code = task.group_code
  LEFT JOIN task_phase AS phase ON phase.code = task.phase
  LEFT JOIN task_status AS status ON status.task_id = task.id AND status.cut_id = :cutId
    AND status.unit_id = (SELECT id FROM unit WHERE level = 'country')`;

type TaskRow = Omit<TaskRowDto, 'progressBounds'> & { readonly progressSum: number | null };

/** Between what the whole lies while some bodies have never reported the task: nothing or all of it done there. */
function withBounds({ progressSum, ...task }: TaskRow): TaskRowDto {
  const { progress, units, unitsReported } = task;
  const isPartial = progress === null && progressSum !== null && unitsReported > 0;
  const atLeast = (progressSum ?? 0) / units;
  const progressBounds = isPartial ? { atLeast, atMost: atLeast + (units - unitsReported) / units } : null;
  return { ...task, progressBounds };
}

/** Tasks of a group, or all of them, as they stand as a whole at a cut; those without a group come last. */
export function listTasks(database: ReadDatabase, cutId: number, group: string | undefined): TaskRowDto[] {
  const sql = `${SELECT_TASKS}
    WHERE (:group IS NULL OR task.group_code = :group) AND ${taskOfCut('status', ':cutId')}
    ORDER BY task.group_code IS NULL, task.code`;
  return (database.prepare(sql).all({ cutId, group: group ?? null }) as TaskRow[]).map(withBounds);
}

/** One task as it stands as a whole, or null for an unknown code. */
export function findTask(database: ReadDatabase, cutId: number, code: string): TaskRowDto | null {
  const row = database
    .prepare(`${SELECT_TASKS} WHERE task.code = :code AND ${taskOfCut('status', ':cutId')}`)
    .get({ cutId, code });
  return row === undefined ? null : withBounds(row as TaskRow);
}

export interface TaskUnitRow {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly schedule: TaskSchedule;
  readonly outcome: TaskOutcome;
  readonly progress: number | null;
  /** The cut its state was reported at and how many cuts that owed a report ago; null where it never was. */
  readonly reportCut: string | null;
  readonly age: number | null;
  readonly doneOn: string | null;
  readonly note: string | null;
  /** Why it is late, of the categories of difficulties. */
  readonly cause: CauseName | null;
  /** The newest difficulty of that category that the body has open. */
  readonly difficulty: string | null;
}

export interface CauseColumns {
  readonly causeCode: string | null;
  readonly causeName: string;
  readonly causeNameEn: string;
}

/** The cause of a report `report` by a body `unit`, and the difficulty behind it. */
export const SELECT_CAUSE = `cause.code AS causeCode, cause.name AS causeName, cause.name_en AS causeNameEn,
    (SELECT text FROM difficulty WHERE unit_id = report.unit_id AND category_code = report.cause
      AND reported_on <= :day AND (resolved_on IS NULL OR resolved_on > :day)
      ORDER BY reported_on DESC, id DESC LIMIT 1) AS difficulty`;
export const JOIN_CAUSE = 'LEFT JOIN difficulty_category AS cause ON cause.code = report.cause';

/** A row with its cause put together. */
export function withCause<Row extends CauseColumns>({ causeCode, causeName, causeNameEn, ...row }: Row) {
  const cause = causeCode === null ? null : { code: causeCode, name: causeName, nameEn: causeNameEn };
  return { ...row, cause };
}

/** A task at each body that owes it: the provinces, or the centre alone. */
export function listTaskUnits(
  database: ReadDatabase,
  cutId: number,
  code: string,
  day: string,
): TaskUnitRow[] {
  const sql = `
    SELECT unit.code, name.name, name.name_en AS nameEn, status.schedule, status.outcome, status.progress,
      status.facts ->> '$.cut' AS reportCut, status.facts ->> '$.age' AS age, report.done_on AS doneOn, report.note,
      ${SELECT_CAUSE}
    FROM task
    JOIN task_status AS status ON status.task_id = task.id AND status.cut_id = :cutId
    JOIN unit ON unit.id = status.unit_id
    JOIN unit_name AS name ON name.unit_id = unit.id AND name.role = 'official'
      AND name.valid_from <= :day AND (name.valid_to IS NULL OR name.valid_to > :day)
    JOIN cut AS own ON own.id = status.cut_id
    LEFT JOIN cut AS reported ON reported.code = ifnull(status.facts ->> '$.cut', own.code)
    LEFT JOIN task_report AS report ON report.cut_id = reported.id AND report.task_id = task.id
      AND report.unit_id = unit.id
    ${JOIN_CAUSE}
    WHERE task.code = :code AND (task.scope = 'centre' OR unit.level = 'province') ORDER BY unit.code`;
  type Row = Omit<TaskUnitRow, 'cause'> & CauseColumns;
  return (database.prepare(sql).all({ cutId, code, day }) as Row[]).map(withCause);
}

/** A task as a whole at every status cut, oldest first. */
export function listTaskHistory(database: ReadDatabase, code: string) {
  const sql = `
    SELECT cut.code AS cut, cut.as_of AS asOf, status.progress,
      ${UNITS_DONE} AS unitsDone
    FROM task
    JOIN task_status AS status ON status.task_id = task.id
      AND status.unit_id = (SELECT id FROM unit WHERE level = 'country')
    JOIN cut ON cut.id = status.cut_id
    WHERE task.code = :code ORDER BY cut.as_of`;
  type Row = { cut: string; asOf: string; progress: number | null; unitsDone: number | null };
  return database.prepare(sql).all({ code }) as Row[];
}

export interface TaskTarget {
  readonly code: string;
  readonly kind: IndicatorKind;
  readonly name: string;
  readonly nameEn: string;
  readonly direction: 'up' | 'down';
  readonly target: number;
}

/** The outputs a task is to bring about. */
export function listTargets(database: ReadDatabase, code: string): TaskTarget[] {
  const sql = `
    SELECT indicator.code, indicator.kind, indicator.name, indicator.name_en AS nameEn, indicator.direction,
      task_output.target
    FROM task
    JOIN task_output ON task_output.task_id = task.id
    JOIN indicator ON indicator.id = task_output.indicator_id
    WHERE task.code = ? ORDER BY indicator.position`;
  return database.prepare(sql).all(code) as TaskTarget[];
}
