import type { FigureOrEmpty } from '../figures.ts';
import type { AlertEvaluation } from './evaluation.ts';

/** What a unit sent of every output in a month, in the order of the catalogue. */
export type SentRow = readonly (FigureOrEmpty | undefined)[];

/** A commune's month beside the one before it; null where it sent nothing. */
export interface SentMonth {
  readonly code: string;
  readonly now: SentRow | null;
  readonly before: SentRow | null;
}

/** The codes of both months; of the first there is none before, and the code is empty. */
export interface MonthPair {
  readonly month: string;
  readonly before: string;
}

/** Whether both months can be held against each other. */
export function isComparable({ now, before }: SentMonth): boolean {
  return now !== null && before !== null;
}

/** A question and the communes it is about: none when it is not asked. */
export interface Question {
  readonly evaluation: AlertEvaluation;
  readonly asked: readonly SentMonth[];
}

/** From so many communes on that do the same, it is their province that is asked: they hardly did it each for itself. */
export const MANY_COMMUNES = 5;

/** More names than this nobody reads in a sentence. */
const NAMED_AT_MOST = 8;

/** The first communes by code, for a sentence, and how many more there are. */
export function listed(communes: readonly { readonly code: string }[]) {
  const codes = communes.map(({ code }) => code).sort();
  const units = codes.slice(0, NAMED_AT_MOST).join(',');
  return { units, more: Math.max(0, codes.length - NAMED_AT_MOST) };
}
