import { parseCutCode } from '#shared/domain/cuts.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { type Problem, problem } from '../problem.ts';
import { isThere, type Register } from '../resolve/register.ts';
import type { FigureTable } from './figure-table.ts';
import { describeUnit } from './lookups.ts';

const NAMES_SHOWN = 10;

/** For each cut of a province's file: the communes it says nothing of. */
export function missingCommunes(
  figures: FigureTable,
  province: string,
  register: Register,
): { readonly cut: string; readonly missing: readonly string[] }[] {
  const communes = register.communesOf.get(province) ?? [];
  const { cut, unit } = figures.columns();
  return figures.cuts.codes.map((code, cutIndex) => {
    const asOf = parseCutCode(code)?.asOf;
    const there = asOf === undefined ? communes : communes.filter((unit) => isThere(unit, vietnamDay(asOf)));
    const seen = new Set<string>();
    for (let index = 0; index < figures.size; index += 1) {
      if (cut[index] === cutIndex) seen.add(figures.units.codes[unit[index] ?? 0] ?? '');
    }
    return {
      cut: code,
      missing: there.filter((commune) => !seen.has(commune.code)).map((commune) => commune.code),
    };
  });
}

/** One warning a cut with the number of communes missing and the first of their names. */
export function completenessProblems(
  figures: FigureTable,
  province: string | null,
  register: Register,
  day: string,
): Problem[] {
  if (province === null || figures.size === 0) return [];
  return missingCommunes(figures, province, register).flatMap(({ cut, missing }) => {
    if (missing.length === 0) return [];
    const names = missing.slice(0, NAMES_SHOWN).flatMap((code) => {
      const unit = register.byCode.get(code);
      return unit === undefined ? [] : [describeUnit({ ...unit, province: null }, { register, day })];
    });
    const values = { cut, count: missing.length, names: names.join(', ') };
    return [problem('warning', 'COMMUNES_MISSING', values)];
  });
}
