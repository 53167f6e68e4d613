import type { CutRecord } from '#main/core/cuts/store.ts';
import { unitNames } from '#main/core/units/names.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { foldText } from '#shared/text/fold.ts';
import { type AlertSubject, listSubjects } from './matching-store.ts';

/**
 * Row ids of the alerts of a cut in whose names every word of the text occurs: unit, its province, task, indicator,
 * their codes, in both languages; accents and case do not matter.
 */
export function searchAlerts(database: ReadDatabase, cut: CutRecord, text: string): number[] {
  const words = foldText(text).split(' ').filter(Boolean);
  const namesOf = subjectNames(database, cut);
  const isFound = (names: string) => words.every((word) => names.includes(word));
  return listSubjects(database, cut.id)
    .filter((subject) => isFound(namesOf(subject)))
    .map(({ rowId }) => rowId);
}

/** All names and codes of what an alert is about, folded; each is folded once. */
function subjectNames(database: ReadDatabase, cut: CutRecord): (subject: AlertSubject) => string {
  const units = unitNames(database, vietnamDay(cut.asOf));
  const others = namesByCode(database);
  const folded = new Map<string, string>();
  const fold = (code: string | null, find: (code: string) => string): string => {
    if (code === null) return '';
    const known = folded.get(code) ?? foldText(`${code} ${find(code)}`);
    folded.set(code, known);
    return known;
  };
  const unitName = (code: string) => `${units.of(code).name} ${units.of(code).nameEn}`;
  const otherName = (code: string) => others.get(code) ?? '';
  return ({ unit, province, task, indicator }) =>
    [fold(unit, unitName), fold(province, unitName), fold(task, otherName), fold(indicator, otherName)].join(
      ' ',
    );
}

function namesByCode(database: ReadDatabase): Map<string, string> {
  const sql = `
    SELECT code, name || ' ' || name_en FROM task
    UNION ALL SELECT code, name || ' ' || name_en FROM indicator`;
  return new Map(database.prepare(sql).raw().all() as [string, string][]);
}
