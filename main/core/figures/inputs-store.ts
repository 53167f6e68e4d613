import type { IndicatorKey } from '#main/core/ground/rules/store.ts';
import type { Ground } from '#main/core/ground/units/walk.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { Asking } from '#shared/domain/asking.ts';
import type { CriterionMark } from '#shared/domain/commune-status.ts';
import type { FigureOrEmpty } from '#shared/domain/figures.ts';
import type { CutKind, TaskState } from '#shared/domain/model.ts';

import { applyPlan, sentFigure } from './not-asked.ts';

/** SQL: the day of `cut` in Vietnam. */
export const CUT_DAY = `date(cut.as_of, '+7 hours')`;

// Nearly all marks are 1 or 0, and one number a row is read in half the time that a row of two takes.
const PLAIN_MARKS = `
  SELECT CASE value WHEN 1 THEN unit_id * 2 + 1 WHEN 0 THEN unit_id * 2 END FROM observation
  WHERE cut_id = ? AND indicator_id = ?`;
const OTHER_MARKS = `
  SELECT unit_id, value FROM observation
  WHERE cut_id = ? AND indicator_id = ? AND (value IS NULL OR value NOT IN (0, 1))`;

/** What each unit reported of each criterion, [unit][criterion]; absent = not reported. */
export function loadMarks(
  database: ReadDatabase,
  cutId: number,
  criteria: readonly IndicatorKey[],
  ground: Ground,
  asking: Asking,
): (CriterionMark | undefined)[][] {
  const { positions } = ground;
  const marks = Array.from(
    { length: positions.size },
    () => new Array<CriterionMark | undefined>(criteria.length),
  );
  const plain = database.prepare(PLAIN_MARKS).pluck();
  criteria.forEach((criterion, place) => {
    const mark = (unitId: number, value: CriterionMark): void => {
      const row = marks[positions.get(unitId) ?? -1];
      if (row !== undefined) row[place] = value;
    };
    let hasOthers = false;
    for (const packed of plain.all(cutId, criterion.id) as (number | null)[]) {
      if (packed === null) hasOthers = true;
      else mark(Math.floor(packed / 2), packed % 2 === 0 ? 0 : 1);
    }
    if (!hasOthers) return;
    const others = database.prepare(OTHER_MARKS).raw().all(cutId, criterion.id);
    for (const [unitId, value] of others as [number, number | null][]) mark(unitId, value ?? 'selfExempt');
  });
  applyPlan(marks, ground, criteria, asking);
  return marks;
}

/**
 * What each unit reported of each output, [unit][output]. Before the first month has ended outputs are not
 * yet due; afterwards an absent figure is not reported, or not due yet where the month ended before the unit began. Where
 * the newest month is too old outputs are due, and there are none.
 */
export function loadFigures(
  database: ReadDatabase,
  outputsCutId: number | null,
  outputs: readonly IndicatorKey[],
  ground: Ground,
  asking: Asking,
  isDue = outputsCutId !== null,
): (FigureOrEmpty | undefined)[][] {
  const { positions } = ground;
  const absent = isDue ? undefined : ('notYetDue' as const);
  const figures = Array.from({ length: positions.size }, () =>
    new Array<FigureOrEmpty | undefined>(outputs.length).fill(absent),
  );
  if (outputsCutId === null) {
    if (isDue) applyPlan(figures, ground, outputs, asking);
    return figures;
  }
  for (const unitId of listLaterUnits(database, outputsCutId))
    figures[positions.get(unitId) ?? -1]?.fill('notYetDue');
  const sql = `SELECT unit_id, value, numerator, denominator FROM observation WHERE cut_id = ? AND indicator_id = ?`;
  const statement = database.prepare(sql).raw();
  outputs.forEach((output, place) => {
    type Row = [number, number | null, number | null, number | null];
    for (const [unitId, value, numerator, denominator] of statement.all(outputsCutId, output.id) as Row[]) {
      const row = figures[positions.get(unitId) ?? -1];
      if (row !== undefined) row[place] = sentFigure({ value, numerator, denominator });
    }
  });
  applyPlan(figures, ground, outputs, asking);
  return figures;
}

/** Units that began after the cut: it asked nothing of them. */
function listLaterUnits(database: ReadDatabase, cutId: number): number[] {
  const sql = `SELECT id FROM unit WHERE valid_from > (SELECT ${CUT_DAY} FROM cut WHERE cut.id = ?)`;
  return database.prepare(sql).pluck().all(cutId) as number[];
}

export interface ReportRow {
  readonly taskId: number;
  readonly unitId: number;
  readonly state: TaskState;
  readonly progress: number;
}

/** What every body said of every task at a cut, as it came. */
export function loadReports(database: ReadDatabase, cutId: number): ReportRow[] {
  const sql = `SELECT task_id AS taskId, unit_id AS unitId, state, progress FROM task_report WHERE cut_id = ?`;
  return database.prepare(sql).all(cutId) as ReportRow[];
}

/** A body's last word of a task up to a cut, the code of the cut it was said at, and its age there. */
export interface StateRow extends ReportRow {
  readonly cut: string;
  readonly age: number;
}

/** How every body stood with every task when a cut was judged; without those that had never said anything. */
export function loadTaskStates(database: ReadDatabase, cutId: number): StateRow[] {
  const sql = `
    SELECT task_id AS taskId, unit_id AS unitId, facts ->> '$.state' AS state, progress, facts ->> '$.cut' AS cut,
      facts ->> '$.age' AS age
    FROM task_status WHERE cut_id = ? AND facts ->> '$.units' = 1 AND facts ->> '$.cut' IS NOT NULL`;
  return database.prepare(sql).all(cutId) as StateRow[];
}

/** Of each kind of cut the first, in time, that carries a task report, by kind: from there on such cuts owe one. */
export function firstReportsByKind(database: ReadDatabase): Map<CutKind, string> {
  const sql = `
    SELECT kind, min(as_of) FROM cut WHERE EXISTS (SELECT 1 FROM task_report WHERE cut_id = cut.id) GROUP BY kind`;
  return new Map(database.prepare(sql).raw().all() as [CutKind, string][]);
}
