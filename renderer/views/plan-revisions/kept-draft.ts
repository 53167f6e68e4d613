import { useCallback, useSyncExternalStore } from 'react';
import type { GeneralRulesDto } from '#shared/contract/plan-revisions.ts';
import type { Plan } from '#shared/domain/plan.ts';

/** A plan on its way to a revision: which one it was made from, and from which day it is to hold. */
export interface PlanDraft {
  readonly base: number;
  readonly from: string;
  readonly plan: Plan;
  /** The rest of the rule set, where a file brought one. */
  readonly rules: GeneralRulesDto | null;
  /** When it was changed last. */
  readonly at: string;
}

const listeners = new Set<() => void>();
const drafts = new Map<string, PlanDraft | null>();
/** A draft belongs to one workspace: its folder is in the key. The number rises when older drafts cannot be read. */
const keyOf = (folder: string): string => `kh02-plan-1:${folder}`;

function stored(folder: string): PlanDraft | null {
  try {
    const text = window.localStorage.getItem(keyOf(folder));
    // Written by this program on this machine; the engine checks the plan again before it is saved.
    return text === null ? null : (JSON.parse(text) as PlanDraft);
  } catch {
    return null;
  }
}

function read(folder: string): PlanDraft | null {
  if (!drafts.has(folder)) drafts.set(folder, stored(folder));
  return drafts.get(folder) ?? null;
}

function write(folder: string, draft: PlanDraft | null): void {
  drafts.set(folder, draft);
  try {
    if (draft === null) window.localStorage.removeItem(keyOf(folder));
    else window.localStorage.setItem(keyOf(folder), JSON.stringify(draft));
  } catch (error) {
    console.warn('The draft of the plan could not be kept for the next start:', error);
  }
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  // Another window of this machine has changed it.
  const forget = (event: StorageEvent): void => {
    for (const folder of drafts.keys()) if (event.key === keyOf(folder)) drafts.delete(folder);
    listener();
  };
  listeners.add(listener);
  window.addEventListener('storage', forget);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', forget);
  };
}

/** The draft of a workspace, kept on this machine until it is saved or thrown away; null: there is none. */
export function useKeptDraft(
  folder: string,
): readonly [PlanDraft | null, (change: (draft: PlanDraft | null) => PlanDraft | null) => void] {
  const draft = useSyncExternalStore(subscribe, () => read(folder));
  const change = useCallback(
    (next: (draft: PlanDraft | null) => PlanDraft | null) => write(folder, next(read(folder))),
    [folder],
  );
  return [draft, change];
}
