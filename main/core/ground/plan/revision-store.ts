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

/** The rule set has the word about thresholds of outputs, about what is not asked and how often the rest is. */
function ruled(
  plan: Omit<Plan, 'notAsked'>,
  { notAsked, frequency, operating }: RuleSet,
): Pick<Plan, 'indicators' | 'notAsked'> {
  const withRules = (indicator: PlanIndicator): PlanIndicator => {
    const { code, kind } = indicator;
    const own = operating.indicators[code];
    const asked = { ...indicator, frequency: frequency[code] ?? 'eachCut' };
    return kind === 'criterion' || own === undefined ? asked : { ...asked, ...own };
  };
  return { indicators: plan.indicators.map(withRules), notAsked };
}
