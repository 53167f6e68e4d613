import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AlertEvaluation, explainAlert } from '#shared/domain/alerts/evaluation.ts';
import {
  evaluateSuspectDeadlineDay,
  evaluateSuspectEqualFigures,
  evaluateSuspectGreenNoRecords,
  evaluateSuspectOvernight,
  evaluateSuspectSignatures,
} from '#shared/domain/alerts/suspicion-alerts.ts';
import { evaluateTaskDueSoon, evaluateTaskOverdue } from '#shared/domain/alerts/task-alerts.ts';
import {
  evaluateCoverageLow,
  evaluateCriterionMissing,
  evaluateGapAlert,
  evaluateNoReport,
  evaluateOnlineFalling,
  evaluateOnlineLow,
  evaluateRegression,
} from '#shared/domain/alerts/unit-alerts.ts';
import { evaluateCoverage } from '#shared/domain/coverage.ts';
import { evaluateGap } from '#shared/domain/gap.ts';
import { ALERT_RULES } from '#shared/domain/model.ts';
import {
  countStatuses,
  fraction,
  indicatorEvaluation,
  operatingStatus,
  RULES,
  ratioWithParts,
  reportedStatus,
  schedule,
} from './arbitraries.ts';
import { faultOf, LANGUAGES, render } from './sentences.ts';

const rules = RULES.alerts;
const share = fc.option(fraction);
// Nought is a case of its own, which one in three thousand would seldom be.
const count = fc.option(fc.oneof(fc.constant(0), fc.nat(3_000)));
const few = fc.nat(40);

/** Every rule on arbitrary facts. */
const evaluation: fc.Arbitrary<AlertEvaluation> = fc.oneof(
  schedule.map((task) => evaluateTaskOverdue('2.01', '04', task)),
  schedule.map((task) => evaluateTaskDueSoon('2.01', '04', task, rules)),
  fc
    .array(reportedStatus)
    .map((list) => evaluateCoverageLow('04', evaluateCoverage(countStatuses(list), RULES.coverage), rules)),
  fc
    .record({ met: few, notMet: few, notReported: few })
    .map((counts) => evaluateCriterionMissing('04', 'devices', counts)),
  indicatorEvaluation.map((indicator) => evaluateOnlineLow('01', indicator, rules)),
  fc
    .tuple(share, share)
    .map(([before, after]) => evaluateOnlineFalling('01', 'applications_online', before, after, rules)),
  fc
    .tuple(reportedStatus, operatingStatus, few)
    .map(([reported, operating, cuts]) =>
      evaluateGapAlert('01', evaluateGap(reported, operating), cuts, rules),
    ),
  fc
    .record({ communes: few, silent: few, isDue: fc.boolean() })
    .map(({ communes, silent, isDue }) =>
      evaluateNoReport('01', { communes: Math.max(communes, silent), silent, isDue }),
    ),
  fc
    .tuple(reportedStatus, reportedStatus)
    .map(([best, now]) => evaluateRegression('01273', best, now, 'week-2025-08-04')),
  fc
    .tuple(share, share, few)
    .map(([before, after, communes]) => evaluateSuspectOvernight('04', before, after, communes, rules)),
  fc
    .tuple(fc.array(ratioWithParts()), fc.nat(8))
    .map(([figures, times]) => new Array<typeof figures>(times).fill(figures).flat())
    .map((figures) => evaluateSuspectEqualFigures('04', 'resolved_on_time', figures, rules)),
  fc
    .array(fc.nat(30))
    .map((values) => values.map((value) => ({ value, numerator: null, denominator: null })))
    .map((figures) => evaluateSuspectEqualFigures('04', 'support_operations', figures, rules)),
  fc
    .tuple(few, few)
    .map(([done, late]) => evaluateSuspectDeadlineDay('04', done, Math.min(done, late), rules)),
  fc
    .tuple(reportedStatus, count)
    .map(([reported, records]) => evaluateSuspectGreenNoRecords('1', reported, records)),
  fc.tuple(count, count).map(([made, files]) => evaluateSuspectSignatures('01273', made, files)),
);

describe('alert rules', () => {
  it('say every condition in a sentence with the numbers of its facts, in both languages', () => {
    fc.assert(
      fc.property(evaluation, (one) => {
        for (const language of LANGUAGES) expect(faultOf(explainAlert(one), language)).toBeNull();
      }),
      { numRuns: 1_000 },
    );
  });

  it('word every suspicion as a question, and only those', () => {
    fc.assert(
      fc.property(evaluation, (one) => {
        fc.pre(one.condition === 'holds');
        const isSuspicion = one.rule.startsWith('suspect');
        for (const language of LANGUAGES) {
          expect(render(explainAlert(one), language).endsWith('?')).toBe(isSuspicion);
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it('each hold, are clear and lack data for some facts', () => {
    const seen = new Set(
      fc.sample(evaluation, { numRuns: 20_000, seed: 2 }).map((one) => `${one.rule} ${one.condition}`),
    );
    const wanted = ALERT_RULES.flatMap((rule) =>
      ['holds', 'clear', 'noData'].map((state) => `${rule} ${state}`),
    );
    expect(wanted.filter((pair) => !seen.has(pair))).toEqual([]);
  });

  it('do not depend on the order of the communes that sent equal figures', () => {
    fc.assert(
      fc.property(fc.array(ratioWithParts()), (figures) => {
        const list = [...figures, ...figures.slice(0, 5)];
        const judge = (some: typeof list) =>
          evaluateSuspectEqualFigures('04', 'resolved_on_time', some, rules);
        expect(judge(list.toReversed())).toEqual(judge(list));
      }),
    );
  });
});
