import type { Reason } from './model.ts';
import { type IndicatorEvaluation, type OperatingEvaluation, pointsOf, weightedSum } from './operating.ts';
import { reason } from './reason.ts';

/** The sentences behind an operating colour: the roll-up by name first, then one for every indicator. */
export function explainOperating(evaluation: OperatingEvaluation): Reason[] {
  const reasons = [explainRollUp(evaluation), ...explainWeights(evaluation)];
  for (const indicator of evaluation.indicators) reasons.push(explainIndicator(indicator));
  return reasons;
}

function explainRollUp(evaluation: OperatingEvaluation): Reason {
  const { status, rollUp, score, green, yellow, red, greenFrom, yellowFrom } = evaluation;
  const asked = rollUp === 'weighted' ? evaluation.indicators.filter(isScored) : evaluation.indicators;
  const known = asked.filter(hasEvidence).length;
  if (status === 'noEvidence') {
    return reason('reason.operating.noEvidence', { rollUp, noEvidence: asked.length - known });
  }
  if (score === null) return reason('reason.operating.worst', { status, green, yellow, red, known });
  const values = { status, score, greenFrom, yellowFrom, known };
  return rollUp === 'share'
    ? reason('reason.operating.share', { ...values, green })
    : reason('reason.operating.weighted', values);
}

const isScored = ({ thresholds }: IndicatorEvaluation): boolean => thresholds.weight > 0;
const hasEvidence = ({ status }: IndicatorEvaluation): boolean => status !== 'noEvidence';

/** What a reader needs to compute a weighted score again: each indicator counted, its weight, its points. */
function explainWeights({ rollUp, score, indicators }: OperatingEvaluation): Reason[] {
  if (rollUp !== 'weighted') return [];
  const reasons: Reason[] = [];
  const counted = indicators.filter((indicator) => isScored(indicator) && hasEvidence(indicator));
  if (score !== null) {
    const weighing = counted.map(({ code, status, thresholds }) => {
      return [code, thresholds.weight, pointsOf(status)].join(' ');
    });
    reasons.push(
      reason('reason.operating.weights', { weighing: weighing.join(','), ...weightedSum(counted), score }),
    );
  }
  const unscored = indicators.filter((indicator) => !isScored(indicator)).map(({ code }) => code);
  if (unscored.length > 0) {
    reasons.push(reason('reason.operating.unscored', { unscored: unscored.join(',') }));
  }
  return reasons;
}

/** The sentence of one indicator: its value, what it is made of, its thresholds and the colour they give. */
function explainIndicator(evaluation: IndicatorEvaluation): Reason {
  const { code, kind, status, empty, value, numerator, denominator, reporting, thresholds } = evaluation;
  if (value === null) return reason(`reason.indicator.${empty ?? 'notReported'}`, { indicator: code });
  const { direction, greenFrom, yellowFrom } = thresholds;
  const values = { indicator: code, status, value, direction, greenFrom, yellowFrom };
  if (kind === 'count') {
    return reporting === 1
      ? reason('reason.indicator.count', values)
      : reason('reason.indicator.countMean', { ...values, reporting });
  }
  return numerator === null || denominator === null
    ? reason('reason.indicator.ratioAlone', values)
    : reason('reason.indicator.ratio', { ...values, numerator, denominator });
}
