import type { Reason } from './model.ts';

/** What a value of a reason stands for, so that the text layer can write it in words before it renders. */
export const REASON_VALUE_KINDS = {
  unit: 'unit',
  /** Codes of units joined by a comma. */
  units: 'units',
  task: 'task',
  indicator: 'indicator',
  criterion: 'indicator',
  /** Codes of indicators joined by a comma, in the order of the catalogue. */
  criteria: 'indicators',
  unscored: 'indicators',
  unsent: 'indicators',
  deciding: 'indicators',
  hidden: 'indicators',
  /** 'code files' of each indicator joined by a comma. */
  few: 'files',
  /** 'code weight points' of each indicator joined by a comma. */
  weighing: 'weights',
  /** Alert rules joined by a comma. */
  rules: 'rules',
  deadline: 'day',
  start: 'day',
  lastDay: 'day',
  completion: 'day',
  earliest: 'day',
  latest: 'day',
  until: 'day',
  cut: 'cut',
  newer: 'cut',
  sinceCut: 'cut',
  /** Of any sentence: the last cut by which it was known, and the one whose figures it rests on. */
  knownOn: 'cut',
  basedOn: 'cut',
} as const;
export type ReasonValueKind = (typeof REASON_VALUE_KINDS)[keyof typeof REASON_VALUE_KINDS];

/**
 * The kind of the value with this key: unit, task, indicator and cut are codes, day is yyyy-mm-dd; undefined
 * means that it goes into the sentence as it is (a number, or a word the sentence selects on).
 */
export function reasonValueKind(key: string): ReasonValueKind | undefined {
  return Object.hasOwn(REASON_VALUE_KINDS, key)
    ? REASON_VALUE_KINDS[key as keyof typeof REASON_VALUE_KINDS]
    : undefined;
}

/** A reason as a plain object. Numbers are never null: a number formatter would print null as 0. */
export function reason(code: string, values: Readonly<Record<string, string | number>> = {}): Reason {
  return { code, values };
}
