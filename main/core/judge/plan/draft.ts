import { type PlanRevision, requireRevision } from '#main/core/ground/plan/revision-store.ts';
import { listInForce } from '#main/core/ground/rules/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import { outputThresholds } from '#shared/domain/default-rules.ts';
import type { Plan } from '#shared/domain/plan.ts';
import { revisedPlan, validateChange } from '#shared/domain/plan-change.ts';
import { type PlanProblem, validatePlan } from '#shared/domain/plan-problems.ts';
import type { RuleSet } from '#shared/domain/rule-set.ts';
import { validateRuleSet } from '#shared/domain/validate-rules.ts';
import { listUnitCodes, readUse } from './store.ts';

/** A rule set without what the plan itself says. */
export type GeneralRules = Omit<RuleSet, 'notAsked' | 'operating'> & {
  readonly operating: Omit<RuleSet['operating'], 'indicators'>;
};

export function generalRules({ notAsked: _, operating, ...rules }: RuleSet): GeneralRules {
  const { indicators: __, ...rest } = operating;
  return { ...rules, operating: rest };
}

export interface DraftInput {
  readonly plan: Plan;
  readonly rules?: GeneralRules | undefined;
  readonly from: string;
  readonly base: number;
}

/** A draft as it would be put in force, held against the newest revision. */
export interface Draft {
  readonly before: PlanRevision;
  readonly plan: Plan;
  readonly rules: RuleSet;
  readonly from: string;
  readonly problems: readonly PlanProblem[];
}

/** The newest revision and the day it holds from. */
export function newestRevision(database: ReadDatabase): PlanRevision & { readonly validFrom: string | null } {
  const [newest] = listInForce(database);
  if (newest === undefined) throw new Error('The database holds no rule set');
  return { ...requireRevision(database, newest.version), validFrom: newest.validFrom };
}

/** PLAN_CHANGED where the draft rests on another revision than the newest, PLAN_DATE where it begins before that one. */
export function readDraft(database: ReadDatabase, { plan, rules, from, base }: DraftInput): Draft {
  const before = newestRevision(database);
  if (before.version !== base) throw new UserError('PLAN_CHANGED', { base, newest: before.version });
  if (before.validFrom !== null && from < before.validFrom)
    throw new UserError('PLAN_DATE', { from, newest: before.version, day: before.validFrom });
  const revised = revisedPlan(before.plan, plan, from);
  const ruled = rulesOf(revised, rules ?? before.rules);
  const problems = [
    ...validatePlan(revised, listUnitCodes(database)),
    ...validateChange(before.plan, revised, from, readUse(database)),
  ];
  // What contradicts itself in the plan would only be said a second time.
  const more = problems.length > 0 ? [] : validateRuleSet(ruled, revised.indicators);
  return { before, plan: revised, rules: ruled, from, problems: [...problems, ...more.map(inPlan(revised))] };
}

/** The rule set of a plan: its indicators' own thresholds, the rest as given. */
function rulesOf(plan: Plan, { operating, ...rules }: GeneralRules): RuleSet {
  return {
    ...rules,
    notAsked: plan.notAsked,
    operating: { ...operating, indicators: outputThresholds(plan.indicators) },
  };
}

function inPlan({ indicators }: Plan): (problem: PlanProblem) => PlanProblem {
  return ({ path, reason }) => {
    const code = /^operating\.indicators\.([^.]+)/.exec(path)?.[1];
    const at = indicators.findIndex((one) => one.code === code);
    return { path: at < 0 ? `rules.${path}` : `indicators.${at}`, reason };
  };
}
