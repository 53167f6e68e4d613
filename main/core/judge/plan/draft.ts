import { type PlanRevision, requireRevision } from '#main/core/ground/plan/revision-store.ts';
import { listInForce } from '#main/core/ground/rules/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import { defaultRuleSet, outputThresholds } from '#shared/domain/default-rules.ts';
import { frequenciesOf } from '#shared/domain/frequency.ts';
import type { Plan } from '#shared/domain/plan.ts';
import { revisedPlan, validateChange } from '#shared/domain/plan-change.ts';
import { type PlanProblem, validatePlan } from '#shared/domain/plan-problems.ts';
import type { RuleSet } from '#shared/domain/rule-set.ts';
import { validateRuleSet } from '#shared/domain/validate-rules.ts';
import { createFormatter } from '#shared/text/format.ts';
import { listUnitCodes, readUse } from './store.ts';

/** A rule set without what the plan itself says. */
export type GeneralRules = Omit<RuleSet, 'notAsked' | 'frequency' | 'operating'> & {
  readonly operating: Omit<RuleSet['operating'], 'indicators'>;
};

export function generalRules({ notAsked: _, frequency: ___, operating, ...rules }: RuleSet): GeneralRules {
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
function newestRevision(database: ReadDatabase): PlanRevision & { readonly validFrom: string | null } {
  const [newest] = listInForce(database);
  if (newest === undefined) throw new Error('The database holds no rule set');
  return { ...requireRevision(database, newest.version), validFrom: newest.validFrom };
}

/** PLAN_CHANGED where the draft rests on another revision than the newest, PLAN_DATE where it begins before that one. */
export function readDraft(database: ReadDatabase, { base, from, ...said }: DraftInput): Draft {
  const newest = newestRevision(database).version;
  if (newest !== base) throw new UserError('PLAN_CHANGED', { base, newest });
  return { ...checkPlan(database, { ...said, from }), from };
}

/**
 * A plan held against the newest revision, as it would be from a day on; null where nobody has named the day yet, on
 * which it depends what may be changed. PLAN_DATE.
 */
export function checkPlan(
  database: ReadDatabase,
  { plan, rules, from }: Omit<DraftInput, 'base' | 'from'> & { readonly from: string | null },
): Omit<Draft, 'from'> {
  const before = newestRevision(database);
  // Days are written alike in both languages.
  const { date } = createFormatter('vi');
  if (before.validFrom !== null && from !== null && from < before.validFrom)
    throw new UserError('PLAN_DATE', {
      from: date(from),
      newest: before.version,
      day: date(before.validFrom),
    });
  const revised = revisedPlan(before.plan, plan, from);
  const ruled = rulesOfPlan(revised, rules ?? before.rules);
  const use = from === null ? { indicators: new Set<string>(), tasks: new Set<string>() } : readUse(database);
  const problems = [
    ...validatePlan(revised, listUnitCodes(database)),
    ...validateChange(before.plan, revised, from, use),
  ];
  return { before, plan: revised, rules: ruled, problems: withRuleProblems(problems, revised, ruled) };
}

/** What contradicts itself in the plan would only be said a second time. */
function withRuleProblems(problems: readonly PlanProblem[], plan: Plan, rules: RuleSet): PlanProblem[] {
  const more = problems.length > 0 ? [] : validateRuleSet(rules, plan.indicators);
  return [...problems, ...more.map(inPlan(plan))];
}

/** A plan that nothing went before: what keeps a workplace from beginning with it. `units`: codes of units that there are. */
export function checkFirstPlan(
  plan: Plan,
  general: GeneralRules | null,
  units: ReadonlySet<string>,
): { readonly rules: RuleSet; readonly problems: readonly PlanProblem[] } {
  const usual = defaultRuleSet(plan.indicators, plan.notAsked);
  const rules = general === null ? usual : rulesOfPlan(plan, general);
  return { rules, problems: withRuleProblems(validatePlan(plan, units), plan, rules) };
}

/** The rule set of a plan: its indicators' own thresholds, the rest as given. */
function rulesOfPlan(plan: Plan, { operating, ...rules }: GeneralRules): RuleSet {
  return {
    ...rules,
    notAsked: plan.notAsked,
    frequency: frequenciesOf(plan.indicators),
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
