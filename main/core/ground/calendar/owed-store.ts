import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import { askingAt } from '#shared/domain/asking.ts';
import { type Asked, type Duty, dutyOfKind, type Owed } from '#shared/domain/calendar.ts';
import { type CutPeriod, vietnamDay } from '#shared/domain/periods.ts';
import { heldOn } from '../plan/held-store.ts';
import { rulesAt } from '../rules/store.ts';
import { inForce } from '../units/store.ts';

/** What an opened cut owes and whom it asks, as the calendar said when it opened. */
export function readDuty(database: ReadDatabase, cut: Pick<CutPeriod, 'code' | 'kind'>): Duty {
  const row = database.prepare('SELECT owes, asks FROM cut WHERE code = ?').get(cut.code) as
    | { owes: string | null; asks: string | null }
    | undefined;
  const usual = dutyOfKind(cut.kind);
  return {
    owes: row?.owes == null ? usual.owes : (JSON.parse(row.owes) as Owed[]),
    asks: row?.asks == null ? usual.asks : (JSON.parse(row.asks) as Asked),
  };
}

/** Indicators whose turn it is not at a cut, opened or planned, by the revision that it is judged by. */
export function readOutOfTurn(database: ReadDatabase, cut: CutPeriod): ReadonlySet<string> {
  const own = database.prepare('SELECT revision FROM cut WHERE code = ?').pluck().get(cut.code);
  const { rules } = rulesAt(database, { asOf: cut.asOf, revision: (own ?? null) as number | null });
  return askingAt(rules, cut).outOfTurn;
}

/**
 * Whether a cut asks for task reports. Where nothing says what it owes (a data file does not carry it), it does once one
 * has come to a cut of its kind, as for the age of what was reported.
 */
export function owesTaskReports(database: ReadDatabase, cutId: number): boolean {
  const sql = `
    SELECT CASE WHEN owes IS NOT NULL THEN EXISTS (SELECT 1 FROM json_each(owes) WHERE value = 'taskReports')
      ELSE EXISTS (SELECT 1 FROM cut AS earlier WHERE earlier.kind = cut.kind AND earlier.as_of <= cut.as_of
        AND EXISTS (SELECT 1 FROM task_report WHERE cut_id = earlier.id)) END
    FROM cut WHERE id = ?`;
  return database.prepare(sql).pluck().get(cutId) === 1;
}

/** SQL: whether it is the turn of a row of `indicator`. */
const IN_TURN = 'indicator.code NOT IN (SELECT value FROM json_each(:outOfTurn))';

/**
 * Communes in force on `:day` that a cut asks, as (id, province): none where the plan asks communes nothing of its kind then.
 * Parameters: see `askedValues`.
 */
export const ASKED_COMMUNES = `
  SELECT commune.id, commune.parent_id AS province FROM unit AS commune
    JOIN unit AS parent ON parent.id = commune.parent_id
  WHERE commune.level = 'commune' AND commune.valid_from <= :day
    AND (commune.valid_to IS NULL OR commune.valid_to > :day)
    AND (:asks IS NULL OR commune.code IN (SELECT value FROM json_each(:asks))
      OR parent.code IN (SELECT value FROM json_each(:asks)))
    AND EXISTS (SELECT 1 FROM indicator WHERE asks = 'commune' AND (kind = 'criterion') = :ofCriteria
      AND ${heldOn('indicator', ':day')} AND ${IN_TURN})`;

export function askedValues(database: ReadDatabase, cut: CutPeriod) {
  const { asks } = readDuty(database, cut);
  return {
    day: vietnamDay(cut.asOf),
    asks: asks === 'all' ? null : JSON.stringify(asks),
    ofCriteria: cut.kind === 'month' ? 0 : 1,
    outOfTurn: JSON.stringify([...readOutOfTurn(database, cut)]),
  };
}

/** Lays the board of a cut that opens: every province with what it owes, before anything of it has come. */
export function layBoard(database: WriteDatabase, cut: CutPeriod & { readonly id: number }): void {
  const sql = `
    WITH asked AS MATERIALIZED (${ASKED_COMMUNES}),
    counted AS (SELECT province.id, count(asked.id) AS expected FROM unit AS province
      LEFT JOIN asked ON asked.province = province.id
      WHERE province.level = 'province' AND ${inForce('province')} GROUP BY province.id)
    INSERT INTO submission (cut_id, unit_id, expected, received, state, corrected)
    SELECT :cutId, id, expected, 0, CASE expected WHEN 0 THEN 'complete' ELSE 'nothing' END, 0 FROM counted`;
  database.prepare(sql).run({ cutId: cut.id, ...askedValues(database, cut) });
  countOwed(database, cut);
}

/** Counts anew, in figures and task reports, what each province on the board of the cut owes and what of it is in force. */
export function countOwed(database: WriteDatabase, cut: CutPeriod & { readonly id: number }): void {
  const duty = readDuty(database, cut);
  const owes = (what: Owed): 0 | 1 => (duty.owes.includes(what) ? 1 : 0);
  const values: OwedValues = {
    ...askedValues(database, cut),
    cutId: cut.id,
    criteria: owes('criteria'),
    outputs: owes('outputs'),
    tasks: owes('taskReports'),
  };
  const sent = JSON.stringify([...countSent(database, values)]);
  database.prepare(COUNT_OWED).run({ ...values, sent });
}

/** Parameters of what is counted: those of `askedValues`, the cut, and which kinds of reports it owes. */
type OwedValues = ReturnType<typeof askedValues> & {
  readonly cutId: number;
  readonly criteria: 0 | 1;
  readonly outputs: 0 | 1;
  readonly tasks: 0 | 1;
};

/** How many figures asked communes have sent of what the cut owes, by province. */
function countSent(database: ReadDatabase, values: OwedValues): Map<number, number> {
  const asked = database.prepare(ASKED_COMMUNES).raw().all(values) as [number, number][];
  const provinceOf = new Map(asked);
  const sent = new Map<number, number>();
  const unitsOf = database
    .prepare('SELECT unit_id FROM observation WHERE cut_id = ? AND indicator_id = ?')
    .pluck();
  // Tens of thousands of figures: SQLite takes five times as long to find the province of each.
  for (const indicatorId of database.prepare(OWED_INDICATORS).pluck().all(values)) {
    for (const unitId of unitsOf.all(values.cutId, indicatorId) as number[]) {
      const province = provinceOf.get(unitId);
      if (province !== undefined) sent.set(province, (sent.get(province) ?? 0) + 1);
    }
  }
  return sent;
}

/** Tasks that provinces are asked about on `:day`, where `:tasks` says that the cut asks at all. */
const OWED_TASKS = `
  SELECT id FROM task WHERE :tasks AND scope <> 'centre' AND start <= :day AND ${heldOn('task', ':day')}`;

/** Of how many tasks each province owes a report at the cut, and how many of those have come, by province code. */
export function listTaskReportsOwed(
  database: ReadDatabase,
  cut: CutPeriod & { readonly id: number },
): Map<string, { readonly owed: number; readonly reported: number }> {
  const duty = readDuty(database, cut);
  if (!duty.owes.includes('taskReports')) return new Map();
  const sql = `
    WITH owed_task AS MATERIALIZED (${OWED_TASKS})
    SELECT province.code, (SELECT count(*) FROM owed_task) AS owed, (SELECT count(*) FROM task_report
      WHERE cut_id = :cutId AND unit_id = province.id AND task_id IN (SELECT id FROM owed_task)) AS reported
    FROM unit AS province
    WHERE province.level = 'province' AND ${inForce('province')} AND (:asks IS NULL OR province.code IN (SELECT value FROM json_each(:asks)))`;
  const rows = database.prepare(sql).all({ ...askedValues(database, cut), cutId: cut.id, tasks: 1 }) as {
    readonly code: string;
    readonly owed: number;
    readonly reported: number;
  }[];
  return new Map(rows.map(({ code, ...counts }) => [code, counts]));
}

/** Indicators that communes are asked about on `:day`, where `:criteria` and `:outputs` say that the cut asks for such. */
const OWED_INDICATORS = `
  SELECT id FROM indicator WHERE CASE kind WHEN 'criterion' THEN :criteria ELSE :outputs END
    AND asks = 'commune' AND ${heldOn('indicator', ':day')} AND ${IN_TURN}`;

const COUNT_OWED = `
  WITH asked AS MATERIALIZED (${ASKED_COMMUNES}),
  owed_indicator AS MATERIALIZED (${OWED_INDICATORS}),
  owed_task AS MATERIALIZED (${OWED_TASKS}),
  sent AS MATERIALIZED (SELECT value ->> 0 AS province, value ->> 1 AS figures FROM json_each(:sent)),
  reported AS MATERIALIZED (
    SELECT unit_id, count(*) AS tasks FROM task_report
    WHERE cut_id = :cutId AND task_id IN (SELECT id FROM owed_task) GROUP BY unit_id)
  UPDATE submission SET (owed, sent) = (
    SELECT (SELECT count(*) FROM asked WHERE province = unit.id) * (SELECT count(*) FROM owed_indicator)
        + isAsked * (SELECT count(*) FROM owed_task),
      ifnull((SELECT figures FROM sent WHERE province = unit.id), 0)
        + isAsked * ifnull((SELECT tasks FROM reported WHERE reported.unit_id = unit.id), 0)
    FROM (SELECT id, :asks IS NULL OR code IN (SELECT value FROM json_each(:asks)) AS isAsked
      FROM unit WHERE id = submission.unit_id) AS unit)
  WHERE cut_id = :cutId`;
