import type { PlanProblemDto } from '#shared/contract/plan-revisions.ts';

/** Where something of the plan stood in the file, by its path ('tasks.3'). */
export type Places = ReadonlyMap<string, { readonly sheet: string; readonly row: number }>;

/** What a file says, before anybody knows whether it is a plan. */
export interface RawPlan {
  readonly content: unknown;
  readonly rules: unknown;
  readonly places: Places;
  readonly problems: readonly PlanProblemDto[];
}
