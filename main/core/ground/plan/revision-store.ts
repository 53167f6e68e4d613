import type { ReadDatabase } from '#main/db/open.ts';
import type { Plan, PlanIndicator } from '#shared/domain/plan.ts';
import type { RuleSet } from '#shared/domain/rule-set.ts';
import { type ActiveRules, findRules } from '../rules/store.ts';
import { readPlanTables } from './tables-store.ts';

/** A revision with the whole plan. */
export interface PlanRevision extends ActiveRules {
  readonly plan: Plan;
}

/** What a revision says; null for a number that there is none of. */
export function findRevision(database: ReadDatabase, version: number): PlanRevision | null {
  const rules = findRules(database, version);
  if (rules === null) return null;
  const stored = database.prepare('SELECT plan FROM rule_set WHERE version = ?').pluck().get(version) as
    | string
    | null;
  const plan = stored === null ? readPlanTables(database) : (JSON.parse(stored) as Plan);
  return { version, rules, plan: { ...plan, ...ruled(plan, rules) } };
}

/** The same of a number that must be there. */
export function requireRevision(database: ReadDatabase, version: number): PlanRevision {
  const revision = findRevision(database, version);
  if (revision === null) throw new Error(`The database holds no revision ${version}`);
  return revision;
}

/** The rule set has the word about thresholds of outputs and about what is not asked. */
function ruled(
  plan: Omit<Plan, 'notAsked'>,
  { notAsked, operating }: RuleSet,
): Pick<Plan, 'indicators' | 'notAsked'> {
  const withRules = (indicator: PlanIndicator): PlanIndicator => {
    const own = operating.indicators[indicator.code];
    return indicator.kind === 'criterion' || own === undefined ? indicator : { ...indicator, ...own };
  };
  return { indicators: plan.indicators.map(withRules), notAsked };
}
