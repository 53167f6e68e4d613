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

/** The indicator the screen begins with where the address names none. */
export const FIRST_INDICATOR = 'applications_online';
