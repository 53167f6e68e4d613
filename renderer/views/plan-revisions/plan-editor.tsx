import { createContext, useContext } from 'react';
import type { Plan } from '#shared/domain/plan.ts';
import type { PlanDifference } from '#shared/domain/plan-change.ts';
import type { PlanPart } from './fields.ts';

/** What every form of the screen needs: the plan that it shows, and where it is a draft the way to change it. */
export interface PlanEditor {
  readonly plan: Plan;
  readonly isReadOnly: boolean;
  /** The day from which the draft is to hold. */
  readonly from: string;
  /** Codes of what the revision has on which the draft rests: its code stays, and it is retired, not deleted. */
  readonly isOld: (part: PlanPart, code: string) => boolean;
  /** Whether figures or reports of it have come. */
  readonly isUsed: (part: PlanPart, code: string) => boolean;
  /** Whether it makes no difference, with these weights, that an indicator decides. */
  readonly decidesNothing: (code: string) => boolean;
  /** Sentences of what is wrong, by path. */
  readonly problems: ReadonlyMap<string, readonly string[]>;
  /** What the draft changes, by part and code. */
  readonly changes: ReadonlyMap<string, PlanDifference>;
  readonly set: (path: string, value: unknown) => void;
  readonly add: (path: string, item: unknown) => void;
  readonly remove: (path: string) => void;
}

const PlanEditorContext = createContext<PlanEditor | null>(null);

export const PlanEditorProvider = PlanEditorContext;

/** The plan that the forms below belong to. */
export function usePlanEditor(): PlanEditor {
  const editor = useContext(PlanEditorContext);
  if (editor === null) throw new Error('usePlanEditor needs a PlanEditorProvider above it');
  return editor;
}

/** How many problems lie at a path and below it. */
export function countProblems({ problems }: Pick<PlanEditor, 'problems'>, path: string): number {
  let count = 0;
  for (const [place, sentences] of problems)
    if (place === path || place.startsWith(`${path}.`)) count += sentences.length;
  return count;
}
