import type { OutputFigureDto } from '#shared/contract/words.ts';
import type { FigureTotal } from '#shared/domain/figures.ts';
import { evaluateIndicator, operatingIndicators } from '#shared/domain/operating.ts';
import type { RuleSet } from '#shared/domain/rule-set.ts';
import type { OutputSum } from './status-store.ts';

/**
 * Rolled-up outputs with the colour that the thresholds give them. `cutCode` is the month they belong to,
 * null before the first one has ended.
 */
export function judgeOutputs(
  sums: readonly OutputSum[],
  cutCode: string | null,
  rules: RuleSet['operating'],
): OutputFigureDto[] {
  const judged = new Map(operatingIndicators(rules, sums).map((indicator) => [indicator.code, indicator]));
  return sums.map((sum) => {
    const indicator = judged.get(sum.code);
    return {
      code: sum.code,
      unit: sum.unit,
      cut: cutCode,
      numerator: sum.numerator,
      denominator: sum.denominator,
      value: sum.value,
      status: indicator === undefined ? 'noEvidence' : evaluateIndicator(indicator, totalOf(sum)).status,
      reportedUnits: sum.reportedUnits,
      units: sum.units,
    };
  });
}

/** A roll-up as the rules take it: what was reported and what was not stay apart. */
export function totalOf(sum: OutputSum): FigureTotal {
  const { value, numerator, denominator, reportedUnits, units, notApplicable = 0 } = sum;
  const notReported = units - reportedUnits - notApplicable;
  return {
    value,
    numerator,
    denominator,
    reported: reportedUnits,
    notReported,
    notApplicable,
    notYetDue: 0,
    withoutParts: 0,
  };
}
