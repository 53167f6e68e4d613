import { describe, expect, it } from 'vitest';
import { sumFigures } from '#shared/domain/figures.ts';
import {
  colourOfValue,
  evaluateIndicator,
  evaluateOperating,
  operatingIndicators,
} from '#shared/domain/operating.ts';
import { explainOperating } from '#shared/domain/operating-reasons.ts';
import { reasonText } from '#shared/text/reason-text.ts';
import { createTranslator } from '#shared/text/translator.ts';
import { RULES } from '#tests/properties/arbitraries.ts';
import { render } from '#tests/properties/sentences.ts';

const named = (code: string) => `‹${code}›`;
const NAMES = { unit: named, task: named, indicator: named, cut: named };

const up = (greenFrom: number, yellowFrom: number, weight = 1) => {
  return { direction: 'up' as const, greenFrom, yellowFrom, weight };
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
      return [evaluation.status, evaluation.score, head === undefined ? '' : render(head, 'vi')];
    });
    expect(verdicts).toEqual([
      ['red', null, 'ĐỎ: theo chỉ tiêu kém nhất trong 3 chỉ tiêu có số liệu (1 XANH, 1 VÀNG, 1 ĐỎ).'],
      [
        'yellow',
        0.666666667,
        'VÀNG: điểm có trọng số 66,67% của 3 chỉ tiêu được tính và có số liệu; XANH từ 75%, VÀNG từ 50%.',
      ],
      ['red', 1 / 3, 'ĐỎ: 1/3 chỉ tiêu có số liệu đạt XANH, bằng 33,33%; XANH từ 75%, VÀNG từ 50%.'],
    ]);
  });

  it('says of a weighted score what a reader needs to compute it again, and what does not count', () => {
    const weighted = { ...rules, rollUp: 'weighted' as const };
    const tell = (figures: typeof mixed, weights: readonly number[]) => {
      const asked = indicators.map((one, at) => {
        return { ...one, thresholds: { ...one.thresholds, weight: weights[at] ?? 0 } };
      });
      return explainOperating(evaluateOperating(asked, figures, weighted))
        .filter(({ code }) => code.startsWith('reason.operating.'))
        .map((one) => reasonText(one, createTranslator('vi'), NAMES));
    };
    expect(tell(mixed, [3, 2, 0])).toEqual([
      'XANH: điểm có trọng số 80% của 2 chỉ tiêu được tính và có số liệu; XANH từ 75%, VÀNG từ 50%.',
      'Cách tính điểm: trọng số × điểm (XANH 1, VÀNG 0,5, ĐỎ 0), chia cho tổng trọng số: (‹applications_online› 3 × 1 + ‹resolved_on_time› 2 × 0,5) / 5 = 4 / 5 = 80%.',
      'Không tính điểm (trọng số 0): ‹support_operations›.',
    ]);
    expect(tell(mixed, [])).toEqual([
      'Chưa có bằng chứng vận hành (gộp theo trọng số): không chỉ tiêu nào được tính điểm.',
      'Không tính điểm (trọng số 0): ‹applications_online›, ‹resolved_on_time›, ‹support_operations›.',
    ]);
    expect(tell([], [3, 2, 0])[0]).toBe(
      'Chưa có bằng chứng vận hành (gộp theo trọng số): 2 chỉ tiêu chưa có số liệu.',
    );
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
    expect(evaluation.status).toBe('red');
  });

  it('gives a threshold to the better colour, upwards and downwards', () => {
    const down = {
      code: 'late',
      kind: 'ratio' as const,
      thresholds: { ...up(0.1, 0.3), direction: 'down' as const },
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
      const { score, status } = evaluateOperating(even, [ratio(online, 100), ratio(onTime, 100)], rules);
      return [score, status];
    };
    expect([judge(90, 90), judge(60, 90), judge(60, 10)]).toEqual([
      [0.75, 'green'],
      [0.5, 'yellow'],
      [0.25, 'red'],
    ]);
  });

  it('judges a province by ratios of sums and by counts per reporting commune', () => {
    const online = sumFigures('ratio', [ratio(1, 2), ratio(98, 100), 'notReported']);
    const support = sumFigures('count', [count(40), count(0), 'notApplicable', 'notReported']);
    const evaluation = evaluateOperating(indicators, [online, undefined, support], rules);
    // The mean of the two ratios would be 74%; the ratio of sums is 99 of 102.
    expect(evaluation.indicators[0]).toMatchObject({ value: 99 / 102, status: 'green' });
    expect(evaluation.indicators[2]).toMatchObject({ value: 20, reporting: 2, status: 'yellow' });
  });

  it('has no evidence without figures, whatever the method', () => {
    for (const rollUp of ['worst', 'weighted', 'share'] as const) {
      const evaluation = evaluateOperating(indicators, [], { ...rules, rollUp });
      expect([evaluation.status, evaluation.noEvidence]).toEqual(['noEvidence', 3]);
    }
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
