import { useMemo } from 'react';
import { changeQuery, useAddress } from '#renderer/ground/address.ts';
import { PLAN_PARTS, type PlanPart } from './fields.ts';

/** What the screen shows: the parts of the plan, its names, what a draft changes, and the revisions. */
export const PLAN_TABS = [...PLAN_PARTS, 'plan', 'draft', 'history'] as const;
export type PlanTab = (typeof PLAN_TABS)[number];

export const TASK_ORDERS = ['group', 'pillar', 'phase'] as const;
export type TaskOrder = (typeof TASK_ORDERS)[number];

export interface PlanAddress {
  readonly tab: PlanTab;
  /** The code of what is chosen in the list. */
  readonly item: string | null;
  /** A revision by its number; null: the one put in force last, or the draft on it. */
  readonly revision: number | null;
  readonly order: TaskOrder;
}

/** Where on the screen one is, kept in the address. */
export function usePlanAddress(): PlanAddress {
  const { query } = useAddress();
  return useMemo(() => {
    const [tab, order, revision] = ['phan', 'xep', 'ban'].map((name) => query.get(name));
    return {
      tab: PLAN_TABS.find((one) => one === tab) ?? 'tasks',
      item: query.get('muc'),
      revision: revision === undefined || !/^\d{1,9}$/.test(revision ?? '') ? null : Number(revision),
      order: TASK_ORDERS.find((one) => one === order) ?? 'group',
    };
  }, [query]);
}

/** Opens a part, and in it one thing. */
export function goToPart(tab: PlanTab, item: string | null = null): void {
  changeQuery({ phan: tab, muc: item }, { push: true });
}

export function isPart(tab: PlanTab): tab is PlanPart {
  return PLAN_PARTS.some((part) => part === tab);
}
