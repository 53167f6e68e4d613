import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AlertEvaluation, explainAlert } from '#shared/domain/alerts/evaluation.ts';
import {
  evaluateEvidenceMissing,
  evaluateOutputMissing,
  evaluateOwnEvidence,
  evaluateReportsMissing,
  evaluateTasksMissing,
} from '#shared/domain/alerts/missing-evidence.ts';
import { evaluateCommune, evaluateMonthSuspicions } from '#shared/domain/alerts/month-suspicions.ts';
import { usualChanges } from '#shared/domain/alerts/ratio-jump.ts';
import type { SentMonth } from '#shared/domain/alerts/sent-months.ts';
import {
  evaluateSuspectDeadlineDay,
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
import { GAP_CELLS } from '#shared/domain/gap-ends.ts';
import { ALERT_RULES, COLOURS, SEVERITIES } from '#shared/domain/model.ts';
import {
  communeStatus,
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

const communeCodes = fc
  .nat(12)
  .map((length) => Array.from({ length }, (_, at) => ({ code: String(10_000 + at) })));
const hidden = fc.array(
  fc.record({ rule: fc.constantFrom(...ALERT_RULES), severity: fc.constantFrom(...SEVERITIES) }),
  { maxLength: 3 },
);

const OUTPUTS = [
  { code: 'resolved_on_time', kind: 'ratio' },
  { code: 'results_online', kind: 'ratio' },
  { code: 'support_operations', kind: 'count' },
] as const;
const row = fc.option(
  fc.array(fc.oneof(ratioWithParts(), fc.constant(undefined)), { minLength: 3, maxLength: 3 }),
);
/** Communes some of which copy the first, or their own month before. */
const sentMonths = fc
  .array(
    fc.record({ now: row, before: row, copies: fc.constantFrom('no', 'no', 'first', 'before', 'figure') }),
    {
      maxLength: 20,
    },
  )
  .map((list) =>
    list.map(({ now, before, copies }, at): SentMonth => {
      const first = list[0]?.now ?? null;
      const figure = first && now && [first[0], ...now.slice(1)];
      const copied = { no: now, first, before, figure }[copies];
      return { code: String(10_000 + at), now: copied, before };
    }),
  );
const suspicions = sentMonths.map((communes) => {
  const months = { month: 'month-2025-09', before: 'month-2025-08' };
  const usual = usualChanges(communes, OUTPUTS);
  const loose = {
    ...RULES.suspicion,
    rowFigures: 1,
    rowFiles: 1,
    equalSmallFiles: 1,
    equalSmallCommunes: 2,
    equalMiddleCommunes: 2,
    equalLargeCommunes: 2,
    jumpErrors: 0,
  };
  const found = evaluateMonthSuspicions('04', communes, { months, outputs: OUTPUTS, usual, rules: loose });
  const ofCommunes = communes.map((one) => found.ofCommunes.get(one) ?? evaluateCommune(one, months));
  return [...found.ofProvince, ...ofCommunes.flat()];
});

/** Every rule on arbitrary facts. */
const evaluation: fc.Arbitrary<AlertEvaluation> = fc.oneof(
  suspicions.chain((list) => fc.constantFrom(...list)),
  schedule.map((task) => evaluateTaskOverdue('2.01', '04', task)),
  schedule.map((task) => evaluateTaskDueSoon('2.01', '04', task, rules)),
  fc
    .array(communeStatus)
    .map((list) => evaluateCoverageLow('04', evaluateCoverage(countStatuses(list), RULES.coverage), rules)),
  fc
    .record({ met: few, notMet: few, notReported: few })
    .map((counts) => evaluateCriterionMissing('04', 'devices', counts)),
  indicatorEvaluation.map((indicator) => evaluateOnlineLow('01', indicator, rules)),
  fc.tuple(share, share).map(([value, after]) => {
    const before = value === null ? null : { value, low: value / 2, cut: 'month-2025-08' };
    return evaluateOnlineFalling('01', 'applications_online', before, after, rules);
  }),
  fc
    .tuple(reportedStatus, operatingStatus, few, few)
    .map(([reported, operating, months, cuts]) =>
      evaluateGapAlert('01', evaluateGap(reported, operating), { months, cuts }, rules),
    ),
  fc
    .record({ communes: few, silent: few, isDue: fc.boolean() })
    .map(({ communes, silent, isDue }) =>
      evaluateNoReport('01', { communes: Math.max(communes, silent), silent, isDue }),
    ),
  fc.tuple(fc.option(fc.constantFrom(...COLOURS)), reportedStatus, few).map(([best, now, age]) => {
    const before = best && { reported: best, cut: 'week-2025-08-04', age };
    return evaluateRegression('01273', before, { reported: now });
  }),
  fc.tuple(few, few, few).map(([communes, before, now]) => {
    const [greenBefore, greenNow] = [Math.min(before, communes), Math.min(now, communes)];
    const turned = Array.from({ length: greenNow }, (_, at) => ({ code: String(10_000 + at) }));
    return evaluateSuspectOvernight('04', { communes, greenBefore, greenNow, turned }, RULES.suspicion);
  }),
  fc
    .tuple(few, few)
    .map(([done, late]) => evaluateSuspectDeadlineDay('04', done, Math.min(done, late), rules)),
  fc
    .tuple(reportedStatus, count)
    .map(([reported, records]) =>
      evaluateSuspectGreenNoRecords('1', { reported, reportedAtMost: null }, records),
    ),
  fc
    .tuple(communeCodes, fc.boolean())
    .map(([communes, isDue]) => evaluateEvidenceMissing('31', communes, isDue)),
  fc
    .tuple(fc.option(fc.constantFrom(...GAP_CELLS)), fc.boolean())
    .map(([cell, isDue]) => evaluateOwnEvidence('31', cell, isDue)),
  fc
    .tuple(fc.record({ late: communeCodes, soon: communeCodes, isBehind: fc.boolean() }), fc.boolean())
    .map(([unspoken, isDue]) => evaluateTasksMissing('31', unspoken, isDue)),
  fc
    .tuple(hidden, communeCodes, few, fc.boolean())
    .map(([found, silent, fallen, isDue]) =>
      evaluateReportsMissing('31', { hidden: found, silent, communes: 40, fallen }, isDue),
    ),
  fc
    .tuple(hidden, communeCodes, fraction, fc.boolean())
    .map(([found, silent, worst, isDue]) =>
      evaluateOutputMissing('31', 'applications_online', found, { silent, worst }, isDue),
    ),
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
      fc.sample(evaluation, { numRuns: 120_000, seed: 2 }).map((one) => `${one.rule} ${one.condition}`),
    );
    const wanted = ALERT_RULES.flatMap((rule) =>
      ['holds', 'clear', 'noData'].map((state) => `${rule} ${state}`),
    );
    expect(wanted.filter((pair) => !seen.has(pair))).toEqual([]);
  });

  it('ask the same questions in whatever order the communes came', () => {
    fc.assert(
      fc.property(sentMonths, (communes) => {
        const asked = { months: { month: 'b', before: 'a' }, outputs: OUTPUTS, rules: RULES.suspicion };
        const judge = (list: readonly SentMonth[]) =>
          evaluateMonthSuspicions('04', list, { ...asked, usual: usualChanges(list, OUTPUTS) }).ofProvince;
        expect(judge(communes.toReversed())).toEqual(judge(communes));
      }),
    );
  });
});
