import type { Reason } from './model.ts';
import type { IndicatorEvaluation, OperatingEvaluation } from './operating.ts';
import { reason } from './reason.ts';

/** The sentences behind an operating colour: the roll-up by name first, then one for every indicator. */
export function explainOperating(evaluation: OperatingEvaluation): Reason[] {
  const reasons = [explainRollUp(evaluation)];
  for (const indicator of evaluation.indicators) reasons.push(explainIndicator(indicator));
  return reasons;
}

function explainRollUp(evaluation: OperatingEvaluation): Reason {
  const { status, rollUp, score, green, yellow, red, noEvidence, greenFrom, yellowFrom } = evaluation;
  if (status === 'noEvidence') return reason('reason.operating.noEvidence', { rollUp, noEvidence });
  const known = green + yellow + red;
  if (score === null) return reason('reason.operating.worst', { status, green, yellow, red, known });
  const values = { status, score, greenFrom, yellowFrom, known };
  return rollUp === 'share'
    ? reason('reason.operating.share', { ...values, green })
    : reason('reason.operating.weighted', values);
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
