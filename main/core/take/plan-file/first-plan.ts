import { readCatalogue } from '#main/core/ground/catalogue/read.ts';
import { checkFirstPlan } from '#main/core/judge/plan/draft.ts';
import type { PlanProblemDto } from '#shared/contract/plan-revisions.ts';
import type { Plan } from '#shared/domain/plan.ts';
import type { RuleSet } from '#shared/domain/rule-set.ts';
import { placeOf, readPlanFile } from './read.ts';

/** What a workplace begins with instead of the built-in plan; null while the file has problems. */
export interface FirstPlanFile {
  readonly first: { readonly plan: Plan; readonly rules: RuleSet } | null;
  readonly problems: readonly PlanProblemDto[];
}

/** A plan file held against the units that are built in; `name` is what its sender calls it. FILE_UNREADABLE, PLAN_FILE_REFUSED. */
export async function readFirstPlan(
  path: string,
  assetsFolder: string,
  name: string = path,
): Promise<FirstPlanFile> {
  const { plan, rules: general, places, problems } = await readPlanFile(path, name);
  if (plan === null) return { first: null, problems };
  const { provinces, communes } = readCatalogue(assetsFolder).units;
  const units = new Set(['VN', ...[...provinces, ...communes].map(({ code }) => code)]);
  const { rules, problems: more } = checkFirstPlan(plan, general, units);
  const all = [...problems, ...more.map((one) => ({ ...one, ...placeOf(one.path, places) }))];
  return { first: all.length === 0 ? { plan, rules } : null, problems: all };
}
