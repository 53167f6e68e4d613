import type { KnownCuts } from '#main/core/ground/calendar/planned.ts';
import { nearestCuts } from '#shared/domain/calendar.ts';
import { mondayOfNumbered } from '#shared/domain/cut-writing.ts';
import { latestOf, parseCutCode } from '#shared/domain/cuts.ts';
import type { IndicatorKind } from '#shared/domain/model.ts';
import { addDays, type CutPeriod, dayNumber, vietnamDay } from '#shared/domain/periods.ts';
import type { CutAnswer } from './check/options.ts';

/**
 * The cut a file means, opened or planned. A code names it. A day means the status cut that contains it for criteria
 * and its month for outputs; a month means the month. What the calendar does not know is answered by the nearest.
 */
export function cutOfText(known: KnownCuts, text: string, kind: IndicatorKind): CutAnswer {
  const code = text.trim();
  const all: readonly CutPeriod[] = [...known.opened, ...known.planned];
  const found =
    all.find((cut) => cut.code === code) ??
    cutOfDate(known.opened, code, kind) ??
    cutOfDate(known.planned, code, kind);
  if (found !== null)
    return {
      outcome: known.opened.some((cut) => cut.code === found.code) ? 'known' : 'planned',
      code: found.code,
    };
  const meant = monthsMeant(all, code);
  if (meant.length > 0) return { outcome: 'unknown', candidates: meant };
  // 'Tuần 49/2026': which week that is depends on who counts.
  const monday = mondayOfNumbered(code, '');
  if (monday !== null)
    return { outcome: 'unknown', candidates: nearestCuts(all, addDays(monday, 6)).map((cut) => cut.code) };
  const isCut = parseCutCode(code) !== null || isMonth(code) || dayNumber(code) !== null;
  const month = kind === 'criterion' || parseCutCode(code) !== null ? code : code.slice(0, 7);
  return { outcome: 'unknown', candidates: isCut ? nearestCuts(all, month).map((cut) => cut.code) : [] };
}

const isMonth = (text: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(text);

const QUARTERS = ['i', 'ii', 'iii', 'iv'];

/** 'Tháng 12' without its year, 'Quý IV/2025': the months of the calendar that may be meant, the newest first. */
function monthsMeant(all: readonly CutPeriod[], text: string): string[] {
  const month = /^(?:tháng|t)\s*(\d{1,2})$/i.exec(text)?.[1];
  const [, number = '', year] = /^quý\s*(i{1,3}|iv|[1-4])\s*[/.-]\s*(\d{4})$/i.exec(text) ?? [];
  const quarter = QUARTERS.indexOf(number.toLowerCase()) + 1 || Number(number);
  const isMeant = ({ kind, start }: CutPeriod): boolean =>
    kind === 'month' &&
    (month === undefined
      ? start.startsWith(`${year}-`) && Math.ceil(Number(start.slice(5, 7)) / 3) === quarter
      : Number(start.slice(5, 7)) === Number(month));
  return all
    .filter(isMeant)
    .map(({ code }) => code)
    .toSorted()
    .toReversed();
}

function cutOfDate(all: readonly CutPeriod[], text: string, kind: IndicatorKind): CutPeriod | null {
  if (dayNumber(text) === null && !isMonth(text)) return null;
  if (kind !== 'criterion' || isMonth(text))
    return all.find((cut) => cut.code === `month-${text.slice(0, 7)}`) ?? null;
  const containing = all.filter((cut) => contains(cut, text));
  // Where the weekday of the weeks changes two of them share days: such a day is the earlier one's.
  const week = containing
    .filter((cut) => cut.kind === 'week')
    .toSorted((a, b) => (a.asOf < b.asOf ? -1 : 1))[0];
  return latestOf(containing.filter((cut) => cut.kind !== 'week' || cut === week));
}

function contains(cut: CutPeriod, day: string): boolean {
  return cut.kind !== 'month' && cut.start <= day && day <= vietnamDay(cut.asOf);
}
