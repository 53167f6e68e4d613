import type { ReadDatabase } from '#main/db/open.ts';
import type { AlertRule, AlertState, Severity } from '#shared/domain/model.ts';

/** Which readings of a cut are meant; what is undefined leaves all of them. */
export interface Matching {
  readonly cutId: number;
  /** Code of a unit: its alerts and those of the units below it. */
  readonly unit?: string | undefined;
  readonly taskGroup?: string | undefined;
  /** UTC instant: alerts that fired at it or later, or were first seen then where they have not fired. */
  readonly since?: string | undefined;
  /** Row ids of alerts. */
  readonly among?: readonly number[] | undefined;
  readonly rules?: readonly AlertRule[] | undefined;
  readonly severities?: readonly Severity[] | undefined;
  readonly states?: readonly AlertState[] | undefined;
}

export type AlertOrder = 'severity' | 'province' | 'fullest' | 'newest';

// The readings of a cut come first: SQLite would else walk over every alert there ever was. A table beside them that
// a statement takes nothing from costs nothing: SQLite leaves out a left join to a key that is not used.
const SOURCES = `
  FROM alert_reading AS reading
  CROSS JOIN alert ON alert.id = reading.alert_id
  JOIN unit ON unit.id = alert.unit_id
  LEFT JOIN unit AS parent ON parent.id = unit.parent_id AND parent.level = 'province'
  LEFT JOIN task ON task.id = alert.task_id
  LEFT JOIN indicator ON indicator.id = alert.indicator_id
  LEFT JOIN cut AS since ON since.id = alert.since_cut_id
  LEFT JOIN cut AS fired ON fired.code = reading.fired_cut`;

const PLACE = 'ifnull(parent.code, unit.code)';
/** SQL: most severe first, then the oldest. The row id comes last, so that pages of one list never share an alert. */
export const MOST_SEVERE = `
  CASE reading.severity WHEN 'critical' THEN 0 WHEN 'warning' THEN 1 ELSE 2 END, since.as_of, alert.rule, unit.code,
  task.code, indicator.code, alert.id`;
const ORDERS: Readonly<Record<AlertOrder, string>> = {
  severity: MOST_SEVERE,
  province: `${PLACE}, ${MOST_SEVERE}`,
  // The codes are of one length, with commas between them.
  fullest: `instr(:places, ${PLACE}), ${MOST_SEVERE}`,
  newest: `since.as_of DESC, ${MOST_SEVERE}`,
};

const CONDITIONS: Readonly<Record<Exclude<keyof Matching, 'cutId'>, string>> = {
  unit: ':unit IN (unit.code, parent.code)',
  taskGroup: 'task.group_code = :taskGroup',
  since: 'ifnull(fired.as_of, since.as_of) >= :since',
  among: 'alert.id IN (SELECT value FROM json_each(:among))',
  rules: 'alert.rule IN (SELECT value FROM json_each(:rules))',
  severities: 'reading.severity IN (SELECT value FROM json_each(:severities))',
  states: 'reading.state IN (SELECT value FROM json_each(:states))',
};

/** The end of a statement over SOURCES, and the values for its names. */
function wherever(matching: Matching): { readonly where: string; readonly values: Record<string, unknown> } {
  const given = Object.entries(matching).filter(([, value]) => value !== undefined);
  const conditions = Object.entries(CONDITIONS).filter(([part]) => given.some(([name]) => name === part));
  return {
    where: ['WHERE reading.cut_id = :cutId', ...conditions.map(([, sql]) => sql)].join(' AND '),
    values: Object.fromEntries(
      given.map(([name, value]) => [name, Array.isArray(value) ? JSON.stringify(value) : value]),
    ),
  };
}

/** So many alerts of one place are alike in everything that is counted. */
export interface AlertGroup {
  readonly rule: AlertRule;
  readonly severity: Severity;
  readonly state: AlertState;
  /** Code of the province, or of the country for the centre's own. */
  readonly place: string;
  readonly count: number;
}

/** The matching alerts of a cut counted by rule, severity, state and place: some hundred rows for thousands. */
export function countMatching(database: ReadDatabase, matching: Matching): AlertGroup[] {
  const { where, values } = wherever(matching);
  const sql = `
    SELECT alert.rule, reading.severity, reading.state, ${PLACE} AS place, count(*) AS count
    ${SOURCES} ${where} GROUP BY place, alert.rule, reading.severity, reading.state`;
  return database.prepare(sql).all(values) as AlertGroup[];
}

/** Which part of the matching alerts is wanted, in which order. */
export interface Wanted {
  readonly order: AlertOrder;
  readonly limit: number;
  readonly offset: number;
  /** Codes of places: what `fullest` goes by. */
  readonly places: readonly string[];
}

const ALL: Wanted = { order: 'severity', limit: -1, offset: 0, places: [] };

/** Row ids of the matching alerts in the order; those after the first `offset`, at most `limit` of them. */
export function listMatching(database: ReadDatabase, matching: Matching, wanted: Wanted = ALL): number[] {
  const { where, values } = wherever(matching);
  const { order, limit, offset, places } = wanted;
  const sql = `SELECT alert.id ${SOURCES} ${where} ORDER BY ${ORDERS[order]} LIMIT :limit OFFSET :offset`;
  return database
    .prepare(sql)
    .pluck()
    .all({ ...values, limit, offset, places: places.join() }) as number[];
}

/** Row ids of an alert and of what it is about. */
export interface AlertSubject {
  readonly rowId: number;
  readonly unit: number;
  readonly province: number | null;
  readonly task: number | null;
  readonly indicator: number | null;
}

/** What every alert with a reading at the cut is about. */
export function listSubjects(database: ReadDatabase, cutId: number): AlertSubject[] {
  const sql = `
    SELECT alert.id, alert.unit_id, parent.id, alert.task_id, alert.indicator_id
    ${SOURCES} WHERE reading.cut_id = ?`;
  type Row = [number, number, number | null, number | null, number | null];
  const rows = database.prepare(sql).raw().all(cutId) as Row[];
  return rows.map(([rowId, unit, province, task, indicator]) => ({ rowId, unit, province, task, indicator }));
}
