import { type KnownCuts, knownCuts } from '#main/core/ground/calendar/planned.ts';
import { cutUnknown } from '#main/core/ground/cuts/unknown.ts';
import { cutOfText } from '#main/core/take/intake/cut-of-text.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { cutOfWriting } from '#shared/domain/cut-writing.ts';
import { parseCutCode, weekCut } from '#shared/domain/cuts.ts';
import {
  addDays,
  type CutPeriod,
  type Day,
  dayNumber,
  daysBetween,
  vietnamDay,
} from '#shared/domain/periods.ts';

/**
 * The code of the cut that somebody names who changes the calendar, opened or planned: by its code, a day in it or its
 * month, as offices write them. CUT_UNKNOWN with the nearest.
 */
export function namedCut(database: ReadDatabase, words: string, now: string): string {
  const known = knownCuts(database, now);
  const answer = cutOfText(known, cutOfWriting(words), 'criterion');
  if (answer.outcome === 'unknown') throw cutUnknown([...known.opened, ...known.planned], words);
  return answer.code;
}

/** The same of one that is to be added, which the calendar need not know: a day that lies in none means its week. */
export function addedCode(database: ReadDatabase, words: string, now: string): string {
  const known = knownCuts(database, now);
  const text = cutOfWriting(words.trim());
  if (parseCutCode(text) !== null) return text;
  const answer = cutOfText(known, text, 'criterion');
  if (answer.outcome !== 'unknown') return answer.code;
  if (dayNumber(text) !== null) return weekWith(known, text);
  const month = `month-${text}`;
  if (parseCutCode(month) !== null) return month;
  throw cutUnknown([...known.opened, ...known.planned], words);
}

/** The week that holds the day where weeks end as the newest that is known, else on Monday 16:00. */
function weekWith({ opened, planned }: KnownCuts, day: Day): string {
  const weeks: readonly CutPeriod[] = [...opened, ...planned].filter(({ kind }) => kind === 'week');
  const [newest] = weeks.toSorted((left, right) => (left.asOf < right.asOf ? 1 : -1));
  if (newest === undefined) return weekCut(day).code;
  const last = vietnamDay(newest.asOf);
  const end = addDays(day, ((daysBetween(day, last) % 7) + 7) % 7);
  return newest.code.replace(last, end);
}
