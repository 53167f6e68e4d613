import { loadFigures } from '#main/core/figures/inputs-store.ts';
import { figuresOwed } from '#main/core/figures/live.ts';
import { type BoundsOfColumn, boundsReader } from '#main/core/figures/sum-bounds-store.ts';
import type { CutRecord } from '#main/core/ground/cuts/store.ts';
import { lazily } from '#main/core/ground/lazily.ts';
import type { IndicatorKey } from '#main/core/ground/rules/store.ts';
import type { Ground } from '#main/core/ground/units/walk.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { askingAt } from '#shared/domain/asking.ts';
import { areOutputsDue, type SpeakingMonth } from '#shared/domain/cuts.ts';
import type { SumBounds } from '#shared/domain/figure-bounds.ts';
import { type FigureOrEmpty, type FigureTotal, sumFigures } from '#shared/domain/figures.ts';
import type { OperatingStatus } from '#shared/domain/model.ts';
import {
  type IndicatorEvaluation,
  type OperatingEvaluation,
  operatingIndicators,
  rollUpIndicators,
} from '#shared/domain/operating.ts';
import { evaluatePlace, sumMembers } from '#shared/domain/operating-members.ts';
import { evaluateSum } from '#shared/domain/operating-sums.ts';
import type { IndicatorReference, RuleSet } from '#shared/domain/rule-set.ts';
import { outputTotals, type TotalValues } from './totals.ts';

/** What the outputs of a month come to, the same at every cut at which the month speaks. */
export interface JudgedMonth {
  /** Every output of the catalogue. */
  readonly outputs: readonly IndicatorKey[];
  /** [unit][output]; provinces and the country hold their totals. */
  readonly figures: Figures;
  readonly bounds: BoundsOfPlaces;
  /** By position of the unit. */
  readonly operating: readonly OperatingEvaluation[];
  /** Communes below a place by operating status, by the place's id. */
  readonly operatingCounts: ReadonlyMap<number, Readonly<Record<OperatingStatus, number>>>;
  /** JSON of the colour of every indicator, by position of the unit. */
  readonly operatingTexts: () => readonly string[];
  readonly totals: () => readonly TotalValues[];
}

/** Between which values the sums of a place lie, by its position and the output; null where a sum is sure. */
export type BoundsOfPlaces = ReadonlyMap<number, readonly (SumBounds | null)[]>;

export type Figures = readonly (readonly (FigureOrEmpty | FigureTotal | undefined)[])[];

/**
 * Judges the outputs of the month that speaks at a cut under the rules; `inOneBefore`: what was sent in one of the months
 * that sizes rest on, where that is at hand. Pauses now and then.
 */
export function* judgeMonthSteps(
  database: ReadDatabase,
  speaks: SpeakingMonth<CutRecord>,
  ground: Ground,
  keys: readonly IndicatorKey[],
  rules: RuleSet,
  inOneBefore: () => Figures | null = () => null,
): Generator<void, JudgedMonth> {
  const outputs = keys.filter((key) => key.kind !== 'criterion');
  const cutId = speaks.outputsCut?.id ?? null;
  const isDue = areOutputsDue(speaks);
  const asking = askingAt(rules, speaks.outputsCut);
  const isOwed = outputs.map(({ code }) => isDue && !asking.outOfTurn.has(code));
  const own = loadFigures(database, cutId, outputs, ground, asking, isDue);
  yield;
  const figures = withTotals(ground, outputs, own, isOwed);
  yield;
  const indicators = operatingIndicators(rules.operating, keys);
  const columns = indicators.map(({ code }) => outputs.findIndex((output) => output.code === code));
  const bounds = boundsOfPlaces(
    ground,
    outputs,
    boundsReader(database, cutId, ground, outputs, own, inOneBefore),
  );
  yield;
  const measured = figures.map((row, position) =>
    indicators.flatMap((indicator, at) => {
      const column = columns[at] ?? -1;
      const figure = row[column];
      // What the plan does not ask of a commune, or not this month, is in no score of it.
      if (figure === 'notApplicable' || asking.outOfTurn.has(indicator.code)) return [];
      return [evaluateSum(indicator, figure, bounds.get(position)?.[column] ?? null)];
    }),
  );
  yield;
  const operating = rollUp(ground, measured, rules.operating);
  return {
    outputs,
    figures,
    bounds,
    operating,
    operatingCounts: countOperating(ground, operating),
    operatingTexts: lazily(() => textsOf(operating)),
    totals: lazily(() => outputTotals(ground, outputs, figures, bounds)),
  };
}

function boundsOfPlaces(
  { places }: Ground,
  outputs: readonly IndicatorKey[],
  boundsOf: BoundsOfColumn,
): BoundsOfPlaces {
  return new Map(
    places.map(({ position, members }) => [position, outputs.map((_, column) => boundsOf(members, column))]),
  );
}

/** JSON in words of our own but for the codes, which are made text once: thousands of units are asked the same. */
function textsOf(operating: readonly OperatingEvaluation[]): string[] {
  const names = new Map<string, string>();
  const nameOf = (code: string): string => {
    const name = names.get(code) ?? JSON.stringify(code);
    names.set(code, name);
    return name;
  };
  return operating.map(({ indicators }) => {
    let text = '';
    for (const { code, status } of indicators) text += `${text === '' ? '' : ','}${nameOf(code)}:"${status}"`;
    return `{${text}}`;
  });
}

/** Communes by their indicators, places by their communes. */
function rollUp(
  { places }: Ground,
  measured: readonly (readonly IndicatorEvaluation[])[],
  rules: RuleSet['operating'],
): OperatingEvaluation[] {
  const operating = measured.map((indicators) => rollUpIndicators(indicators, rules));
  for (const { position, members } of places) {
    const sum = sumMembers(members.flatMap((member) => operating[member] ?? []));
    operating[position] = evaluatePlace(sum, measured[position] ?? [], rules);
  }
  return operating;
}

function countOperating(ground: Ground, operating: readonly OperatingEvaluation[]) {
  return new Map(
    ground.places.map(({ unit, members }) => {
      const counts: Record<OperatingStatus, number> = {
        green: 0,
        yellow: 0,
        red: 0,
        undetermined: 0,
        noEvidence: 0,
      };
      for (const member of members) counts[operating[member]?.status ?? 'noEvidence'] += 1;
      return [unit.id, counts] as const;
    }),
  );
}

/**
 * Puts what the communes come to at provinces and the country beside the communes' own figures. What a province sent
 * itself of what is asked of its communes judges nothing and is in no total.
 */
function withTotals(
  { places }: Ground,
  outputs: readonly IndicatorReference[],
  own: readonly (readonly (FigureOrEmpty | undefined)[])[],
  isOwed: readonly boolean[],
): Figures {
  const figures: (readonly (FigureOrEmpty | FigureTotal | undefined)[])[] = [...own];
  for (const { position, members } of places) {
    figures[position] = outputs.map(({ kind }, column) =>
      sumFigures(
        kind,
        figuresOwed(
          members.map((member) => own[member]?.[column]),
          isOwed[column] === true,
        ),
      ),
    );
  }
  return figures;
}
