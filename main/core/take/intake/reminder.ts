import { listTaskReportsOwed } from '#main/core/ground/calendar/owed-store.ts';
import type { CutRecord } from '#main/core/ground/cuts/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { cleanText } from '#shared/text/clean-text.ts';
import { createFormatter, type Locale } from '#shared/text/format.ts';
import { createTranslator } from '#shared/text/translator.ts';
import { describeUnit } from './check/lookups.ts';
import { knownRegister } from './known-register.ts';
import { listMissingCommunes, listSubmissions } from './submissions-store.ts';

const NAMES_SHOWN = 30;

/** A polite text that says what is missing; null when nothing is. `now`: UTC ISO. Throws UNIT_UNKNOWN. */
export function writeReminder(
  database: ReadDatabase,
  cut: CutRecord,
  province: string,
  { now, language }: { readonly now: string; readonly language: Locale },
) {
  const register = knownRegister(database);
  const unit = register.byCode.get(province);
  if (unit?.level !== 'province') throw new UserError('UNIT_UNKNOWN', { code: province });
  const row = listSubmissions(database, cut).find(({ code }) => code === province);
  const missing = listMissingCommunes(database, cut, province);
  const owed = listTaskReportsOwed(database, cut).get(province);
  const tasks = owed === undefined ? 0 : owed.owed - owed.reported;
  if (row === undefined || missing.length + tasks === 0) return { text: null, missing, tasks };
  const day = vietnamDay(cut.asOf);
  const { t } = createTranslator(language);
  const format = createFormatter(language);
  const names = missing.slice(0, NAMES_SHOWN).flatMap((code) => {
    const commune = register.byCode.get(code);
    return commune === undefined
      ? []
      : [describeUnit({ ...commune, province: null }, { register, day, language })];
  });
  const values = {
    province: describeUnit(unit, { register, day, language }),
    cut: cutLabel(cut, language),
    due: format.dateTime(cut.dueAt),
    now: format.dateTime(now),
    expected: row.expected,
    missing: missing.length,
    tasks,
    names: names.join(', ') + (missing.length > NAMES_SHOWN ? '…' : ''),
  };
  const key = row.received === 0 ? 'intake.reminder.nothing' : 'intake.reminder.partial';
  const ofTasks = missing.length === 0 ? 'intake.reminder.tasks.only' : 'intake.reminder.tasks';
  const text = [
    ...(missing.length === 0 ? [] : [t(key, values)]),
    ...(tasks === 0 ? [] : [t(ofTasks, values)]),
  ].join(' ');
  return { text: cleanText(text), missing, tasks };
}

/** What a cut is called by: one that is only planned has no name of its own. */
type NamedCut = Pick<CutRecord, 'kind' | 'start' | 'asOf'> & { readonly label?: string | null };

/** The cut as its sender reads it: dd/MM/yyyy, or MM/yyyy for a month, with the name that people gave it. */
export function cutLabel(cut: NamedCut, language: Locale = 'vi'): string {
  const date = cutDate(cut, createFormatter(language));
  return cut.label == null ? date : `${date} (${cut.label})`;
}

function cutDate({ kind, start, asOf }: NamedCut, format: ReturnType<typeof createFormatter>): string {
  if (kind === 'month') return format.month(start);
  return kind === 'moment' ? format.dateTime(asOf) : format.date(asOf);
}
