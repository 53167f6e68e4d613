import { describe, expect, it } from 'vitest';
import { type AlertEvaluation, explainAlert } from '#shared/domain/alerts/evaluation.ts';
import { evaluateCommune, evaluateMonthSuspicions } from '#shared/domain/alerts/month-suspicions.ts';
import { type UsualChange, usualChanges } from '#shared/domain/alerts/ratio-jump.ts';
import type { SentMonth, SentRow } from '#shared/domain/alerts/sent-months.ts';
import { DEFAULT_SUSPICION as rules } from '#shared/domain/default-rules.ts';
import type { FigureOrEmpty } from '#shared/domain/figures.ts';
import type { IndicatorReference } from '#shared/domain/rule-set.ts';
import { render } from '#tests/properties/sentences.ts';

const OUTPUTS: IndicatorReference[] = ['a', 'b', 'c', 'd'].map((code) => ({ code, kind: 'ratio' }));
const months = { month: 'month-2025-09', before: 'month-2025-08' };
const STILL: UsualChange[] = OUTPUTS.map(() => ({ median: 0, variance: 0.0009 }));

const ratio = (numerator: number, denominator: number): FigureOrEmpty => {
  return { value: denominator === 0 ? null : numerator / denominator, numerator, denominator };
};
/** A row that nobody else has: four ratios of `files` and some. */
const ownRow = (at: number, files = 100): SentRow =>
  OUTPUTS.map((_, column) => ratio(40 + at, files + 7 * at + column));
const sent = (at: number, now: SentRow | null, before: SentRow | null = null): SentMonth => {
  return { code: String(11000 + at), now, before };
};
const honest = (count: number): SentMonth[] => Array.from({ length: count }, (_, at) => sent(at, ownRow(at)));
/** The first communes send `figure` for output a. */
const equal = (count: number, figure: FigureOrEmpty, among = 20): SentMonth[] =>
  honest(among).map((one, at) => (at < count ? { ...one, now: [figure, ...(one.now ?? []).slice(1)] } : one));

const ask = (communes: readonly SentMonth[], usual: readonly (UsualChange | null)[] = STILL) =>
  evaluateMonthSuspicions('38', communes, { months, outputs: OUTPUTS, usual, rules });
function held(found: ReturnType<typeof ask>): AlertEvaluation[] {
  const all = [...found.ofProvince, ...[...found.ofCommunes.values()].flat()];
  return all.filter(({ condition }) => condition === 'holds');
}
const names = (communes: readonly SentMonth[]) => held(ask(communes)).map(({ rule }) => rule);

describe('equal figures', () => {
  it.each([
    [5, ratio(93, 100), true],
    [4, ratio(93, 100), false],
    [5, ratio(100, 100), true],
    [7, ratio(93, 99), true],
    [6, ratio(93, 99), false],
    [7, ratio(50, 50), false],
    [7, ratio(0, 50), false],
    [12, ratio(31, 49), true],
    [11, ratio(31, 49), false],
    [12, ratio(13, 20), true],
    [20, ratio(13, 19), false],
  ])('of %i communes that sent %j are a question: %s', (count, figure, isAsked) => {
    expect(names(equal(count, figure))).toEqual(isAsked ? ['suspectEqualFigures'] : []);
  });

  it('name the communes, the figure and the month', () => {
    const [asked] = held(ask(equal(10, ratio(93, 100))));
    expect(asked?.facts).toEqual({
      ...{ unit: '38', indicator: 'a', cut: 'month-2025-09', communes: 10, numerator: 93, denominator: 100 },
      ...{ units: '11000,11001,11002,11003,11004,11005,11006,11007', more: 2 },
    });
    expect(asked && render(explainAlert(asked), 'vi')).toBe(
      '38: vì sao 10 xã, phường, đặc khu cùng báo a của month-2025-09 là 93/100 (11000,11001,11002,11003,11004,11005,11006,11007 và 2 nơi nữa)?',
    );
  });

  it('in several outputs of the same communes are one question, of other communes another', () => {
    const both = honest(20).map((one, at) => {
      const [a, b, c, d] = one.now ?? [];
      if (at < 6) return { ...one, now: [ratio(93, 100), ratio(55, 101), c, d] };
      return at < 12 ? { ...one, now: [a, b, ratio(70, 103), d] } : one;
    });
    expect(held(ask(both)).map(({ facts }) => [facts.indicator, facts.communes])).toEqual([
      ['b', 6],
      ['c', 6],
    ]);
    expect(held(ask(both.toReversed())).map(({ facts }) => facts)).toEqual(
      held(ask(both)).map(({ facts }) => facts),
    );
  });
});

describe('whole rows', () => {
  it('that communes share are one question, without one for each figure', () => {
    const copied = honest(20).map((one, at) => (at < 9 ? { ...one, now: ownRow(50) } : one));
    expect(held(ask(copied)).map(({ rule, facts }) => [rule, facts.communes])).toEqual([
      ['suspectEqualRows', 9],
    ]);
  });

  it('that are alike only within groups are not told as one: the groups are counted', () => {
    const sentenceOf = (sizes: readonly number[]) => {
      const rows = sizes.flatMap((size, group) => Array<SentRow>(size).fill(ownRow(50 + group)));
      const [asked] = held(ask(honest(20).map((one, at) => ({ ...one, now: rows[at] ?? one.now }))));
      return asked && render(explainAlert(asked), 'vi');
    };
    expect(sentenceOf([9])).not.toContain('nhóm');
    expect(sentenceOf([3, 6])).toContain(
      'vì sao 9 xã, phường, đặc khu chia thành 2 nhóm (6 + 3 nơi), trong mỗi nhóm số liệu của ',
    );
  });

  it('tell something only with four figures that are neither none nor all, of twenty files', () => {
    const pair = (row: SentRow) => names(honest(6).map((one, at) => (at < 2 ? { ...one, now: row } : one)));
    expect(pair([ratio(5, 20), ratio(6, 20), ratio(7, 20), ratio(8, 20)])).toEqual(['suspectEqualRows']);
    expect(pair([ratio(5, 20), ratio(6, 20), ratio(7, 20), ratio(8, 19)])).toEqual([]);
    expect(pair([ratio(5, 20), ratio(6, 20), ratio(7, 20), ratio(20, 20)])).toEqual([]);
    expect(pair([ratio(5, 20), ratio(6, 20), ratio(7, 20), undefined])).toEqual([]);
  });

  it('that a commune sends once more are asked of it, of its province where five did', () => {
    const again = (count: number) =>
      honest(20).map((one, at) => ({ ...one, before: at < count ? one.now : ownRow(at + 1, 130) }));
    expect(held(ask(again(1))).map(({ rule, facts }) => [rule, facts.unit, facts.sinceCut])).toEqual([
      ['suspectRepeatedRow', '11000', 'month-2025-08'],
    ]);
    expect(held(ask(again(4))).map(({ facts }) => facts.unit)).toEqual(['11000', '11001', '11002', '11003']);
    expect(held(ask(again(5))).map(({ facts }) => [facts.unit, facts.communes])).toEqual([['38', 5]]);
  });

  it('nobody knows of who was silent in one of the months', () => {
    const conditions = (one: SentMonth) => evaluateCommune(one, months).map((it) => it.condition);
    expect(conditions(sent(0, ownRow(0)))).toEqual(['noData', 'noData']);
    expect(conditions(sent(0, null, ownRow(0)))).toEqual(['noData', 'noData']);
    expect(conditions(sent(0, ownRow(0), ownRow(1)))).toEqual(['clear', 'clear']);
  });
});

describe('a jump', () => {
  const jump = (before: FigureOrEmpty, now: FigureOrEmpty, usual = STILL, others = 0) =>
    held(
      ask(
        honest(10).map((one, at) => {
          const [, ...rest] = one.now ?? [];
          const hasJumped = at <= others;
          return {
            ...one,
            now: [hasJumped ? now : ratio(40 + at, 90 + at), ...rest],
            before: [hasJumped ? before : undefined],
          };
        }),
        usual,
      ),
    ).filter(({ rule }) => rule === 'suspectJump');

  it('is thirty points and four standard errors above what is usual', () => {
    const asked = (before: FigureOrEmpty, now: FigureOrEmpty) => jump(before, now).length;
    expect(asked(ratio(400, 1000), ratio(700, 1000))).toBe(1);
    expect(asked(ratio(400, 1000), ratio(699, 1000))).toBe(0);
    expect(asked(ratio(700, 1000), ratio(400, 1000))).toBe(0);
    // 40% to 80% of ten files is chance: 1.9 standard errors.
    expect(asked(ratio(4, 10), ratio(8, 10))).toBe(0);
    expect(asked(ratio(0, 0), ratio(8, 10))).toBe(0);
  });

  it('is none where the whole country rose', () => {
    const risen = STILL.map((one) => ({ ...one, median: 0.3 }));
    expect(jump(ratio(400, 1000), ratio(700, 1000), risen)).toEqual([]);
  });

  it('is asked of the province where five communes jumped together', () => {
    const asked = jump(ratio(400, 1000), ratio(701, 1001), STILL, 3).map(({ facts }) => facts.unit);
    expect(asked).toEqual(['11000', '11001', '11002', '11003']);
    const many = Array.from({ length: 6 }, (_, at) => {
      return sent(at, [ratio(800 + at, 1000), ratio(40 + at, 90)], [ratio(300, 1000), ratio(40, 90)]);
    });
    expect(
      held(ask(many)).map(({ rule, facts }) => [rule, facts.unit, facts.communes, facts.indicator]),
    ).toEqual([['suspectJump', '38', 6, 'a']]);
  });

  it('is held against the median change of the country and what it varies by beyond chance', () => {
    const country = Array.from({ length: 101 }, (_, at) => {
      return sent(at, [ratio(5000 + 10 * at, 10_000)], [ratio(5000, 10_000)]);
    });
    const [first] = usualChanges(country, OUTPUTS.slice(0, 1));
    expect(first?.median).toBeCloseTo(0.05, 5);
    expect(Math.sqrt(first?.variance ?? 0)).toBeCloseTo(1.4826 * 0.025, 2);
    expect(usualChanges([], OUTPUTS.slice(0, 1))).toEqual([null]);
  });
});
