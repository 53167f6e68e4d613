import type { TaskScope } from '#shared/domain/model.ts';
import type { Day } from '#shared/domain/periods.ts';
import type { Held, PlanExtension } from '#shared/domain/plan.ts';

export interface PlanTask extends Held {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly scope: TaskScope;
  readonly start: Day;
  /** The first one; `deadlineOn` says which holds on a day. */
  readonly deadline: Day;
  readonly extensions: readonly Pick<PlanExtension, 'from' | 'deadline'>[];
}

export interface PlanCategory {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
}

/** A difficulty that is known already. */
export interface KnownDifficulty {
  readonly uuid: string;
  readonly unit: string;
}

/** What reports in words are held against; nothing of it is a database. */
export interface PlanWords {
  readonly tasks: ReadonlyMap<string, PlanTask>;
  /** In the order of the catalogue: why things are hard, and why a task is late. */
  readonly categories: readonly PlanCategory[];
  /** The first day of the plan: of its first task. */
  readonly start: Day;
  /** In Vietnam. */
  readonly today: Day;
  /** Known difficulties whose id begins so. */
  readonly difficulties: (beginning: string) => readonly KnownDifficulty[];
}

/** So much of a difficulty's id stands in a template. */
export const DIFFICULTY_CODE_LENGTH = 8;
