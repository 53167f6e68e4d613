import { type Day, dayNumber } from './periods.ts';

/** Why a report in words, or a part of it, is not taken (`error`) or to be looked at. `code` has its sentence in the intake. */
export interface ReportFault<Field extends string> {
  readonly severity: 'error' | 'warning';
  readonly code: string;
  readonly field: Field;
  readonly values: Readonly<Record<string, string | number>>;
}

export interface ReportDays {
  /** The day of the cut it is for, in Vietnam. */
  readonly cutDay: Day;
  readonly today: Day;
  /** The first day of the plan. */
  readonly planStart: Day;
}

/** Longest text of a note, a difficulty or a title. */
const REPORT_TEXT_MOST = 2000;

/** What is wrong with a day of a report: no day at all, after the cut or today, before the plan. */
export function dayFault<Field extends string>(
  field: Field,
  day: string,
  { cutDay, today, planStart }: ReportDays,
): ReportFault<Field>[] {
  const fault = (code: string, values: ReportFault<Field>['values']): ReportFault<Field>[] => [
    { severity: 'error', code, field, values },
  ];
  if (dayNumber(day) === null) return fault('DATE_INVALID', { text: day.slice(0, 40) });
  const last = cutDay < today ? cutDay : today;
  if (day > last) return fault('DATE_IN_FUTURE', { day, last });
  return day < planStart ? fault('DATE_BEFORE_PLAN', { day, first: planStart }) : [];
}

export function textFault<Field extends string>(field: Field, text: string | null): ReportFault<Field>[] {
  if (text === null || text.length <= REPORT_TEXT_MOST) return [];
  const values = { found: text.length, allowed: REPORT_TEXT_MOST };
  return [{ severity: 'error', code: 'TEXT_TOO_LONG', field, values }];
}

/** A text that must not be empty. */
export function neededText<Field extends string>(field: Field, text: string | null): ReportFault<Field>[] {
  if (text !== null && text.trim() !== '') return textFault(field, text);
  return [{ severity: 'error', code: 'TEXT_MISSING', field, values: { field } }];
}
