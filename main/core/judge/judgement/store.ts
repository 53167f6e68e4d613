import { type Cell, insertRows, replaceRows } from '#main/db/insert-rows.ts';
import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import { type GapRun, NO_GAP_RUN } from '#shared/domain/gap.ts';
import { type PossibleRuns, runsOfGap } from '#shared/domain/gap-ends.ts';
import type { OperatingStatus, ReportedStatus } from '#shared/domain/model.ts';
import type { LastReported, Standing } from './standing.ts';
import type { TaskJudgement } from './tasks.ts';

type StandingRow = [
  ...ofUnit: [number, ReportedStatus, OperatingStatus],
  ...gap: [number, string | null, string | null, string | null],
  ...since: [number | null, number | null],
];

/** How every unit stands at a cut. */
export function loadStandings(database: ReadDatabase, cutId: number): Standing[] {
  const sql = `
    SELECT unit_id, reported, operating, gap_cuts, json_extract(facts, '$.gap'),
      json_extract(facts, '$.possible'), json_extract(facts, '$.last'), reported_since, operating_since
    FROM unit_status WHERE cut_id = ?`;
  const rows = database.prepare(sql).raw().all(cutId) as StandingRow[];
  return rows.map(([unitId, reported, operating, cuts, run, runs, known, reportedSince, operatingSince]) => {
    const gap = run === null ? NO_GAP_RUN : { ...(JSON.parse(run) as Omit<GapRun, 'cuts'>), cuts };
    const possible = runs === null ? runsOfGap(gap) : (JSON.parse(runs) as PossibleRuns);
    const last = known === null ? null : (JSON.parse(known) as LastReported);
    return { unitId, reported, operating, gap, possible, last, reportedSince, operatingSince };
  });
}

/** Whether anything has been judged in this database. */
export function hasStatuses(database: ReadDatabase): boolean {
  return database.prepare('SELECT EXISTS (SELECT 1 FROM unit_status)').pluck().get() === 1;
}

/**
 * Units with a figure at one of the cuts that a correction put in after the cut had been closed, and those above
 * them: their sums rest on it.
 */
export function listCorrectedUnits(database: ReadDatabase, cutIds: readonly number[]): Set<number> {
  const sql = `
    WITH RECURSIVE corrected (unit_id) AS (
      SELECT observation.unit_id FROM import_run
      CROSS JOIN observation ON observation.cut_id = import_run.cut_id AND observation.run_id = import_run.id
      WHERE import_run.kind = 'correction' AND import_run.state = 'committed'
        AND import_run.cut_id IN (SELECT value FROM json_each(?))
      UNION
      SELECT unit.parent_id FROM corrected JOIN unit ON unit.id = corrected.unit_id WHERE unit.parent_id IS NOT NULL
    )
    SELECT unit_id FROM corrected`;
  return new Set(database.prepare(sql).pluck().all(JSON.stringify(cutIds)) as number[]);
}

/** One row of a status table in the order of its columns. */
export type StatusValues = readonly Cell[];

const UNIT_COLUMNS =
  `cut_id unit_id rule_version reported reported_at_least reported_at_most operating operating_at_least operating_at_most
  operating_score score_low score_high gap_steps gap_cuts
  reported_since operating_since met missing communes green yellow red not_reported corrected facts`.split(
    /\s+/,
  );
const TASK_COLUMNS = 'cut_id task_id unit_id rule_version schedule outcome progress facts'.split(' ');

/** Replaces everything that was computed of a cut's units. */
export function replaceUnitStatuses(
  database: WriteDatabase,
  cutId: number,
  ruleVersion: number,
  rows: readonly StatusValues[],
): void {
  setRuleVersion(database, 'unit_status', cutId, ruleVersion);
  replaceRows(database, { name: 'unit_status', columns: UNIT_COLUMNS, keys: 2 }, cutId, rows);
}

/** Adds rows of units that have none at their cut. */
export function insertUnitStatuses(database: WriteDatabase, rows: readonly StatusValues[]): void {
  insertRows(database, 'unit_status', UNIT_COLUMNS, rows);
}

const TOTAL_COLUMNS =
  'cut_id indicator_id unit_id units reported not_applicable value numerator denominator median low high'.split(
    ' ',
  );

/** Replaces the sums of a cut. */
export function replaceFigureTotals(
  database: WriteDatabase,
  cutId: number,
  rows: readonly StatusValues[],
): void {
  replaceRows(database, { name: 'figure_total', columns: TOTAL_COLUMNS, keys: 3 }, cutId, rows);
}

/** Adds sums of places that have none at their cut. */
export function insertFigureTotals(database: WriteDatabase, rows: readonly StatusValues[]): void {
  insertRows(database, 'figure_total', TOTAL_COLUMNS, rows);
}

/** Replaces everything that was computed of a cut's tasks. */
export function replaceTaskStatuses(
  database: WriteDatabase,
  cutId: number,
  ruleVersion: number,
  tasks: readonly TaskJudgement[],
): void {
  setRuleVersion(database, 'task_status', cutId, ruleVersion);
  const rows = taskValues(cutId, ruleVersion, tasks);
  replaceRows(database, { name: 'task_status', columns: TASK_COLUMNS, keys: 3 }, cutId, rows);
}

/** Another version that judges most rows as before changes one number in them, which is quickly done at once. */
function setRuleVersion(database: WriteDatabase, table: string, cutId: number, ruleVersion: number): void {
  const sql = `UPDATE ${table} SET rule_version = ? WHERE cut_id = ? AND rule_version <> ?`;
  database.prepare(sql).run(ruleVersion, cutId, ruleVersion);
}

/** Adds rows of tasks that have none for their unit at the cut. */
export function insertTaskStatuses(
  database: WriteDatabase,
  cutId: number,
  ruleVersion: number,
  tasks: readonly TaskJudgement[],
): void {
  insertRows(database, 'task_status', TASK_COLUMNS, taskValues(cutId, ruleVersion, tasks));
}

function taskValues(cutId: number, ruleVersion: number, tasks: readonly TaskJudgement[]): StatusValues[] {
  return tasks.map((task): StatusValues => {
    const { schedule, outcome } = task.outcome;
    const facts = factsOf(task);
    return [
      cutId,
      task.taskId,
      task.unitId,
      ruleVersion,
      schedule.schedule,
      outcome,
      schedule.progress,
      facts,
    ];
  });
}

/**
 * Beside the counts what a body last said and when: later cuts and other machines go on from it. And the deadline: a later
 * revision of the plan moves none of a closed cut.
 */
function factsOf(task: TaskJudgement): string {
  const { units, reported, done, fresh, progressSum, last, deadline, outcome } = task;
  const { outputState, schedule } = outcome;
  const { age } = schedule;
  const whose = last === null ? { progressSum } : { state: last.state, cut: last.cut };
  return JSON.stringify({
    units,
    reported,
    done,
    fresh,
    outputState,
    ...whose,
    ...(age === null ? {} : { age }),
    ...(deadline === null ? {} : { deadline }),
  });
}
