import type { FigureOrEmpty } from '../figures.ts';
import type { SuspicionRules } from '../rule-set.ts';
import { type AlertEvaluation, alertEvaluation, conditionOf } from './evaluation.ts';
import {
  isComparable,
  listed,
  MANY_COMMUNES,
  type MonthPair,
  type Question,
  type SentMonth,
  type SentRow,
} from './sent-months.ts';

/** Communes of a province whose whole row of the month is another commune's too. */
export function evaluateSuspectEqualRows(
  province: string,
  month: string,
  communes: readonly SentMonth[],
  rules: SuspicionRules,
): Question {
  const rows = communes.filter(({ now }) => isTellingRow(now, rules));
  const alike = groupsOf(rows, ({ now }) => rowSum(now ?? [])).flat();
  const groups = groupsOf(alike, ({ now }) => rowText(now ?? []));
  const asked = groups.flat();
  const facts = { unit: province, cut: month, communes: asked.length, ...listed(asked), ...grouped(groups) };
  const condition = rows.length === 0 ? 'noData' : conditionOf(asked.length > 0);
  const sentence = groups.length > 1 ? 'reason.alert.suspectEqualRows.groups' : undefined;
  return { evaluation: alertEvaluation('suspectEqualRows', condition, 'notice', facts, sentence), asked };
}

/** Whether a commune sent the very row of its month before once more. */
export function isRepeatedRow({ before, now }: SentMonth, rules: SuspicionRules): boolean {
  return before !== null && isTellingRow(now, rules) && now.every((figure, at) => isSame(figure, before[at]));
}

/** A commune's row that is its own of the month before. */
export function evaluateSuspectRepeatedRow(
  commune: SentMonth,
  { month, before }: MonthPair,
  isRepeated: boolean,
): AlertEvaluation {
  const facts = { unit: commune.code, cut: month, sinceCut: before };
  const condition = isComparable(commune) ? conditionOf(isRepeated) : 'noData';
  return alertEvaluation('suspectRepeatedRow', condition, 'notice', facts);
}

/** Communes of a province that did so, where they are many: then it is the province that is asked. */
export function evaluateManyRepeatedRows(
  province: string,
  { month, before }: MonthPair,
  communes: readonly SentMonth[],
  repeated: readonly SentMonth[],
): AlertEvaluation {
  const facts = {
    ...{ unit: province, cut: month, sinceCut: before, communes: repeated.length },
    ...listed(repeated),
  };
  const condition = communes.some(isComparable) ? conditionOf(repeated.length >= MANY_COMMUNES) : 'noData';
  const sentence = 'reason.alert.suspectRepeatedRow.province';
  return alertEvaluation('suspectRepeatedRow', condition, 'notice', facts, sentence);
}

/** Enough figures that are neither none nor all, of enough files: such a row is nobody else's by chance. */
function isTellingRow(row: SentRow | null, { rowFigures, rowFiles }: SuspicionRules): row is SentRow {
  let telling = 0;
  for (const figure of row ?? []) if (isTelling(figure, rowFiles)) telling += 1;
  return telling >= rowFigures;
}

function isTelling(figure: FigureOrEmpty | undefined, files: number): boolean {
  if (figure === undefined || typeof figure === 'string') return false;
  const { value, numerator, denominator } = figure;
  if (denominator === null) return value !== null && value >= files;
  return denominator >= files && numerator !== 0 && numerator !== denominator;
}

/** Those that share their key with another, group by group, the largest first. */
function groupsOf<Key>(communes: readonly SentMonth[], keyOf: (commune: SentMonth) => Key): SentMonth[][] {
  const groups = [...Map.groupBy(communes, keyOf).values()].filter(({ length }) => length > 1);
  return groups.sort((left, right) => right.length - left.length);
}

/** As many sizes are read at a glance. */
const SIZES_TOLD = 6;

/** Rows that are alike only within groups are told as such; of one group there is nothing more to say. */
function grouped(groups: readonly SentMonth[][]): { groups?: number; sizes?: string } {
  if (groups.length < 2) return {};
  const sizes = groups.slice(0, SIZES_TOLD).map(({ length }) => length);
  return {
    groups: groups.length,
    sizes: [...sizes, ...(groups.length > SIZES_TOLD ? ['…'] : [])].join(' + '),
  };
}

/** Equal rows have equal sums: of thousands of rows hardly any has to be compared figure by figure. */
function rowSum(row: SentRow): number {
  let sum = 0;
  for (const figure of row) {
    if (typeof figure === 'object')
      sum = sum * 3 + (figure.numerator ?? figure.value ?? 0) + 7 * (figure.denominator ?? 0);
  }
  return sum;
}

function rowText(row: SentRow): string {
  let text = '';
  for (const figure of row) text += `${figureText(figure)};`;
  return text;
}

function figureText(figure: FigureOrEmpty | undefined): string {
  if (figure === undefined || typeof figure === 'string') return figure ?? '';
  const { value, numerator, denominator } = figure;
  return denominator === null ? `${value}` : `${numerator}/${denominator}`;
}

function isSame(one: FigureOrEmpty | undefined, other: FigureOrEmpty | undefined): boolean {
  // Why there is none does not matter: a row that is sent once more leaves out what it left out.
  if (typeof one !== 'object' || typeof other !== 'object')
    return typeof one !== 'object' && typeof other !== 'object';
  return (
    one.numerator === other.numerator && one.denominator === other.denominator && one.value === other.value
  );
}
