import type { Names } from '#renderer/ground/names.tsx';
import type { Text } from '#renderer/ground/text.tsx';
import type { Answers } from '#shared/contract/contract.ts';
import type { IndicatorDto } from '#shared/contract/plan.ts';

/** What the contract answers about one indicator. */
export type IndicatorPage = Answers['indicators']['get'];

/** A value of an indicator in the screen's language: percent for ratios and criteria, a number for counts. */
export function writeValue(
  indicator: Pick<IndicatorDto, 'kind'>,
  value: number | null,
  { format }: Pick<Text, 'format'>,
  thresholds: readonly number[] = [],
): string {
  return indicator.kind === 'count' ? format.number(value) : format.percent(value, thresholds);
}

/** Of which cut the figures are, or why there are none. */
export function monthNote(
  { figuresCut, tooOld, waitingMonth }: Pick<IndicatorPage, 'figuresCut' | 'tooOld' | 'waitingMonth'>,
  { t }: Pick<Text, 't'>,
  names: Pick<Names, 'cut'>,
): string {
  if (figuresCut !== null) return t('indicators.figures', { cut: names.cut(figuresCut) });
  // Some month has ended: what has come of it is said beside.
  if (tooOld === null && waitingMonth !== null) return t('indicators.noneEnough');
  return tooOld === null ? t('indicators.noFigures') : t('indicators.tooOld', { cut: names.cut(tooOld) });
}

/** The indicator a screen begins with where nobody names one: what people ask about first, else the first output. */
export function firstIndicator(indicators: readonly IndicatorDto[]): string | undefined {
  const found =
    indicators.find(({ role }) => role === 'onlineSubmission') ??
    indicators.find(({ kind }) => kind !== 'criterion') ??
    indicators[0];
  return found?.code;
}
