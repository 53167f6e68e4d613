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
  { figuresCut, tooOld }: IndicatorPage,
  { t }: Pick<Text, 't'>,
  names: Pick<Names, 'cut'>,
): string {
  if (figuresCut !== null) return t('indicators.figures', { cut: names.cut(figuresCut) });
  return tooOld === null ? t('indicators.noFigures') : t('indicators.tooOld', { cut: names.cut(tooOld) });
}

/** The indicator the screen begins with where the address names none. */
export const FIRST_INDICATOR = 'applications_online';
