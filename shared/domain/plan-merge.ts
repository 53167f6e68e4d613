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

export const MERGED_LISTS = ['phases', 'pillars', 'groups', 'indicators', 'tasks', 'difficulties'] as const;

/** What two people changed otherwise, each from the same revision; `field` is empty where one of them took it out. */
export interface PlanClash {
  readonly part: 'plan' | 'rules' | (typeof MERGED_LISTS)[number];
  readonly code: string;
  readonly field: string;
}

/** Where a merged plan would have to drop what the newer revision says. */
export function planClashes(base: Plan, draft: Plan, newer: Plan): PlanClash[] {
  const isList = (field: string) => (MERGED_LISTS as readonly string[]).includes(field);
  const own = fieldClashes(base, draft, newer).filter((field) => !isList(field));
  return [
    ...own.map((field) => ({ part: 'plan', code: '', field }) as const),
    ...MERGED_LISTS.flatMap((part) => {
      const [was, mine, theirs] = [base[part], draft[part], newer[part]].map(
        (items) => new Map(items.map((item) => [item.code, item])),
      );
      const codes = new Set([...(was?.keys() ?? []), ...(mine?.keys() ?? []), ...(theirs?.keys() ?? [])]);
      return [...codes].flatMap((code) =>
        itemClashes(was?.get(code), mine?.get(code), theirs?.get(code)).map((field) => ({
          part,
          code,
          field,
        })),
      );
    }),
  ];
}

/** Fields, or '' where one side took out, or both added, what the other side says otherwise. */
function itemClashes(
  base: object | undefined,
  draft: object | undefined,
  newer: object | undefined,
): readonly string[] {
  if (base !== undefined && draft !== undefined && newer !== undefined)
    return fieldClashes(base, draft, newer);
  const isSame = saysTheSame(draft, newer) || saysTheSame(base, draft) || saysTheSame(base, newer);
  return isSame ? [] : [''];
}

function fieldClashes(base: object, draft: object, newer: object): string[] {
  const [was, mine, theirs] = [base, draft, newer].map((one) => new Map(Object.entries(one)));
  const fields = new Set([...(mine?.keys() ?? []), ...(theirs?.keys() ?? [])]);
  return [...fields].filter((field) => {
    const [old, own, other] = [was?.get(field), mine?.get(field), theirs?.get(field)];
    return !saysTheSame(old, own) && !saysTheSame(old, other) && !saysTheSame(own, other);
  });
}
