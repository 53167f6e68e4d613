import { type GeneralRules, generalRules } from '#main/core/judge/plan/draft.ts';
import { chosenVersion, listRevisions, requireKnown } from '#main/core/judge/plan/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { PlanFileDto } from '#shared/contract/plan-revisions.ts';
import type { Plan } from '#shared/domain/plan.ts';
import { compareRevisions } from '#shared/domain/plan-change.ts';
import { mergePlan, planClashes } from '#shared/domain/plan-merge.ts';
import { saysTheSame } from '#shared/domain/says-the-same.ts';
import type { PlanBase } from './read.ts';

interface Said {
  readonly plan: Plan;
  /** Null where a file says nothing of them. */
  readonly rules: GeneralRules | null;
}

/** The revision of this workspace that a file was exported from. */
function knownBase(database: ReadDatabase, from: PlanBase | null): number | undefined {
  return listRevisions(database).find(
    ({ version, createdAt }) => version === from?.revision && createdAt === from.at,
  )?.version;
}

/** Why a file goes on from no revision that is here; null where it does. */
export function replacesWhole(
  database: ReadDatabase,
  said: Plan,
  from: PlanBase | null,
): PlanFileDto['replaces'] {
  if (knownBase(database, from) !== undefined) return null;
  const { plan } = requireKnown(database, chosenVersion(database, {}));
  if (plan.code !== said.code) return 'otherPlan';
  return from === null ? 'noBase' : 'otherBase';
}

/**
 * A file that was exported from an earlier revision, brought onto the newest: whoever was quicker loses nothing by it.
 * Null where the file says of no revision of this workspace that it comes from it, or comes from the newest.
 */
export function mergeOnto(
  database: ReadDatabase,
  said: Said,
  from: PlanBase | null,
): (Said & { readonly stale: NonNullable<PlanFileDto['stale']> }) | null {
  const base = knownBase(database, from);
  const newest = chosenVersion(database, {});
  if (base === undefined || base === newest) return null;
  const [old, now] = [requireKnown(database, base), requireKnown(database, newest)];
  const [oldRules, nowRules] = [generalRules(old.rules), generalRules(now.rules)];
  const isOwn = said.rules !== null && !saysTheSame(said.rules, oldRules);
  const areRulesTorn = isOwn && !saysTheSame(oldRules, nowRules) && !saysTheSame(said.rules, nowRules);
  const clashes = [
    ...planClashes(old.plan, said.plan, now.plan),
    ...(areRulesTorn ? [{ part: 'rules', code: '', field: '' } as const] : []),
  ];
  return {
    plan: mergePlan(old.plan, said.plan, now.plan),
    rules: isOwn ? said.rules : null,
    stale: { base, newest, since: compareRevisions(old, now), clashes },
  };
}
