import { describe, expect, it } from 'vitest';
import { type CriterionMark, evaluateCommune, explainCommune } from '#shared/domain/commune-status.ts';
import { areComparable, bandOf, evaluateCoverage, explainCoverage } from '#shared/domain/coverage.ts';
import { coverageText } from '#shared/text/coverage-text.ts';
import { createFormatter } from '#shared/text/format.ts';
import { createTranslator } from '#shared/text/translator.ts';
import { render } from '#tests/properties/sentences.ts';

const CODES = ['online_meeting', 'devices', 'premises', 'staff'];
const rules = { yellowMissingAtMost: 1 };
const bands = { above: 0.7, half: 0.5 };

describe('evaluateCommune', () => {
  const cases: [string, (CriterionMark | undefined)[], string][] = [
    ['all criteria met', [1, 1, 1, 1], 'green'],
    ['one missing', [1, 1, 1, 0], 'yellow'],
    ['two missing', [1, 1, 0, 0], 'red'],
    ['one silent beside answers', [1, 1, 1, undefined], 'yellow'],
    ['one missing and one silent', [1, 1, 0, 'notReported'], 'red'],
    ['nothing reported', [undefined, 'notReported', undefined, undefined], 'notReported'],
    ['one not applicable, the rest met', [1, 1, 1, 'notApplicable'], 'green'],
    ['one said not to apply, the rest met', [1, 1, 1, 'selfExempt'], 'yellow'],
    ['two said not to apply, the rest met', [1, 'selfExempt', 1, 'selfExempt'], 'red'],
    ['all said not to apply', ['selfExempt', 'selfExempt', 'selfExempt', 'selfExempt'], 'notReported'],
    ['one not yet due, the rest met', [1, 1, 1, 'notYetDue'], 'green'],
    ['nothing applicable', ['notApplicable', 'notApplicable', 'notApplicable', 'notYetDue'], 'notReported'],
    ['all reported as not met, which is no silence', [0, 0, 0, 0], 'red'],
    ['half a criterion', [1, 1, 1, 0.5], 'yellow'],
  ];
  for (const [title, marks, status] of cases) {
    it(`gives ${status} for ${title}`, () => {
      expect(evaluateCommune(CODES, marks, rules).status).toBe(status);
    });
  }

  it('says no more than there is to say', () => {
    const codes = (...marks: (CriterionMark | undefined)[]) =>
      explainCommune(evaluateCommune(CODES, marks, rules)).map(({ code }) => code);
    expect(codes(1, 1, 1, 1)).toEqual(['reason.commune.green']);
    expect(codes()).toEqual(['reason.commune.notReported']);
    const nothing = CODES.map(() => 'notYetDue' as const);
    expect(codes(...nothing)).toEqual(['reason.commune.nothingOwed', 'reason.commune.notYetDue']);
  });

  it('names what is not met and what is silent in separate sentences', () => {
    const reasons = explainCommune(evaluateCommune(CODES, [1, 0, undefined, 'notApplicable'], rules));
    const own = explainCommune(evaluateCommune(CODES, [1, 1, 1, 'selfExempt'], rules));
    expect(render(own[1] ?? none, 'vi')).toBe(
      '1 điều kiện đơn vị tự ghi không áp dụng mà kế hoạch vẫn hỏi, tính như chưa trả lời: staff.',
    );
    expect(own).toHaveLength(2);
    expect(reasons.map((reason) => render(reason, 'vi'))).toEqual([
      'ĐỎ: đạt 1/3 điều kiện cơ bản, còn thiếu 2; thiếu không quá 1 là VÀNG, nhiều hơn là ĐỎ.',
      'Chưa đạt 1 điều kiện: devices.',
      'Chưa có báo cáo về 1 điều kiện: premises.',
      '1 điều kiện không áp dụng, không tính.',
    ]);
  });
});

const none = { code: '', values: {} };

describe('evaluateCoverage', () => {
  it('computes the published national figure with silent communes in the denominator', () => {
    const counts = { green: 1_981, yellow: 700, red: 600, notReported: 40 };
    const evaluation = evaluateCoverage(counts, bands);
    expect(evaluation).toMatchObject({ communes: 3_321, band: 'above50' });
    expect(explainCoverage(evaluation).map((reason) => render(reason, 'vi'))).toEqual([
      '59,65% (1.981/3.321) xã, phường, đặc khu đạt XANH: trên 50%.',
      '40/3.321 xã, phường, đặc khu chưa báo cáo; vẫn nằm trong mẫu số, không tính là ĐỎ.',
      'Nhiều nhất 60,86% nếu 40 xã chưa báo cáo đều đạt.',
    ]);
  });

  it('says what it may be at most, and when that is another band', () => {
    const counts = { green: 68, yellow: 20, red: 9, notReported: 3 };
    const texts = [0, 1].map((unanswered) => {
      const evaluation = evaluateCoverage(counts, bands, unanswered);
      return [evaluation.atMost, evaluation.bandAtMost, render(explainCoverage(evaluation)[2] ?? none, 'vi')];
    });
    expect(texts).toEqual([
      [0.71, 'above70', 'Nhiều nhất 71% nếu 3 xã chưa báo cáo đều đạt: khi đó trên 70%.'],
      [
        0.72,
        'above70',
        'Nhiều nhất 72% nếu 3 xã chưa báo cáo và 1 xã chỉ còn thiếu câu trả lời đều đạt: khi đó trên 70%.',
      ],
    ]);
    const whole = evaluateCoverage({ ...counts, notReported: 0 }, bands, 0);
    expect([whole.atMost, explainCoverage(whole).length]).toEqual([whole.share, 1]);
  });

  it('is held against another only where nine in ten reported at both', () => {
    const of = (notReported: number) => ({ communes: 100, notReported });
    expect([
      areComparable(of(0), of(10)),
      areComparable(of(11), of(0)),
      areComparable(of(0), of(11)),
    ]).toEqual([true, false, false]);
  });

  it('is written with what it leaves open', () => {
    const speaker = { t: createTranslator('vi').t, format: createFormatter('vi') };
    const write = (notReported: number, unanswered: number, green = 3020) => {
      const { share, communes, atMost } = evaluateCoverage(
        { green, yellow: 0, red: 3321 - green - notReported, notReported },
        bands,
        unanswered,
      );
      return coverageText(speaker, {
        ...{ coverage: share, state: 'value', communes, reportedUnits: communes - notReported, unanswered },
        bounds: { atLeast: green / communes, atMost: atMost ?? 1 },
      });
    };
    expect(write(0, 0)).toBe('90,94%');
    expect(write(38, 0)).toBe('90,94% (nhiều nhất 92,08% nếu 38 xã chưa báo cáo đều đạt)');
    expect(write(0, 5)).toBe('90,94% (nhiều nhất 91,09% nếu 5 xã chỉ còn thiếu câu trả lời đều đạt)');
    expect(write(3320, 0, 0)).toBe(
      '0% (mới có 1/3.321 xã báo cáo; nhiều nhất 99,97% nếu 3.320 xã chưa báo cáo đều đạt)',
    );
  });

  it('writes Cao Bằng and Lai Châu as published', () => {
    const caoBang = evaluateCoverage({ green: 3, yellow: 0, red: 53, notReported: 0 }, bands);
    const laiChau = evaluateCoverage({ green: 3, yellow: 0, red: 35, notReported: 0 }, bands);
    const texts = [caoBang, laiChau].map((one) => explainCoverage(one).map((reason) => render(reason, 'en')));
    expect(texts).toEqual([
      ['5.36% (3/56) of communes are GREEN: not above 50%.'],
      ['7.89% (3/38) of communes are GREEN: not above 50%.'],
    ]);
  });

  it('puts exactly 70% and exactly 50% into the lower band, since the bands say above', () => {
    expect([7 / 10, 70 / 100, 35 / 50, 0.5, 0.7000001, 1].map((share) => bandOf(share, bands))).toEqual([
      'above50',
      'above50',
      'above50',
      'below50',
      'above70',
      'full',
    ]);
  });

  it('keeps silence apart from a real 0%', () => {
    const silent = evaluateCoverage({ green: 0, yellow: 0, red: 0, notReported: 5 }, bands);
    const zero = evaluateCoverage({ green: 0, yellow: 0, red: 5, notReported: 0 }, bands);
    expect([silent.share, silent.band]).toEqual([null, 'notReported']);
    expect([zero.share, zero.band]).toEqual([0, 'below50']);
  });
});
