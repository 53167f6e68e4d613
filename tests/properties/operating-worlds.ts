import { LATER_THRESHOLDS } from '#shared/domain/default-rules.ts';
import type { Figure } from '#shared/domain/model.ts';
import {
  evaluateOperating,
  type OperatingEvaluation,
  type OperatingIndicator,
} from '#shared/domain/operating.ts';
import { evaluatePlace, sumMembers } from '#shared/domain/operating-members.ts';
import { ROLL_UPS, type RuleSet } from '#shared/domain/rule-set.ts';
import { RULES } from './arbitraries.ts';

/** What a commune sent of each indicator; undefined is silence. */
export type Sent = readonly (Figure | undefined)[];

/** Rules, and provinces of communes with what they sent. */
export interface World {
  readonly rules: RuleSet['operating'];
  readonly indicators: readonly OperatingIndicator[];
  readonly provinces: readonly (readonly Sent[])[];
}

const whole = (random: () => number, below: number): number => Math.floor(random() * below);

/** Rules of any method, directions, weights, minimum denominators and decisive indicators. */
function randomRules(random: () => number): Pick<World, 'rules' | 'indicators'> {
  const indicators = Array.from({ length: 2 + whole(random, 6) }, (_, place): OperatingIndicator => {
    const kind = random() < 0.75 ? 'ratio' : 'count';
    const scale = kind === 'ratio' ? 100 : 1;
    const lower = 1 + whole(random, 60);
    const upper = lower + 1 + whole(random, 39);
    const isUp = random() < 0.75;
    return {
      code: `indicator_${place}`,
      kind,
      thresholds: {
        direction: isUp ? 'up' : 'down',
        greenFrom: (isUp ? upper : lower) / scale,
        yellowFrom: (isUp ? lower : upper) / scale,
        weight: place === 0 ? 1 : whole(random, 4),
        minDenominator: random() < 0.7 ? LATER_THRESHOLDS.minDenominator : whole(random, 3) * 15,
        decisive: random() < 0.15,
      },
    };
  });
  const yellowFrom = 0.2 + whole(random, 40) / 100;
  const rollUp = ROLL_UPS[whole(random, ROLL_UPS.length)] ?? 'weighted';
  const greenFrom = yellowFrom + 0.05 + whole(random, 30) / 100;
  return { indicators, rules: { ...RULES.operating, rollUp, yellowFrom, greenFrom } };
}

/** A figure of its kind; often of few files, often at an end, now and then a rate without its parts. */
export function randomFigure({ kind }: OperatingIndicator, random: () => number): Figure {
  if (kind === 'count') return { value: whole(random, 120), numerator: null, denominator: null };
  const size = random();
  const denominator = size < 0.35 ? whole(random, 12) : whole(random, size < 0.7 ? 100 : 3_000);
  const luck = random();
  const share = luck < 0.2 ? 0 : luck > 0.8 ? 1 : random();
  const numerator = Math.round(share * denominator);
  if (random() < 0.1) return rateAlone(share);
  return { value: denominator === 0 ? null : numerator / denominator, numerator, denominator };
}

/** A ratio that does not say on how many files it rests. */
export function rateAlone(value: number): Figure {
  return { value, numerator: null, denominator: null };
}

/** A small country in which some communes, and some figures, are silent. */
export function randomWorld(random: () => number): World {
  const rules = randomRules(random);
  const silence = random() * 0.4;
  const provinces = Array.from({ length: 1 + whole(random, 3) }, () =>
    Array.from({ length: 1 + whole(random, 6) }, (): Sent => {
      const isSilent = random() < silence / 2;
      return rules.indicators.map((indicator) =>
        isSilent || random() < silence ? undefined : randomFigure(indicator, random),
      );
    }),
  );
  return { ...rules, provinces };
}

export type Judged = Pick<
  OperatingEvaluation,
  'status' | 'atLeast' | 'atMost' | 'scoreLow' | 'scoreHigh' | 'members'
>;

/** The commune as judging makes it. */
export function judgeCommune({ indicators, rules }: World, sent: Sent): OperatingEvaluation {
  return evaluateOperating(indicators, sent, rules);
}

/** A place of communes that were judged. */
export function judgePlace({ rules }: World, members: readonly OperatingEvaluation[]): OperatingEvaluation {
  return evaluatePlace(sumMembers(members), [], rules);
}
