import type { CutRecord } from '#main/core/ground/cuts/store.ts';
import { listSubjects } from '#main/core/judge/alerts/matching-store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { foldText } from '#shared/text/fold.ts';

/**
 * Row ids of the alerts of a cut in whose names every word of the text occurs: unit, its province, task, indicator,
 * their codes, in both languages; accents and case do not matter.
 */
export function searchAlerts(database: ReadDatabase, cut: CutRecord, text: string): number[] {
  const words = foldText(text).split(' ').filter(Boolean);
  const { units, tasks, indicators } = foldedNames(database, vietnamDay(cut.asOf));
  return listSubjects(database, cut.id)
    .filter(({ unit, province, task, indicator }) => {
      const names = [units.get(unit), units.get(province), tasks.get(task), indicators.get(indicator)];
      return words.every((word) => names.some((name) => name?.includes(word)));
    })
    .map(({ rowId }) => rowId);
}

type FoldedNames = ReadonlyMap<number | null, string>;

/** Codes and names in both languages by row id. */
function foldedNames(
  database: ReadDatabase,
  day: string,
): Record<'units' | 'tasks' | 'indicators', FoldedNames> {
  const read = (sql: string, values: object): FoldedNames => {
    const rows = database.prepare(sql).raw().all(values) as [number, string][];
    return new Map(rows.map(([id, names]) => [id, folded(names)]));
  };
  const units = `
    SELECT unit.id, unit.code || ifnull(' ' || name.name || ' ' || name.name_en, '') FROM unit
    LEFT JOIN unit_name AS name ON name.unit_id = unit.id AND name.role = 'official'
      AND name.valid_from <= :day AND (name.valid_to IS NULL OR name.valid_to > :day)`;
  const others = (table: 'task' | 'indicator') =>
    `SELECT id, code || ' ' || name || ' ' || name_en FROM ${table}`;
  return {
    units: read(units, { day }),
    tasks: read(others('task'), {}),
    indicators: read(others('indicator'), {}),
  };
}

// Folding some thousand names takes longer than everything else, and each letter typed asks for the same ones.
const known = new Map<string, string>();
const KNOWN_AT_MOST = 20_000;

function folded(names: string): string {
  const text = known.get(names) ?? foldText(names);
  if (known.size < KNOWN_AT_MOST) known.set(names, text);
  return text;
}
