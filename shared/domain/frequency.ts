import { addDays, type CutPeriod, lastDayOfMonth, vietnamDay } from './periods.ts';

/** How often the plan asks for an indicator: at each cut of its sort, or once in a period, when that ends. */
export const FREQUENCIES = ['eachCut', 'monthly', 'quarterly', 'halfYearly', 'yearly'] as const;
export type Frequency = (typeof FREQUENCIES)[number];

/** Those that are asked at each cut are not named. */
export type Frequencies = Readonly<Record<string, Frequency>>;

const MONTHS: Readonly<Record<Exclude<Frequency, 'eachCut'>, number>> = {
  monthly: 1,
  quarterly: 3,
  halfYearly: 6,
  yearly: 12,
};

/**
 * Whether it is the turn of such an indicator: the last day of its period lies in the week or month, which is so of one week
 * a month. A day or moment that somebody asks for by itself asks for everything.
 */
export function isTurn(frequency: Frequency, { kind, start, asOf }: CutPeriod): boolean {
  if (frequency === 'eachCut' || kind === 'day' || kind === 'moment') return true;
  const last = vietnamDay(asOf);
  const ofItsMonth = lastDayOfMonth(last.slice(0, 7));
  const ended = ofItsMonth === last ? last : addDays(`${last.slice(0, 7)}-01`, -1);
  return ended >= start && Number(ended.slice(5, 7)) % MONTHS[frequency] === 0;
}

/** The frequencies of indicators that are not asked at each cut. */
export function frequenciesOf(
  indicators: Iterable<{ readonly code: string; readonly frequency?: Frequency }>,
): Frequencies {
  const said: Record<string, Frequency> = {};
  for (const { code, frequency = 'eachCut' } of indicators)
    if (frequency !== 'eachCut') said[code] = frequency;
  return said;
}
