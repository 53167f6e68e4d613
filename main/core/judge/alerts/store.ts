import { type CutRecord, timeOrder } from '#main/core/ground/cuts/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { AlertDto, AlertEventDto } from '#shared/contract/alerts.ts';
import { PROGRAM_NAME } from '#shared/contract/settings.ts';
import type { UnitProfileDto } from '#shared/contract/units.ts';
import type { AlertCondition } from '#shared/domain/alerts/evaluation.ts';
import { ALERT_CAUSES, type AlertHandling } from '#shared/domain/alerts/life-cycle.ts';
import {
  type AlertRule,
  type AlertState,
  OPEN_ALERT_STATES,
  type Reason,
  type Severity,
} from '#shared/domain/model.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { type Lasting, lastingOf, reasonOf } from './evidence.ts';
import { MOST_SEVERE } from './matching-store.ts';

interface AlertRow {
  readonly id: string;
  readonly rule: AlertRule;
  readonly severity: Severity;
  readonly state: AlertState;
  readonly condition: AlertCondition;
  readonly unitCode: string;
  readonly name: string;
  readonly nameEn: string;
  readonly province: string | null;
  readonly task: string | null;
  readonly taskGroup: string | null;
  readonly indicator: string | null;
  readonly since: string;
  readonly sinceAsOf: string;
  readonly heldCuts: number;
  readonly subject: string;
  readonly handling: string | null;
  readonly evidence: string;
}

const COLUMNS = `
  alert.uuid AS id, alert.rule, reading.severity, reading.state, reading.condition, unit.code AS unitCode,
  ifnull(name.name, unit.code) AS name, ifnull(name.name_en, unit.code) AS nameEn, parent.code AS province,
  task.code AS task, task.group_code AS taskGroup, indicator.code AS indicator, since.code AS since,
  since.as_of AS sinceAsOf, reading.held AS heldCuts, alert.subject, reading.handling, reading.evidence`;

const JOINS = `
  JOIN unit ON unit.id = alert.unit_id
  LEFT JOIN unit AS parent ON parent.id = unit.parent_id AND parent.level = 'province'
  LEFT JOIN unit_name AS name ON name.unit_id = unit.id AND name.role = 'official'
    AND name.valid_from <= :day AND (name.valid_to IS NULL OR name.valid_to > :day)
  LEFT JOIN task ON task.id = alert.task_id
  LEFT JOIN indicator ON indicator.id = alert.indicator_id
  JOIN cut AS since ON since.id = alert.since_cut_id`;

/** Everything a list shows of the alerts with these row ids, as they stood at the cut, in the order of the ids. */
export function describeAlerts(
  database: ReadDatabase,
  cut: CutRecord,
  rowIds: readonly number[],
): AlertDto[] {
  const sql = `
    SELECT ${COLUMNS} FROM json_each(:ids) AS wanted
    CROSS JOIN alert ON alert.id = wanted.value
    CROSS JOIN alert_reading AS reading ON reading.cut_id = :cutId AND reading.alert_id = alert.id ${JOINS}
    ORDER BY wanted.key`;
  const values = { ids: JSON.stringify(rowIds), cutId: cut.id, day: vietnamDay(cut.asOf) };
  return (database.prepare(sql).all(values) as AlertRow[]).map(alertDto);
}

const IS_OPEN = `state IN (${OPEN_ALERT_STATES.map((state) => `'${state}'`).join()})`;

/** Row ids of the alerts that were open at the cut. */
export function listOpenRowIds(database: ReadDatabase, cut: CutRecord): Set<string> {
  // Counting is all that is done with them, and one text leaves SQLite in half the time of a row for each.
  const sql = `SELECT group_concat(alert_id) FROM alert_reading WHERE cut_id = ? AND ${IS_OPEN}`;
  const ids = database.prepare(sql).pluck().get(cut.id) as string | null;
  return new Set(ids?.split(','));
}

export interface AlertPlace {
  readonly id: string;
  readonly unit: string;
  readonly province: string | null;
}

/** The alerts that were open at the cut with where they are: two files need not know the same provinces. */
export function listOpenAlertPlaces(database: ReadDatabase, cut: CutRecord): AlertPlace[] {
  const sql = `
    SELECT alert.uuid AS id, unit.code AS unit, parent.code AS province
    FROM alert_reading AS reading
    CROSS JOIN alert ON alert.id = reading.alert_id
    JOIN unit ON unit.id = alert.unit_id
    LEFT JOIN unit AS parent ON parent.id = unit.parent_id AND parent.level = 'province'
    WHERE reading.cut_id = ? AND reading.${IS_OPEN}`;
  return database.prepare(sql).all(cut.id) as AlertPlace[];
}

/** The open alerts of one unit at a cut, short: what its profile shows. Pending ones are not shown yet. */
export function listUnitAlerts(
  database: ReadDatabase,
  cut: CutRecord,
  code: string,
): UnitProfileDto['alerts'] {
  const sql = `
    SELECT ${COLUMNS} FROM unit AS owner
    CROSS JOIN alert ON alert.unit_id = owner.id
    CROSS JOIN alert_reading AS reading ON reading.cut_id = :cutId AND reading.alert_id = alert.id ${JOINS}
    WHERE owner.code = :code AND reading.${IS_OPEN} ORDER BY ${MOST_SEVERE}`;
  const values = { cutId: cut.id, code, day: vietnamDay(cut.asOf) };
  const rows = database.prepare(sql).all(values) as AlertRow[];
  return rows.map((row) => {
    const { id, rule, severity, condition } = row;
    return { id, rule, severity, condition, reason: reasonOf(row) };
  });
}

/** After every instant in the order of text. */
const LAST_INSTANT = '~';

// An alert whose every reading was withdrawn by a correction has no row here.
const SELECT_LAST = `
  SELECT ${COLUMNS} FROM alert
  JOIN alert_reading AS reading ON reading.alert_id = alert.id AND reading.cut_id = (
    SELECT last.cut_id FROM alert_reading AS last JOIN cut ON cut.id = last.cut_id
    WHERE last.alert_id = alert.id AND cut.as_of <= :until ORDER BY ${timeOrder('DESC')} LIMIT 1) ${JOINS}`;

/** Alerts by their ids as they last stood at a cut as of an instant or before (default: ever), with names of the day. */
export function findAlerts(
  database: ReadDatabase,
  ids: readonly string[],
  day: string,
  until = LAST_INSTANT,
): Map<string, AlertDto> {
  const sql = `${SELECT_LAST} WHERE alert.uuid IN (SELECT value FROM json_each(:ids))`;
  const rows = database.prepare(sql).all({ ids: JSON.stringify(ids), day, until }) as AlertRow[];
  return new Map(rows.map((row) => [row.id, alertDto(row)]));
}

// Its figures were judged anew and say no more what they once did; what happened to it is all that is left of it.
const SELECT_WITHDRAWN = `
  SELECT alert.uuid AS id, alert.rule, 'resolved' AS state, 'clear' AS condition, unit.code AS unitCode,
    ifnull((SELECT severity FROM alert_event WHERE alert_id = alert.id AND severity IS NOT NULL ORDER BY id DESC LIMIT 1),
      'notice') AS severity,
    ifnull(name.name, unit.code) AS name, ifnull(name.name_en, unit.code) AS nameEn, parent.code AS province,
    task.code AS task, task.group_code AS taskGroup, indicator.code AS indicator, since.code AS since,
    since.as_of AS sinceAsOf, 0 AS heldCuts, alert.subject, NULL AS handling,
    json_object('code', 'reason.alert.withdrawn', 'values', json_object('unit', unit.code)) AS evidence
  FROM alert ${JOINS}`;

/** An alert that no cut shows any more, with names of the day; null for an id that never was. */
export function findWithdrawn(database: ReadDatabase, id: string, day: string): AlertDto | null {
  const row = database.prepare(`${SELECT_WITHDRAWN} WHERE alert.uuid = :id`).get({ id, day });
  return row === undefined ? null : alertDto(row as AlertRow);
}

/** One step of an alert's life. */
export interface CourseRow {
  readonly cut: string;
  readonly asOf: string;
  readonly state: AlertState;
  readonly condition: AlertCondition;
  readonly severity: Severity;
  /** Cuts at which it held, and the months of data they rest on: null where each cut is evidence of its own. */
  readonly held: number;
  readonly months: number | null;
  readonly clear: number;
  readonly firedCut: string | null;
  readonly handling: AlertHandling | null;
  readonly reason: Reason;
}

/** How an alert stood after every cut of its life, oldest first. */
export function listCourse(database: ReadDatabase, id: string): CourseRow[] {
  const sql = `
    SELECT cut.code AS cut, cut.as_of AS asOf, reading.state, reading.condition, reading.severity,
      reading.held AS heldCuts, reading.clear, reading.fired_cut AS firedCut,
      reading.handling, reading.evidence, alert.rule, alert.subject
    FROM alert JOIN alert_reading AS reading ON reading.alert_id = alert.id
    JOIN cut ON cut.id = reading.cut_id
    WHERE alert.uuid = ? ORDER BY ${timeOrder()}`;
  type Row = Omit<CourseRow, 'handling' | 'reason' | 'held' | 'months'> &
    Lasting & { readonly handling: string | null };
  return (database.prepare(sql).all(id) as Row[]).map((whole) => {
    const { evidence: _evidence, handling, heldCuts: _cuts, rule: _rule, subject: _subject, ...row } = whole;
    return { ...row, ...lastingOf(whole), handling: handlingOf(handling), reason: reasonOf(whole) };
  });
}

export type EventRow = Omit<AlertEventDto, 'who' | 'isProgram' | 'cause'> & { readonly who: string | null };

/** Of an `event` and its `cut`: an EventRow. */
export const EVENT_COLUMNS = `
  event.at, cut.code AS cut, event.who, event.kind, event.from_state AS "from", event.to_state AS "to",
  event.note, event.until, event.withdrawn_at AS withdrawnAt`;

/** Everything that happened to an alert, also under the ids it had earlier, oldest first. */
export function listEvents(database: ReadDatabase, id: string): AlertEventDto[] {
  // CROSS JOIN: of a recursion SQLite knows no size, and would walk every event by its time to spare itself a sort.
  const sql = `
    WITH RECURSIVE same (id) AS (
      SELECT id FROM alert WHERE uuid = ?
      UNION
      SELECT earlier.id FROM same JOIN alert_alias AS alias ON alias.alert_id = same.id
      JOIN alert AS earlier ON earlier.uuid = alias.uuid
      WHERE NOT EXISTS (SELECT 1 FROM alert_reading WHERE alert_id = earlier.id)
    )
    SELECT ${EVENT_COLUMNS} FROM same CROSS JOIN alert_event AS event ON event.alert_id = same.id
    JOIN cut ON cut.id = event.cut_id ORDER BY event.at, event.id`;
  return (database.prepare(sql).all(id) as EventRow[]).map(eventDto);
}

/** An event as the contract shows it. */
export function eventDto(row: EventRow): AlertEventDto {
  const { at, cut, who, kind, from, to, note, until, withdrawnAt } = row;
  const isProgram = who === null;
  // The program writes no notes: in their place stands why it did it.
  const cause = isProgram ? (ALERT_CAUSES.find((one) => one === note) ?? null) : null;
  const words = isProgram ? null : note;
  return {
    at,
    cut,
    who: who ?? PROGRAM_NAME,
    isProgram,
    kind,
    from,
    to,
    note: words,
    until,
    cause,
    withdrawnAt,
  };
}

/** Other alerts of the same rule on the same subject, newest first; `until` is the cut that resolved them. */
export function listOthers(
  database: ReadDatabase,
  id: string,
): { readonly id: string; readonly since: string; readonly until: string | null }[] {
  const sql = `
    SELECT other.uuid AS id, since.code AS since,
      (SELECT cut.code FROM alert_reading AS reading JOIN cut ON cut.id = reading.cut_id
       WHERE reading.alert_id = other.id AND reading.state = 'resolved' ORDER BY ${timeOrder('DESC')} LIMIT 1) AS until
    FROM alert JOIN alert AS other ON other.rule = alert.rule AND other.subject = alert.subject
      AND other.id <> alert.id AND EXISTS (SELECT 1 FROM alert_reading WHERE alert_id = other.id)
    JOIN cut AS since ON since.id = other.since_cut_id
    WHERE alert.uuid = ? ORDER BY since.as_of DESC`;
  return database.prepare(sql).all(id) as ReturnType<typeof listOthers>;
}

function alertDto(row: AlertRow): AlertDto {
  const {
    unitCode,
    name,
    nameEn,
    province,
    evidence: _evidence,
    handling,
    heldCuts: _cuts,
    subject: _subject,
    ...rest
  } = row;
  return {
    ...rest,
    ...lastingOf(row),
    unit: { code: unitCode, name, nameEn, province },
    handling: shortHandling(handlingOf(handling)),
    reason: reasonOf(row),
  };
}

function shortHandling(handling: AlertHandling | null): AlertDto['handling'] {
  if (handling === null) return null;
  const { kind, who, note, until } = handling;
  return { kind, who, note, until };
}

function handlingOf(handling: string | null): AlertHandling | null {
  return handling === null ? null : (JSON.parse(handling) as AlertHandling);
}
