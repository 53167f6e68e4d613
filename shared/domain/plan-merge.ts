import type { Plan } from './plan.ts';
import { saysTheSame } from './says-the-same.ts';

/**
 * A draft brought onto another revision: what it changed of its base stays as it says, everything else is as the newer
 * revision has it. Field by field, so that two people who changed other fields of one task both keep theirs.
 */
export function mergePlan(base: Plan, draft: Plan, newer: Plan): Plan {
  const own = mergeFields(base, draft, newer);
  return {
    ...own,
    phases: mergeList(base.phases, draft.phases, newer.phases),
    pillars: mergeList(base.pillars, draft.pillars, newer.pillars),
    groups: mergeList(base.groups, draft.groups, newer.groups),
    indicators: mergeList(base.indicators, draft.indicators, newer.indicators),
    tasks: mergeList(base.tasks, draft.tasks, newer.tasks),
    difficulties: mergeList(base.difficulties, draft.difficulties, newer.difficulties),
  };
}

function mergeList<Item extends { readonly code: string }>(
  base: readonly Item[],
  draft: readonly Item[],
  newer: readonly Item[],
): Item[] {
  const byCode = (items: readonly Item[]) => new Map(items.map((item) => [item.code, item]));
  const [was, mine] = [byCode(base), byCode(draft)];
  const kept = newer.flatMap((item) => {
    const [old, own] = [was.get(item.code), mine.get(item.code)];
    if (own !== undefined) return [old === undefined ? own : mergeFields(old, own, item)];
    // Not in the draft: taken out of it, or new in the newer revision.
    return old === undefined ? [item] : [];
  });
  const there = new Set(newer.map(({ code }) => code));
  const added = draft.filter(({ code }) => !there.has(code) && !was.has(code));
  return [...kept, ...added];
}

function mergeFields<Thing extends object>(base: Thing, draft: Thing, newer: Thing): Thing {
  const old = new Map(Object.entries(base));
  const changed = Object.entries(draft).filter(([field, value]) => !saysTheSame(old.get(field), value));
  return { ...newer, ...Object.fromEntries(changed) };
}
