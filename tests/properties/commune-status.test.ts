import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type CriterionMark, evaluateCommune } from '#shared/domain/commune-status.ts';
import { colourRank } from '#shared/domain/ranking.ts';
import { CRITERIA, mark, marks, RULES } from './arbitraries.ts';

const rules = fc.record({ yellowMissingAtMost: fc.integer({ min: 0, max: 11 }) });
const judge = (list: readonly (CriterionMark | undefined)[], limit = RULES.commune) =>
  evaluateCommune(CRITERIA, list, limit);

describe('reported status of a commune', () => {
  it('never improves when a criterion is lost or falls silent', () => {
    const lost = fc.constantFrom<CriterionMark | undefined>(0, 'notReported', 'selfExempt', undefined);
    fc.assert(
      fc.property(marks, fc.nat(11), lost, rules, (before, place, loss, limit) => {
        fc.pre(before[place] === 1);
        const after = before.with(place, loss);
        const now = colourRank(judge(after, limit).status);
        // Falling silent altogether is neither better nor worse: it has no place in the order.
        if (now !== undefined) expect(now).toBeLessThanOrEqual(colourRank(judge(before, limit).status) ?? -1);
      }),
    );
  });

  it('does not gain from hiding a criterion that is not met, nor from saying that it does not apply', () => {
    const hidden = fc.constantFrom('notReported' as const, 'selfExempt' as const);
    fc.assert(
      fc.property(marks, fc.nat(11), hidden, (before, place, silence) => {
        fc.pre(before[place] === 0);
        const now = judge(before.with(place, silence)).status;
        if (now !== 'notReported') expect(now).toBe(judge(before).status);
      }),
    );
  });

  it('does not depend on the order of the criteria', () => {
    const pairs = marks.map((list) => list.map((value, place) => [CRITERIA[place] ?? '', value] as const));
    const shuffled = pairs.chain((list) =>
      fc.shuffledSubarray([...list], { minLength: list.length }).map((other) => ({ list, other })),
    );
    fc.assert(
      fc.property(shuffled, ({ list, other }) => {
        const first = evaluateCommune(
          list.map(([code]) => code),
          list.map(([, value]) => value),
          RULES.commune,
        );
        const second = evaluateCommune(
          other.map(([code]) => code),
          other.map(([, value]) => value),
          RULES.commune,
        );
        expect({
          ...second,
          notMet: second.notMet.toSorted(),
          unreported: second.unreported.toSorted(),
          selfExempt: second.selfExempt.toSorted(),
        }).toEqual({
          ...first,
          notMet: first.notMet.toSorted(),
          unreported: first.unreported.toSorted(),
          selfExempt: first.selfExempt.toSorted(),
        });
      }),
    );
  });

  it('is never a colour when nothing was reported, and never notReported when something was', () => {
    fc.assert(
      fc.property(marks, (list) => {
        const hasAnswer = list.some((value) => typeof value === 'number');
        expect(judge(list).status === 'notReported').toBe(!hasAnswer);
      }),
    );
  });

  it('keeps every kind of answer apart and counts each criterion once', () => {
    fc.assert(
      fc.property(fc.array(mark, { maxLength: 12 }), (list) => {
        const result = judge(list);
        expect(result.met).toBe(list.filter((value) => value === 1).length);
        expect(result.notMet).toHaveLength(list.filter((value) => value === 0).length);
        expect(result.notApplicable).toBe(list.filter((value) => value === 'notApplicable').length);
        expect(result.notYetDue).toBe(list.filter((value) => value === 'notYetDue').length);
        expect(result.owed + result.notApplicable + result.notYetDue).toBe(CRITERIA.length);
        expect(result.owed).toBe(result.met + result.notMet.length + result.unreported.length);
      }),
    );
  });
});
