import type { CutRecord } from '#main/core/cuts/store.ts';
import { unitNames } from '#main/core/units/names.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { foldText } from '#shared/text/fold.ts';
import type { AlertMark } from './store.ts';

/**
 * A test for alerts in whose names every word of the text occurs: unit, its province, task, indicator, their
 * codes, in both languages; accents and case do not matter.
 */
export function alertSearch(
  database: ReadDatabase,
  cut: CutRecord,
  text: string,
): (alert: AlertMark) => boolean {
  const words = foldText(text).split(' ').filter(Boolean);
  const units = unitNames(database, vietnamDay(cut.asOf));
  const others = namesByCode(database);
  const folded = new Map<string, string>();
  const namesOf = (code: string | null, find: (code: string) => string): string => {
    if (code === null) return '';
    const known = folded.get(code) ?? foldText(`${code} ${find(code)}`);
    folded.set(code, known);
    return known;
  };
  const unitName = (code: string) => `${units.of(code).name} ${units.of(code).nameEn}`;
  const otherName = (code: string) => others.get(code) ?? '';
  return ({ unit, task, indicator }) => {
    const names = [namesOf(unit.code, unitName), namesOf(unit.province, unitName)];
    names.push(namesOf(task, otherName), namesOf(indicator, otherName));
    const all = names.join(' ');
    return words.every((word) => all.includes(word));
  };
}

function namesByCode(database: ReadDatabase): Map<string, string> {
  const sql = `
    SELECT code, name || ' ' || name_en FROM task
    UNION ALL SELECT code, name || ' ' || name_en FROM indicator`;
  return new Map(database.prepare(sql).raw().all() as [string, string][]);
}
