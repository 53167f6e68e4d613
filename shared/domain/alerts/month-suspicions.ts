import type { IndicatorReference, SuspicionRules } from '../rule-set.ts';
import {
  evaluateManyRepeatedRows,
  evaluateSuspectEqualRows,
  evaluateSuspectRepeatedRow,
  isRepeatedRow,
} from './copied-figures.ts';
import { evaluateSuspectEqualFigures } from './equal-figures.ts';
import type { AlertEvaluation } from './evaluation.ts';
import {
  evaluateManyJumps,
  evaluateSuspectJump,
  findJump,
  type Jump,
  type JumpingCommune,
  type UsualChange,
} from './ratio-jump.ts';
import { MANY_COMMUNES, type MonthPair, type SentMonth } from './sent-months.ts';

/** What the communes of every province are held against. */
export interface MonthAsked {
  readonly months: MonthPair;
  readonly outputs: readonly IndicatorReference[];
  /** By output: how it changed in the country. */
  readonly usual: readonly (UsualChange | null)[];
  readonly rules: SuspicionRules;
}

export interface MonthSuspicions<Commune extends SentMonth> {
  readonly ofProvince: readonly AlertEvaluation[];
  /** Those that are asked something. */
  readonly ofCommunes: ReadonlyMap<Commune, readonly AlertEvaluation[]>;
}

/**
 * Everything that is asked of a province and its communes about the figures of a month: one question for each cause.
 * A commune that is asked about its whole row is not asked about a figure of it too, nor why that figure jumped, and
 * where many communes did the same it is their province that is asked.
 */
export function evaluateMonthSuspicions<Commune extends SentMonth>(
  province: string,
  communes: readonly Commune[],
  { months, outputs, usual, rules }: MonthAsked,
): MonthSuspicions<Commune> {
  const repeated = communes.filter((commune) => isRepeatedRow(commune, rules));
  const fresh = without(communes, repeated);
  const rows = evaluateSuspectEqualRows(province, months.month, fresh, rules);
  const others = without(fresh, rows.asked);
  const figures = evaluateSuspectEqualFigures(province, months.month, outputs, others, rules);
  const left = without(
    others,
    figures.flatMap(({ asked }) => [...asked]),
  );
  const jumping = left.flatMap((commune): JumpingCommune<Commune>[] => {
    const jump = findJump(commune, outputs, usual, rules);
    return jump === null ? [] : [{ commune, jump }];
  });
  const alone: ReadonlySet<Commune> = new Set(repeated.length < MANY_COMMUNES ? repeated : []);
  const jumps = new Map(
    (jumping.length < MANY_COMMUNES ? jumping : []).map((one) => [one.commune, one.jump]),
  );
  return {
    ofProvince: [
      rows.evaluation,
      evaluateManyRepeatedRows(province, months, communes, repeated),
      evaluateManyJumps(province, months, communes, jumping),
      ...figures.map(({ evaluation }) => evaluation),
    ],
    ofCommunes: new Map(
      [...alone, ...jumps.keys()].map((commune) => [
        commune,
        evaluateCommune(commune, months, alone.has(commune), jumps.get(commune) ?? null),
      ]),
    ),
  };
}

/** What is asked of one commune; by default nothing, which ends what was asked in an earlier month. */
export function evaluateCommune(
  commune: SentMonth,
  months: MonthPair,
  isRepeated = false,
  jump: Jump | null = null,
): readonly AlertEvaluation[] {
  return [
    evaluateSuspectRepeatedRow(commune, months, isRepeated),
    evaluateSuspectJump(commune, months, jump),
  ];
}

function without<Commune>(communes: readonly Commune[], some: readonly SentMonth[]): readonly Commune[] {
  if (some.length === 0) return communes;
  const left = new Set<unknown>(some);
  return communes.filter((commune) => !left.has(commune));
}
