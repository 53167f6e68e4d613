import { requireCut } from '#main/core/ground/cuts/lookup.ts';
import { findRevision, type PlanRevision } from '#main/core/ground/plan/revision-store.ts';
import { readPlanTables, writePlan } from '#main/core/ground/plan/tables-store.ts';
import { listInForce, readActiveRules, versionOn } from '#main/core/ground/rules/store.ts';
import { listVersions } from '#main/core/judge/rules/offers.ts';
import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { PlanRevisionDto } from '#shared/contract/plan-revisions.ts';
import { type CutPeriod, vietnamDay } from '#shared/domain/periods.ts';
import type { Plan } from '#shared/domain/plan.ts';
import type { PlanUse } from '#shared/domain/plan-change.ts';
import type { RuleSet } from '#shared/domain/rule-set.ts';

export function listRevisions(database: ReadDatabase): PlanRevisionDto[] {
  const days = new Map(listInForce(database).map(({ version, validFrom }) => [version, validFrom]));
  return listVersions(database).map((one) => ({ ...one, validFrom: days.get(one.version) ?? null }));
}

/** The revision of a cut, one by its number, or the one that was put in force last. */
export function chosenVersion(
  database: ReadDatabase,
  { cut, revision }: { readonly cut?: string | undefined; readonly revision?: number | undefined },
): number {
  if (revision !== undefined) return revision;
  return cut === undefined ? readActiveRules(database).version : requireCut(database, cut).active.version;
}

export function requireKnown(database: ReadDatabase, version: number): PlanRevision {
  const found = findRevision(database, version);
  if (found === null) throw new UserError('RULE_VERSION_UNKNOWN', { version });
  return found;
}

/** What has been sent of indicators and tasks, now or once. */
export function readUse(database: ReadDatabase): PlanUse {
  const codes = (sql: string) => new Set(database.prepare(sql).pluck().all() as string[]);
  // A look-up for each indicator and cut: the table of figures is never walked.
  return {
    indicators: codes(`
      SELECT code FROM indicator WHERE EXISTS (SELECT 1 FROM cut WHERE EXISTS (
        SELECT 1 FROM observation WHERE observation.cut_id = cut.id AND observation.indicator_id = indicator.id))
      OR EXISTS (SELECT 1 FROM cut WHERE EXISTS (SELECT 1 FROM observation_past AS past
        WHERE past.cut_id = cut.id AND past.indicator_id = indicator.id))`),
    tasks: codes(`
      SELECT code FROM task WHERE EXISTS (SELECT 1 FROM cut WHERE EXISTS (
        SELECT 1 FROM task_report WHERE task_report.cut_id = cut.id AND task_report.task_id = task.id))`),
  };
}

export function listUnitCodes(database: ReadDatabase): Set<string> {
  return new Set(database.prepare('SELECT code FROM unit').pluck().all() as string[]);
}

export interface NewRevision {
  readonly plan: Plan;
  readonly rules: RuleSet;
  readonly from: string | null;
  readonly who: string;
  readonly note: string;
  readonly at: string;
}

/** Writes the next revision and its tables; those before keep in words what the tables said. Gives its number. */
export function insertRevision(
  database: WriteDatabase,
  { plan, rules, from, who, note, at }: NewRevision,
): number {
  const said = JSON.stringify(readPlanTables(database));
  database.prepare('UPDATE rule_set SET plan = ? WHERE plan IS NULL').run(said);
  writePlan(database, plan);
  const { notAsked: _, ...own } = plan;
  const sql = `
    INSERT INTO rule_set (version, created_at, who, note, rules, valid_from, plan)
    SELECT 1 + max(version), ?, ?, ?, ?, ?, ? FROM rule_set RETURNING version`;
  const values = [at, who, note, JSON.stringify(rules), from, JSON.stringify(own)];
  return database
    .prepare(sql)
    .pluck()
    .get(...values) as number;
}

/** A closed cut is judged by what now holds for its day. */
export function reviseClosed(
  database: WriteDatabase,
  cut: Pick<CutPeriod, 'asOf'> & { readonly id: number },
): number {
  const version = versionOn(listInForce(database), vietnamDay(cut.asOf));
  database.prepare('UPDATE cut SET revision = ? WHERE id = ?').run(version, cut.id);
  return version;
}
