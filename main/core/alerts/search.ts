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

/** All names and codes of what an alert is about, folded. */
function subjectNames(database: ReadDatabase, cut: CutRecord): (subject: AlertSubject) => string {
  const units = unitNames(database, vietnamDay(cut.asOf));
  const others = namesByCode(database);
  const unitName = (code: string | null) =>
    code === null ? '' : folded(`${code} ${units.of(code).name} ${units.of(code).nameEn}`);
  const otherName = (code: string | null) =>
    code === null ? '' : folded(`${code} ${others.get(code) ?? ''}`);
  return ({ unit, province, task, indicator }) =>
    `${unitName(unit)} ${unitName(province)} ${otherName(task)} ${otherName(indicator)}`;
}

// Folding some thousand names takes longer than everything else, and each letter typed asks for the same ones.
const known = new Map<string, string>();
const KNOWN_AT_MOST = 20_000;

function folded(names: string): string {
  const text = known.get(names) ?? foldText(names);
  if (known.size < KNOWN_AT_MOST) known.set(names, text);
  return text;
}

function namesByCode(database: ReadDatabase): Map<string, string> {
  const sql = `
    SELECT code, name || ' ' || name_en FROM task
    UNION ALL SELECT code, name || ' ' || name_en FROM indicator`;
  return new Map(database.prepare(sql).raw().all() as [string, string][]);
}
