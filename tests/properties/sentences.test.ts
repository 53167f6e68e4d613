import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluateCommune, explainCommune } from '#shared/domain/commune-status.ts';
import { evaluateCoverage, explainCoverage } from '#shared/domain/coverage.ts';
import { sumFigures } from '#shared/domain/figures.ts';
import { evaluateForecasts, explainForecast, explainMethod } from '#shared/domain/forecast.ts';
import { evaluateGap, explainGap } from '#shared/domain/gap.ts';
import type { Reason } from '#shared/domain/model.ts';
import { evaluateOperating, rollUpIndicators } from '#shared/domain/operating.ts';
import { explainOperating } from '#shared/domain/operating-reasons.ts';
import { evaluateProgress, explainProgress } from '#shared/domain/province-progress.ts';
import { evaluateOutcome, evaluateTaskOutput, explainOutcome } from '#shared/domain/task-outcome.ts';
import { explainSchedule } from '#shared/domain/task-schedule.ts';
import { validateRuleSet } from '#shared/domain/validate-rules.ts';
import {
  CRITERIA,
  communeStatus,
  countFigure,
  countStatuses,
  fraction,
  indicatorEvaluation,
  marks,
  operatingIndicator,
  operatingStatus,
  RULES,
  ratioFigure,
  reportedStatus,
  rollUp,
  schedule,
} from './arbitraries.ts';
import { course, unevenCourses } from './forecast-courses.ts';
import { faultOf, LANGUAGES, percentIn, render } from './sentences.ts';

/** Every sentence, in both languages, carries the numbers of its evaluation. */
function expectFaithful(reasons: readonly Reason[]): void {
  for (const language of LANGUAGES) {
    for (const reason of reasons) expect(faultOf(reason, language)).toBeNull();
  }
}

describe('sentences carry the numbers of their evaluation', () => {
  it('of a commune', () => {
    fc.assert(
      fc.property(marks, (list) => {
        const evaluation = evaluateCommune(CRITERIA, list, RULES.commune);
        const reasons = explainCommune(evaluation);
        expectFaithful(reasons);
        expect(reasons.find(({ code }) => code === 'reason.commune.notMet')?.values.criteria ?? '').toBe(
          evaluation.notMet.join(','),
        );
      }),
    );
  });

  it('of a coverage', () => {
    fc.assert(
      fc.property(fc.array(communeStatus, { maxLength: 200 }), fc.nat(), (list, some) => {
        const counts = countStatuses(list);
        const unanswered = some % (counts.yellow + counts.red + 1);
        const evaluation = evaluateCoverage(counts, RULES.coverage, unanswered);
        const reasons = explainCoverage(evaluation);
        expectFaithful(reasons);
        const [first] = reasons;
        if (evaluation.share === null || first === undefined) return;
        for (const language of LANGUAGES) {
          expect(percentIn(render(first, language), evaluation.share, language)).toBe(true);
        }
      }),
    );
  });

  it('of a task, of its outcome and of a province', () => {
    const output = fc
      .tuple(operatingIndicator, fraction, fc.oneof(ratioFigure, countFigure))
      .map(([{ code, kind, thresholds }, target, figure]) =>
        evaluateTaskOutput({ indicator: code, kind, direction: thresholds.direction, target }, figure),
      );
    fc.assert(
      fc.property(
        fc.array(schedule, { maxLength: 12 }),
        fc.array(output, { maxLength: 3 }),
        (list, outputs) => {
          for (const task of list) {
            expectFaithful(explainSchedule(task));
            expectFaithful(explainOutcome(evaluateOutcome(task, outputs)));
          }
          expectFaithful(explainProgress(evaluateProgress(list, RULES.province), 'province'));
          expectFaithful(explainProgress(evaluateProgress(list, RULES.province), 'centre'));
        },
      ),
    );
  });

  it('of an operating status, of a commune and of a total', () => {
    fc.assert(
      fc.property(fc.array(indicatorEvaluation, { maxLength: 7 }), rollUp, (list, method) => {
        expectFaithful(explainOperating(rollUpIndicators(list, { ...RULES.operating, rollUp: method })));
      }),
    );
    fc.assert(
      fc.property(operatingIndicator, fc.array(fc.oneof(ratioFigure, countFigure)), (indicator, figures) => {
        const total = sumFigures(indicator.kind, figures);
        expectFaithful(explainOperating(evaluateOperating([indicator], [total], RULES.operating)));
      }),
    );
  });

  it('of a gap', () => {
    fc.assert(
      fc.property(
        reportedStatus,
        operatingStatus,
        fc.nat(12),
        fc.nat(30),
        (reported, operating, months, cuts) => {
          expectFaithful(explainGap(evaluateGap(reported, operating), { months, cuts }));
        },
      ),
    );
  });

  it('of a forecast', () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat(100)), { maxLength: 12 }), fc.nat(12), (values, weeks) => {
        const units = [course('x', values), ...unevenCourses(20, 15 + weeks)];
        for (const evaluation of evaluateForecasts(units).values()) {
          expectFaithful(explainForecast(evaluation, 'communes'));
          expectFaithful(explainForecast(evaluation, 'progress'));
          expectFaithful(explainMethod(evaluation, 'progress'));
        }
      }),
    );
  });

  it('of a rule set that cannot be used', () => {
    const anyNumber = fc.oneof(fc.double(), fc.integer({ min: -2, max: 20 }));
    fc.assert(
      fc.property(anyNumber, anyNumber, anyNumber, (first, second, third) => {
        const thresholds = {
          ...{ direction: 'up' as const, greenFrom: first, yellowFrom: second, weight: third },
          ...{ minDenominator: third, decisive: false },
        };
        const rules = {
          ...RULES,
          commune: { yellowMissingAtMost: first },
          coverage: { above: second, half: third },
          operating: {
            ...RULES.operating,
            indicators: { applications_online: thresholds, devices: thresholds, unheard_of: thresholds },
          },
        };
        const known = [
          { code: 'applications_online', kind: 'ratio' as const },
          { code: 'documents_signed', kind: 'ratio' as const },
          { code: 'devices', kind: 'criterion' as const },
        ];
        expectFaithful(validateRuleSet(rules, known).map((problem) => problem.reason));
      }),
    );
  });
});
