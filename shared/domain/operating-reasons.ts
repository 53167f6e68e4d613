import type { Reason } from './model.ts';
import type { IndicatorEvaluation, OperatingEvaluation } from './operating.ts';
import {
  hasDecisiveRed,
  highestWithRed,
  padded,
  pointsOf,
  rounded,
  SCORED,
  scoreSums,
} from './operating-ends.ts';
import { explainPlace } from './operating-members.ts';
import { type Completeness, sentShare } from './picture.ts';
import { reason } from './reason.ts';

/**
 * The sentences behind an operating colour: the roll-up by name first, then what a reader needs to compute both ends of
 * it with a pencil, then one for every indicator.
 */
export function explainOperating(evaluation: OperatingEvaluation): Reason[] {
  const { members, indicators } = evaluation;
  const above = members === null ? explainCommune(evaluation) : explainPlace(evaluation, members);
  return [...above, ...explainHidden(evaluation), ...indicators.map(explainIndicator)];
}

/** Of which month the outputs are that colour at a cut; nothing where none has ended yet. */
export function explainMonth(cut: string | null): Reason[] {
  return cut === null ? [] : [reason('reason.operating.month', { cut })];
}

/** Which newer month is not used yet, and how much of it has come; nothing where the newest speaks. */
export function explainWaiting(month: (Completeness & { readonly cut: string }) | null): Reason[] {
  if (month === null) return [];
  const { cut, provinces, inProvinces } = month;
  return [
    reason('reason.operating.waiting', { newer: cut, share: sentShare(month), provinces, inProvinces }),
  ];
}

/** Of which month the figures of single outputs are, where it is not the one that colours. */
export function explainShownMonth(cut: string): Reason {
  return reason('reason.operating.shown', { cut });
}

/** Why outputs that there are colour nothing any more: the newest are those of this month. */
export function explainTooOld(cut: string, months: number): Reason {
  return reason('reason.operating.tooOld', { cut, months });
}

/** Why nothing speaks of the outputs yet: the first month is still being collected. */
export function explainCollecting(cut: string): Reason {
  return reason('reason.operating.collecting', { cut });
}

/** The same of one output. */
export function explainCollectingFigure(indicator: string, cut: string): Reason {
  return reason('reason.indicator.collecting', { indicator, cut });
}

/** The same of one output where the newest month is too old. */
export function explainOldFigure(indicator: string, cut: string, months: number): Reason {
  return reason('reason.indicator.tooOld', { indicator, cut, months });
}

function explainCommune(evaluation: OperatingEvaluation): Reason[] {
  const { rollUp, indicators } = evaluation;
  const asked = indicators.filter(({ thresholds }) => SCORED[rollUp](thresholds));
  const unscored = indicators.filter((one) => !asked.includes(one));
  return [
    explainRollUp(evaluation, asked),
    ...explainWeights(evaluation, asked),
    ...explainDecisive(evaluation),
    ...explainUnknown(evaluation, asked),
    ...(unscored.length === 0 ? [] : [reason('reason.operating.unscored', { unscored: codesOf(unscored) })]),
  ];
}

function explainRollUp(evaluation: OperatingEvaluation, asked: readonly IndicatorEvaluation[]): Reason {
  const { status, rollUp, greenFrom, yellowFrom, atLeast, atMost, scoreLow, scoreHigh } = evaluation;
  const known = asked.filter(({ empty }) => empty === null);
  const noEvidence = asked.length - known.length;
  if (atLeast === null || atMost === null || scoreLow === null || scoreHigh === null) {
    return known.length > 0
      ? reason('reason.operating.onlyFew', { count: known.length, few: filesOf(known), noEvidence })
      : reason('reason.operating.noEvidence', { rollUp, noEvidence });
  }
  const range = scoreLow === scoreHigh ? 'no' : 'yes';
  const verdict = { status, atLeast, atMost, asked: asked.length, known: known.length };
  const values = { ...verdict, scoreLow, scoreHigh, range, greenFrom, yellowFrom };
  if (rollUp === 'worst') return reason('reason.operating.worst', { ...verdict, ...countsOf(known) });
  if (rollUp === 'weighted') return reason('reason.operating.weighted', values);
  const { low, high } = scoreSums(asked, 'share');
  return reason('reason.operating.share', { ...values, greenLow: low, greenHigh: high });
}

function countsOf(known: readonly IndicatorEvaluation[]) {
  const counts = { green: 0, yellow: 0, red: 0, undetermined: 0 };
  for (const { status } of known) if (status !== 'noEvidence') counts[status] += 1;
  return counts;
}

/** What a reader needs to compute a weighted score again, at each end: every indicator counted, its weight, its points. */
function explainWeights(
  { rollUp, scoreLow }: OperatingEvaluation,
  asked: readonly IndicatorEvaluation[],
): Reason[] {
  if (rollUp !== 'weighted' || scoreLow === null) return [];
  const sums = scoreSums(asked, rollUp);
  const ends = sums.low === sums.high ? (['low'] as const) : (['low', 'high'] as const);
  return ends.map((end) => {
    const weighing = asked.map((one) => [one.code, one.thresholds.weight, pointsOf(one[end])].join(' '));
    return reason('reason.operating.weights', {
      weighing: weighing.join(','),
      end: ends.length === 1 ? 'both' : end,
      points: sums[end],
      weights: sums.weights,
      score: rounded(sums[end] / sums.weights),
    });
  });
}

/** Which indicators that decide are RED, and what that leaves of the score. */
function explainDecisive(evaluation: OperatingEvaluation): Reason[] {
  const { rollUp, scoreLow, indicators } = evaluation;
  if (rollUp === 'worst' || scoreLow === null || !hasDecisiveRed(indicators, 'low')) return [];
  const deciding = indicators.filter(({ thresholds, low }) => thresholds.decisive && low === 'red');
  const end = hasDecisiveRed(indicators, 'high') ? 'both' : 'low';
  return [
    reason('reason.operating.decisive', {
      deciding: codesOf(deciding),
      end,
      limit: highestWithRed(evaluation),
    }),
  ];
}

/** What is RED for certain below a certain GREEN: of a commune an output that does not decide, of a place a sum. */
function explainHidden({ status, indicators }: OperatingEvaluation): Reason[] {
  if (status !== 'green') return [];
  const hidden = indicators.filter((one) => one.status === 'red');
  return hidden.length === 0 ? [] : [reason('reason.operating.hidden', { hidden: codesOf(hidden) })];
}

/** What is not known, and stands at its worst at the one end and at its best at the other. */
function explainUnknown({ scoreLow }: OperatingEvaluation, asked: readonly IndicatorEvaluation[]): Reason[] {
  if (scoreLow === null) return [];
  const unsent = asked.filter(({ empty }) => empty !== null);
  const few = asked.filter(({ isFew }) => isFew);
  return [
    ...(unsent.length === 0
      ? []
      : [reason('reason.operating.unsent', { count: unsent.length, unsent: codesOf(unsent) })]),
    ...(few.length === 0 ? [] : [reason('reason.operating.few', { count: few.length, few: filesOf(few) })]),
  ];
}

const codesOf = (indicators: readonly IndicatorEvaluation[]): string =>
  indicators.map(({ code }) => code).join(',');

/** 'code files' of each; a ratio without its parts does not say how many. */
const filesOf = (indicators: readonly IndicatorEvaluation[]): string =>
  indicators.map(({ code, denominator }) => `${code} ${denominator ?? '-'}`).join(',');

/** The sentence of one indicator: its value, what it is made of, its thresholds and the colour they give. */
export function explainIndicator(evaluation: IndicatorEvaluation): Reason {
  const { code, kind, status, empty, value, reporting, thresholds } = evaluation;
  if (value === null) return reason(`reason.indicator.${empty ?? 'notReported'}`, { indicator: code });
  const { direction, greenFrom, yellowFrom } = thresholds;
  const { low: atLeast, high: atMost } = evaluation;
  const values = { indicator: code, status, value, direction, greenFrom, yellowFrom, atLeast, atMost };
  if (kind !== 'count') return explainRatio(evaluation, values);
  const between = betweenOf(evaluation);
  if (between !== null) return reason('reason.indicator.countBetween', { ...values, reporting, ...between });
  return reporting === 1
    ? reason('reason.indicator.count', values)
    : reason('reason.indicator.countMean', { ...values, reporting });
}

function explainRatio(
  evaluation: IndicatorEvaluation,
  values: Readonly<Record<string, string | number>>,
): Reason {
  const { numerator, denominator, isFew, thresholds } = evaluation;
  const { minDenominator: needed } = thresholds;
  if (numerator === null || denominator === null)
    return isFew
      ? reason('reason.indicator.unknownFiles', { ...values, needed })
      : reason('reason.indicator.ratioAlone', values);
  const parts = { ...values, numerator, denominator };
  const between = betweenOf(evaluation);
  if (between !== null) return reason('reason.indicator.between', { ...parts, ...between });
  if (!isFew) return reason('reason.indicator.ratio', parts);
  const [least = 0, most = 0] = padded(numerator, denominator, thresholds).toSorted(
    (one, other) => one - other,
  );
  return reason('reason.indicator.few', { ...parts, needed, least, most });
}

/** Between which values a sum lies. Where nobody is silent, and the colour does not hang on it, there is nothing to say. */
function betweenOf({ status, bounds }: IndicatorEvaluation) {
  if (bounds === undefined) return null;
  const { low: least, high: most } = bounds;
  if (most === null) return { range: 'open', least, most: 0 };
  if (least === most) return status === 'undetermined' ? { range: 'one', least, most } : null;
  return { range: 'yes', least, most };
}
