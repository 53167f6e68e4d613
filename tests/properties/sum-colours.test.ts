import { describe, expect, it } from 'vitest';
import { boundsOfSum, isOpenSum, type SummedMember } from '#shared/domain/figure-bounds.ts';
import { sumFigures } from '#shared/domain/figures.ts';
import {
  colourOfValue,
  type IndicatorEvaluation,
  type OperatingIndicator,
} from '#shared/domain/operating.ts';
import { explainIndicator } from '#shared/domain/operating-reasons.ts';
import { evaluateSum } from '#shared/domain/operating-sums.ts';
import { colourRank } from '#shared/domain/ranking.ts';
import { evaluateTaskOutput } from '#shared/domain/task-outcome.ts';
import { seededRandom } from '#tests/setup/seeded-random.ts';
import { faultOf, LANGUAGES } from './sentences.ts';
import { isSure, randomMembers, ratio } from './sum-worlds.ts';

const WORLDS = 30_000;
type Kind = 'ratio' | 'count';

function randomIndicator(random: () => number, kind: Kind): OperatingIndicator {
  const scale = kind === 'ratio' ? 1 : 1_500;
  const [lower = 0, upper = 0] = [random() * scale, random() * scale].sort((one, other) => one - other);
  const isUp = random() < 0.7;
  const limits = isUp ? { greenFrom: upper, yellowFrom: lower } : { greenFrom: lower, yellowFrom: upper };
  const minDenominator = random() < 0.5 ? 10 : 0;
  const thresholds = { direction: isUp ? 'up' : 'down', weight: 1, minDenominator, decisive: false } as const;
  return { code: 'online', kind, thresholds: { ...thresholds, ...limits } };
}

/** As a place is judged: the plain sum, and its bounds where it is open. */
const sumOf = (kind: Kind, members: readonly SummedMember[]) => ({
  figure: sumFigures(
    kind,
    members.map(({ figure }) => figure ?? undefined),
  ),
  bounds: isOpenSum(kind, members) ? boundsOfSum(kind, members) : null,
});

function judge(indicator: OperatingIndicator, kind: Kind, members: readonly SummedMember[]) {
  const { figure, bounds } = sumOf(kind, members);
  return evaluateSum(indicator, figure, bounds);
}

const rank = (status: string): number => colourRank(status) ?? -1;

function forEveryRemoval(
  kind: Kind,
  act: (
    one: { readonly indicator: OperatingIndicator; readonly members: readonly SummedMember[] },
    before: IndicatorEvaluation,
    left: readonly SummedMember[],
  ) => void,
): number {
  const random = seededRandom(kind === 'ratio' ? 41 : 43);
  let removals = 0;
  for (let world = 0; world < WORLDS; world += 1) {
    const indicator = randomIndicator(random, kind);
    const members = randomMembers(random, kind);
    const before = judge(indicator, kind, members);
    for (const [place, member] of members.entries()) {
      if (member.figure === null) continue;
      removals += 1;
      act({ indicator, members }, before, members.with(place, { ...member, figure: null }));
    }
  }
  return removals;
}

describe.each(['ratio', 'count'] as const)('the colour of a sum of the kind %s', (kind) => {
  it('that is certain is never better when a member falls silent', () => {
    const better: unknown[] = [];
    let lost = 0;
    const removals = forEveryRemoval(kind, ({ indicator }, before, left) => {
      const after = judge(indicator, kind, left);
      if (rank(before.status) < 0) return;
      if (rank(after.status) > rank(before.status)) better.push([indicator, before, after]);
      if (rank(after.status) < 0) lost += 1;
    });
    expect(better).toEqual([]);
    expect(removals).toBeGreaterThan(60_000);
    expect(lost).toBeGreaterThan(5_000);
  });

  it('has no better lower end either, while nobody outgrew its size', () => {
    const better: unknown[] = [];
    let compared = 0;
    forEveryRemoval(kind, ({ indicator, members }, before, left) => {
      const isInside = members.every((one) => one.figure === null || isSure(kind, one));
      // A mean of those that reported, where low is good, may stand above all that the silent could make of it.
      if (!isInside || (kind === 'count' && indicator.thresholds.direction === 'down')) return;
      if (before.value === null) return;
      compared += 1;
      const after = judge(indicator, kind, left);
      if (after.value !== null && rank(after.low) > rank(before.low)) better.push([indicator, before, after]);
    });
    expect(better).toEqual([]);
    expect(compared).toBeGreaterThan(8_000);
  });

  it('lies, like that of the value beside it, between its ends, and is told in sentences', () => {
    const random = seededRandom(47);
    for (let world = 0; world < 2_000; world += 1) {
      const indicator = randomIndicator(random, kind);
      const one = judge(indicator, kind, randomMembers(random, kind));
      for (const language of LANGUAGES) expect(faultOf(explainIndicator(one), language)).toBeNull();
      if (one.value === null) continue;
      const shown = rank(colourOfValue(one.value, indicator.thresholds));
      expect([rank(one.low) <= shown, shown <= rank(one.high)]).toEqual([true, true]);
      expect(one.status === 'undetermined').toBe(one.low !== one.high);
    }
  });

  it('shows no output of a task to work, or not to, because a member fell silent', () => {
    const turned: unknown[] = [];
    forEveryRemoval(kind, ({ indicator, members }, _before, left) => {
      const { direction, greenFrom: target } = indicator.thresholds;
      const output = { indicator: 'online', kind, direction, target };
      const stateOf = (of: readonly SummedMember[]) => {
        const { figure, bounds } = sumOf(kind, of);
        return evaluateTaskOutput(output, figure, bounds).state;
      };
      const [before, after] = [stateOf(members), stateOf(left)];
      if (before === 'notWorking' && after === 'working') turned.push(members);
      if (before === 'working' && after === 'notWorking') turned.push(members);
    });
    expect(turned).toEqual([]);
  });
});

describe('the colour of a ratio of sums', () => {
  const online: OperatingIndicator = {
    code: 'online',
    kind: 'ratio',
    thresholds: {
      ...{ direction: 'up', greenFrom: 0.7, yellowFrom: 0.5 },
      ...{ weight: 1, minDenominator: 10, decisive: false },
    },
  };
  const verdict = (...members: SummedMember[]) => {
    const { status, low, high, value } = judge(online, 'ratio', members);
    return [status, low, high, value === null ? null : Math.round(value * 1_000) / 1_000];
  };
  const good = { figure: ratio(80, 100), size: 150 };

  it('hangs on a silent member as large as those that reported, and not on a small one', () => {
    expect(verdict(good, { figure: null, size: 100 })).toEqual(['undetermined', 'red', 'green', 0.8]);
    expect(verdict(good, { figure: null, size: 10 })).toEqual(['green', 'green', 'green', 0.8]);
    expect(verdict(good, good)).toEqual(['green', 'green', 'green', 0.8]);
  });

  it('hangs on a member that sent a rate alone as on a silent one', () => {
    const rate = { figure: { value: 1, numerator: null, denominator: null }, size: 100 };
    expect(verdict(good, rate)).toEqual(verdict(good, { figure: null, size: 100 }));
  });

  it('is not certain where a member that outgrew its size gives the value another', () => {
    expect(verdict(good, { figure: ratio(0, 1_000), size: 10 })).toEqual([
      ...['undetermined', 'red', 'green', 0.073],
    ]);
  });
});
