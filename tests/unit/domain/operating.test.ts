import { describe, expect, it } from 'vitest';
import { LATER_THRESHOLDS } from '#shared/domain/default-rules.ts';
import { type FigureOrEmpty, sumFigures } from '#shared/domain/figures.ts';
import type { Figure } from '#shared/domain/model.ts';
import {
  colourOfValue,
  evaluateIndicator,
  evaluateIndicators,
  evaluateOperating,
  operatingIndicators,
} from '#shared/domain/operating.ts';
import { decidesNothing } from '#shared/domain/operating-ends.ts';
import { evaluatePlace, sumMembers } from '#shared/domain/operating-members.ts';
import { explainOperating } from '#shared/domain/operating-reasons.ts';
import type { IndicatorThresholds } from '#shared/domain/rule-set.ts';
import { reasonText } from '#shared/text/reason-text.ts';
import { createTranslator } from '#shared/text/translator.ts';
import { RULES } from '#tests/properties/arbitraries.ts';
import { render } from '#tests/properties/sentences.ts';

const named = (code: string) => `‹${code}›`;
const NAMES = { unit: named, task: named, indicator: named, cut: named };

const up = (greenFrom: number, yellowFrom: number, weight = 1) => {
  return { direction: 'up' as const, greenFrom, yellowFrom, weight, ...LATER_THRESHOLDS };
};
const rules = {
  ...RULES.operating,
  indicators: {
    applications_online: up(0.7, 0.5, 3),
    resolved_on_time: up(0.95, 0.85, 2),
    support_operations: up(22, 5, 1),
    devices: up(1, 0.5),
  },
};
const indicators = operatingIndicators(rules, [
  { code: 'support_operations', kind: 'count' },
  { code: 'resolved_on_time', kind: 'ratio' },
  { code: 'applications_online', kind: 'ratio' },
  { code: 'devices', kind: 'criterion' },
  { code: 'documents_signed', kind: 'ratio' },
]);
const ratio = (numerator: number, denominator: number) => {
  return { value: denominator === 0 ? null : numerator / denominator, numerator, denominator };
};
const count = (value: number) => ({ value, numerator: null, denominator: null });

const { devices: _, ...outputs } = rules.indicators;
const weighing = { ...rules, rollUp: 'weighted' as const, indicators: outputs };

/** The sentences of the roll-up under these weights. */
function tell(figures: readonly (FigureOrEmpty | undefined)[], weights: readonly number[]): string[] {
  const asked = indicators.map((one, at) => {
    return { ...one, thresholds: { ...one.thresholds, weight: weights[at] ?? 0 } };
  });
  return explainOperating(evaluateOperating(asked, figures, { ...rules, rollUp: 'weighted' }))
    .filter(({ code }) => code.startsWith('reason.operating.'))
    .map((one) => reasonText(one, createTranslator('vi'), NAMES));
}

describe('operatingIndicators', () => {
  it('takes outputs with thresholds, in code order, and no criteria', () => {
    expect(indicators.map(({ code }) => code)).toEqual([
      'applications_online',
      'resolved_on_time',
      'support_operations',
    ]);
  });
});

describe('evaluateOperating', () => {
  const mixed = [ratio(1_048, 1_142), ratio(90, 100), count(0)];

  it('rolls the same colours up by the chosen method and prints it', () => {
    const verdicts = (['worst', 'weighted', 'share'] as const).map((rollUp) => {
      const evaluation = evaluateOperating(indicators, mixed, { ...rules, rollUp });
      const [head] = explainOperating(evaluation);
      const { status, scoreLow, scoreHigh } = evaluation;
      return [status, scoreLow, scoreHigh, head === undefined ? '' : render(head, 'vi')];
    });
    expect(verdicts).toEqual([
      [
        ...['red', 0, 0],
        'ĐỎ: theo chỉ tiêu kém nhất trong 3 chỉ tiêu, 3 chỉ tiêu có số liệu (1 XANH, 1 VÀNG, 1 ĐỎ).',
      ],
      [
        ...['yellow', 0.666666667, 0.666666667],
        'VÀNG: điểm có trọng số 66,67% trên 3 chỉ tiêu được tính, 3 chỉ tiêu có số liệu; XANH từ 75%, VÀNG từ 50%.',
      ],
      [
        ...['red', 0.333333333, 0.333333333],
        'ĐỎ: 1/3 chỉ tiêu đạt XANH (3 chỉ tiêu có số liệu), bằng 33,33%; XANH từ 75%, VÀNG từ 50%.',
      ],
    ]);
  });

  it('says of a weighted score what a reader needs to compute it again, and what does not count', () => {
    expect(tell(mixed, [3, 2, 0])).toEqual([
      'XANH: điểm có trọng số 80% trên 2 chỉ tiêu được tính, 2 chỉ tiêu có số liệu; XANH từ 75%, VÀNG từ 50%.',
      'Cách tính điểm: trọng số × điểm (XANH 1, VÀNG 0,5, ĐỎ 0), chia cho tổng trọng số: (‹applications_online› 3 × 1 + ‹resolved_on_time› 2 × 0,5) / 5 = 4 / 5 = 80%.',
      'Không tính điểm (trọng số 0): ‹support_operations›.',
      'XANH dù có chỉ tiêu ĐỎ: ‹support_operations›.',
    ]);
    expect(tell(mixed, [])).toEqual([
      'Chưa có bằng chứng vận hành (gộp theo trọng số): không chỉ tiêu nào được tính điểm.',
      'Không tính điểm (trọng số 0): ‹applications_online›, ‹resolved_on_time›, ‹support_operations›.',
    ]);
    expect(tell([], [3, 2, 0])[0]).toBe(
      'Chưa có bằng chứng vận hành (gộp theo trọng số): 2 chỉ tiêu chưa có số liệu.',
    );
  });

  it('computes both ends where something is not known, and tells how', () => {
    expect(tell([ratio(2, 2), undefined, count(30)], [3, 2, 1])).toEqual([
      'CHƯA ĐỦ BẰNG CHỨNG (ít nhất ĐỎ, nhiều nhất XANH): điểm có trọng số từ 16,67% đến 100% trên 3 chỉ tiêu được tính, 2 chỉ tiêu có số liệu; XANH từ 75%, VÀNG từ 50%.',
      'Cách tính điểm ở đầu thấp: trọng số × điểm (XANH 1, VÀNG 0,5, ĐỎ 0), chia cho tổng trọng số: (‹applications_online› 3 × 0 + ‹resolved_on_time› 2 × 0 + ‹support_operations› 1 × 1) / 6 = 1 / 6 = 16,67%.',
      'Cách tính điểm ở đầu cao: trọng số × điểm (XANH 1, VÀNG 0,5, ĐỎ 0), chia cho tổng trọng số: (‹applications_online› 3 × 1 + ‹resolved_on_time› 2 × 1 + ‹support_operations› 1 × 1) / 6 = 6 / 6 = 100%.',
      '1 chỉ tiêu chưa có số liệu, đầu thấp tính kém nhất, đầu cao tính tốt nhất: ‹resolved_on_time›.',
      '1 chỉ tiêu có ít hồ sơ, số hồ sơ còn thiếu ở đầu thấp tính không đạt, ở đầu cao tính đạt: ‹applications_online› (2).',
    ]);
  });

  it('knows no colour where nobody reports what decides, and none is better for it', () => {
    const deciding = indicators.map((one) => ({
      ...one,
      thresholds: { ...one.thresholds, decisive: one.code === 'support_operations' },
    }));
    const judge = (support: ReturnType<typeof count> | undefined) =>
      evaluateOperating(deciding, [ratio(99, 100), ratio(99, 100), support], rules);
    expect(judge(undefined)).toMatchObject({ status: 'undetermined', atLeast: 'yellow', atMost: 'green' });
    expect(judge(count(0))).toMatchObject({ status: 'yellow' });
    const reasons = explainOperating(judge(undefined)).filter(({ code }) => code.endsWith('.decisive'));
    expect(reasons.map(({ values }) => values.end)).toEqual(['low']);
  });

  it('is certain of a colour that no silence could change', () => {
    const { status, atLeast, atMost, scoreLow, scoreHigh } = evaluateOperating(
      indicators,
      [ratio(10, 1_000), undefined, count(0)],
      rules,
    );
    expect([status, atLeast, atMost, scoreLow, scoreHigh]).toEqual([
      ...['red', 'red', 'red'],
      ...[0, 0.333333333],
    ]);
  });

  it('writes An Lão as published and every threshold beside it', () => {
    const [, online] = explainOperating(evaluateOperating(indicators, mixed, { ...rules, rollUp: 'share' }));
    expect(online === undefined ? '' : render(online, 'vi')).toBe(
      'applications_online: 91,77% (1.048/1.142); XANH từ 70%, VÀNG từ 50%: XANH.',
    );
  });

  it('tells a silent unit, nothing to measure and a real zero apart', () => {
    const figures = [undefined, ratio(0, 0), count(0)];
    const evaluation = evaluateOperating(indicators, figures, rules);
    expect(evaluation.indicators.map(({ status, empty, value }) => [status, empty, value])).toEqual([
      ['noEvidence', 'notReported', null],
      ['noEvidence', 'nothingToMeasure', null],
      ['red', null, 0],
    ]);
    // Only a sixth of the weight is known, and it is bad.
    expect([evaluation.status, evaluation.atMost, evaluation.scoreHigh]).toEqual([
      'undetermined',
      'green',
      0.833333333,
    ]);
  });

  it('takes what a sender calls not applicable for silence: only the plan leaves an indicator out', () => {
    const judge = (online: 'selfExempt' | 'notApplicable' | undefined) => {
      const { indicators: _, ...verdict } = evaluateOperating(
        indicators,
        [online, ratio(99, 100), count(30)],
        rules,
      );
      return verdict;
    };
    expect(judge('selfExempt')).toEqual(judge(undefined));
    expect(judge('notApplicable')).toMatchObject({ status: 'green', scoreLow: 1, scoreHigh: 1 });
    expect(judge(undefined)).toMatchObject({ status: 'undetermined', scoreLow: 0.5, scoreHigh: 1 });
  });

  it('takes few files for what they may still become, upwards and downwards', () => {
    const ends = (figure: ReturnType<typeof ratio>, change: object = {}) => {
      const thresholds = { ...up(0.7, 0.5), ...change };
      const { status, low, high, isFew } = evaluateIndicator(
        { code: 'late', kind: 'ratio', thresholds: thresholds as IndicatorThresholds },
        figure,
      );
      return [status, low, high, isFew];
    };
    const down = { direction: 'down', greenFrom: 0.1, yellowFrom: 0.3 };
    expect([ends(ratio(2, 2)), ends(ratio(0, 2)), ends(ratio(0, 9)), ends(ratio(9, 9))]).toEqual([
      ['undetermined', 'red', 'green', true],
      ['undetermined', 'red', 'green', true],
      ['red', 'red', 'red', true],
      ['green', 'green', 'green', true],
    ]);
    expect([ends(ratio(10, 10)), ends(ratio(2, 2), { minDenominator: 0 })]).toEqual([
      ['green', 'green', 'green', false],
      ['green', 'green', 'green', false],
    ]);
    expect([ends(ratio(0, 2), down), ends(ratio(2, 2), down), ends(ratio(0, 9), down)]).toEqual([
      ['undetermined', 'red', 'green', true],
      ['undetermined', 'red', 'yellow', true],
      ['green', 'green', 'green', true],
    ]);
    expect(ends(ratio(0, 0), { minDenominator: 0 })).toEqual(['noEvidence', 'red', 'green', false]);
  });

  it('takes a rate of which nobody says on how many files it rests for anything, unless none are asked for', () => {
    const rate = { value: 1, numerator: null, denominator: null };
    const ends = (figure: Figure, minDenominator: number) => {
      const thresholds = { ...up(0.7, 0.5), minDenominator };
      const judged = evaluateIndicator({ code: 'late', kind: 'ratio', thresholds }, figure);
      return [judged.status, judged.low, judged.high, judged.isFew];
    };
    expect(ends(rate, 10)).toEqual(['undetermined', 'red', 'green', true]);
    expect(ends({ ...rate, denominator: 500 }, 10)).toEqual(['undetermined', 'red', 'green', true]);
    expect(ends(rate, 0)).toEqual(['green', 'green', 'green', false]);
    expect(tell([rate, undefined], [3, 2, 1])).toEqual([
      'Chưa có bằng chứng vận hành: 1 chỉ tiêu có số liệu đều ít hồ sơ (‹applications_online› (–)), 2 chỉ tiêu chưa có số liệu.',
    ]);
  });

  it('has no evidence with nothing but few files, and says so', () => {
    expect(tell([ratio(2, 2), ratio(9, 9)], [3, 2, 1])).toEqual([
      'Chưa có bằng chứng vận hành: 2 chỉ tiêu có số liệu đều ít hồ sơ (‹applications_online› (2), ‹resolved_on_time› (9)), 1 chỉ tiêu chưa có số liệu.',
    ]);
  });

  it('keeps a unit from GREEN at each end at which an indicator that decides is RED', () => {
    const deciding = indicators.map((one) => {
      const isDeciding = one.code === 'support_operations';
      return { ...one, thresholds: { ...one.thresholds, decisive: isDeciding } };
    });
    const judge = (support: ReturnType<typeof count> | undefined) =>
      evaluateOperating(deciding, [ratio(99, 100), ratio(99, 100), support], rules);
    const known = judge(count(0));
    expect([known.status, known.scoreLow, known.scoreHigh]).toEqual(['yellow', 0.749, 0.749]);
    const open = judge(undefined);
    expect([open.status, open.atLeast, open.scoreLow, open.scoreHigh]).toEqual([
      ...['undetermined', 'yellow', 0.749, 1],
    ]);
    const sentences = [known, open].map(({ ...one }) =>
      explainOperating(one).filter(({ code }) => code === 'reason.operating.decisive'),
    );
    expect(sentences.flat().map((one) => reasonText(one, createTranslator('vi'), NAMES))).toEqual([
      'Chỉ tiêu quyết định đang ĐỎ: ‹support_operations›; màu cao nhất là VÀNG, điểm không quá 74,90%.',
      'Chỉ tiêu quyết định đang ĐỎ ở đầu thấp: ‹support_operations›; màu cao nhất là VÀNG, điểm không quá 74,90%.',
    ]);
  });

  it('says what is RED below a certain GREEN, and nothing of it below any other colour', () => {
    const hidden = (support: ReturnType<typeof count>, online = ratio(99, 100)) => {
      const evaluation = evaluateOperating(indicators, [online, ratio(99, 100), support], rules);
      const reasons = explainOperating(evaluation).filter(({ code }) => code === 'reason.operating.hidden');
      return [evaluation.status, ...reasons.map((one) => reasonText(one, createTranslator('vi'), NAMES))];
    };
    expect(hidden(count(0))).toEqual(['green', 'XANH dù có chỉ tiêu ĐỎ: ‹support_operations›.']);
    expect(hidden(count(30))).toEqual(['green']);
    expect(hidden(count(0), ratio(1, 100))).toEqual(['red']);
  });

  it('gives a threshold to the better colour, upwards and downwards', () => {
    const down = {
      code: 'late',
      kind: 'ratio' as const,
      thresholds: { ...up(0.1, 0.3), direction: 'down' as const, minDenominator: 0 },
    };
    const judge = (value: number) =>
      evaluateIndicator(down, { value, numerator: null, denominator: null }).status;
    expect([0, 0.1, 0.11, 0.3, 0.31].map(judge)).toEqual(['green', 'green', 'yellow', 'yellow', 'red']);
    const upwards = (value: number) => colourOfValue(value, up(0.7, 0.5));
    expect([0.71, 0.7, 0.69, 0.5, 0.49].map(upwards)).toEqual(['green', 'green', 'yellow', 'yellow', 'red']);
  });

  it('gives a score at a threshold to the better colour', () => {
    const even = indicators.slice(0, 2).map((one) => {
      return { ...one, thresholds: { ...one.thresholds, weight: 1 } };
    });
    const judge = (online: number, onTime: number) => {
      const { scoreLow, status } = evaluateOperating(even, [ratio(online, 100), ratio(onTime, 100)], rules);
      return [scoreLow, status];
    };
    expect([judge(90, 90), judge(60, 90), judge(60, 10)]).toEqual([
      [0.75, 'green'],
      [0.5, 'yellow'],
      [0.25, 'red'],
    ]);
  });

  it('measures sums of communes by ratios of sums and by counts per reporting commune', () => {
    const online = sumFigures('ratio', [ratio(1, 2), ratio(98, 100), 'notReported']);
    const support = sumFigures('count', [count(40), count(0), 'notApplicable', 'notReported']);
    const [first, , third] = evaluateIndicators(indicators, [online, undefined, support]);
    // The mean of the two ratios would be 74%; the ratio of sums is 99 of 102.
    expect(first).toMatchObject({ value: 99 / 102, status: 'green' });
    expect(third).toMatchObject({ value: 20, reporting: 2, status: 'yellow' });
  });

  it('has no evidence without figures, whatever the method', () => {
    for (const rollUp of ['worst', 'weighted', 'share'] as const) {
      const evaluation = evaluateOperating(indicators, [], { ...rules, rollUp });
      const { status, atLeast, scoreLow } = evaluation;
      expect([status, atLeast, scoreLow]).toEqual(['noEvidence', null, null]);
    }
  });
});

describe('evaluatePlace', () => {
  const judge = (online: ReturnType<typeof ratio> | undefined) =>
    evaluateOperating(indicators.slice(0, 1), [online], rules);
  const place = (...members: ReturnType<typeof judge>[]) => evaluatePlace(sumMembers(members), [], rules);
  const good = judge(ratio(95, 100));
  const bad = judge(ratio(0, 1_000));
  const silent = judge(undefined);

  it('is the mean of its communes, each with one vote however large it is', () => {
    expect(place(good, good, good, bad)).toMatchObject({ status: 'green', scoreLow: 0.75, scoreHigh: 0.75 });
    expect(place(good, bad)).toMatchObject({ status: 'yellow', scoreLow: 0.5 });
  });

  it('is not bought by the silence of a member, however small it was when it last sent', () => {
    expect(place(good, silent)).toMatchObject({
      ...{ status: 'undetermined', atLeast: 'yellow', atMost: 'green' },
      ...{ scoreLow: 0.5, scoreHigh: 1 },
    });
    expect(place(good, good, good, good, silent)).toMatchObject({ status: 'green', scoreLow: 0.8 });
  });

  it('has no evidence when no member has, and none without members', () => {
    expect(place(silent, silent).status).toBe('noEvidence');
    expect(place().status).toBe('noEvidence');
  });

  it('tells its mean at both ends, and of how many members nothing is known', () => {
    const say = (...members: ReturnType<typeof judge>[]) =>
      explainOperating(place(...members)).map((one) => render(one, 'vi'));
    expect(say(good, good, bad, silent)).toEqual([
      'CHƯA ĐỦ BẰNG CHỨNG (ít nhất VÀNG, nhiều nhất XANH): điểm trung bình của 4 xã, phường, đặc khu là từ 50% đến 75%; XANH từ 75%, VÀNG từ 50%.',
      'Cách tính: cộng điểm vận hành của từng xã, chia cho số xã: đầu thấp 2 / 4 = 50%, đầu cao 3 / 4 = 75%. 1 xã chưa có bằng chứng: đầu thấp tính 0, đầu cao tính 1.',
    ]);
    expect(say(silent)).toEqual([
      'Chưa có bằng chứng vận hành: không xã, phường, đặc khu nào trong 1 đơn vị có đủ số liệu của chỉ tiêu được tính điểm.',
    ]);
    expect(say(good)[1]).toBe('Cách tính: cộng điểm vận hành của từng xã, chia cho số xã: 1 / 1 = 100%.');
  });
});

describe('decidesNothing', () => {
  it('where the others could not make the unit GREEN beside a RED one', () => {
    const of = (code: string, change: object = {}) => decidesNothing({ ...weighing, ...change }, code);
    // Of 6 the others weigh 3, 4 and 5: only the last leaves 75%.
    expect(['applications_online', 'resolved_on_time', 'support_operations'].map((code) => of(code))).toEqual(
      [...[true, true, false]],
    );
    expect(of('support_operations', { rollUp: 'share' })).toBe(true);
    expect(of('support_operations', { rollUp: 'share', greenFrom: 0.6 })).toBe(false);
    expect(of('support_operations', { rollUp: 'worst' })).toBe(true);
  });
});

describe('sumFigures', () => {
  it('keeps reported ratios without parts out of the ratio of sums and says how many there are', () => {
    const alone = { value: 0.9, numerator: null, denominator: null };
    expect(sumFigures('ratio', [alone, ratio(1, 4)])).toMatchObject({
      value: 0.25,
      reported: 2,
      withoutParts: 1,
    });
    expect(sumFigures('ratio', [alone])).toMatchObject({ value: null, reported: 1, withoutParts: 1 });
  });

  it('sums criteria to those that meet it of all it applies to, the silent among them', () => {
    const total = sumFigures('criterion', [count(1), count(0), count(1), undefined, 'notApplicable']);
    expect(total).toEqual({
      value: 2 / 4,
      numerator: 2,
      denominator: 4,
      reported: 3,
      notReported: 1,
      notApplicable: 1,
      notYetDue: 0,
      withoutParts: 0,
    });
  });
});
