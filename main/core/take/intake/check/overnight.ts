import type { IndicatorKind } from '#shared/domain/model.ts';
import { type Problem, problem } from '../problem.ts';
import type { PastFigures } from './against-past.ts';
import type { FigureTable } from './figure-table.ts';

/** Fewer units than this may well have done it together. */
const UNITS_AT_LEAST = 10;
/** A rate from here on was on its way. */
const RATE_NOT_LOW = 0.6;
const ALL = 0.9995;
/** As many of a province's units as may have been there before. */
const THERE_BEFORE = 0.2;

/**
 * One warning for each province and indicator of which every unit in the file has reached everything (a criterion met,
 * a rate of 100%) though hardly one had at the cut before: a work of years was done overnight, or a column was filled.
 */
export function overnightProblems(
  figures: FigureTable,
  kindOf: (indicator: string) => IndicatorKind,
  provinceOf: (unit: string) => string | null,
  past: PastFigures,
): Problem[] {
  return wholeGroups(figures, kindOf, provinceOf).flatMap(({ cut, indicator, province, units }) => {
    const isRate = kindOf(indicator) === 'ratio';
    const before = past(cut, indicator);
    const values = units.flatMap((unit) => before.get(unit)?.value ?? []);
    const there = values.filter((value) => value >= (isRate ? RATE_NOT_LOW : 1)).length;
    if (values.length < UNITS_AT_LEAST || there > values.length * THERE_BEFORE) return [];
    return [problem('warning', 'OVERNIGHT', { cut, indicator, unit: province, count: values.length, there })];
  });
}

/** Units of a province of which the file says the most there can be, all of them: only those are asked for in the past. */
function wholeGroups(
  figures: FigureTable,
  kindOf: (indicator: string) => IndicatorKind,
  provinceOf: (unit: string) => string | null,
) {
  const { cut, unit, indicator, value } = figures.columns();
  const provinces = figures.units.codes.map(provinceOf);
  const names = [...new Set(provinces)];
  const places = provinces.map((province) => names.indexOf(province));
  const isCount = figures.indicators.codes.map((code) => kindOf(code) === 'count');
  const groupOf = (at: number): number =>
    ((cut[at] ?? 0) * isCount.length + (indicator[at] ?? 0)) * names.length + (places[unit[at] ?? 0] ?? 0);
  const sizes = new Float64Array(figures.cuts.codes.length * isCount.length * names.length);
  for (let at = 0; at < figures.size; at += 1) {
    const group = groupOf(at);
    // Once below, a group stays so.
    sizes[group] = (value[at] ?? 0) >= ALL ? (sizes[group] ?? 0) + 1 : Number.NEGATIVE_INFINITY;
  }
  const found = new Map<number, { cut: string; indicator: string; province: string; units: string[] }>();
  if (sizes.every((size) => size < UNITS_AT_LEAST)) return [];
  for (let at = 0; at < figures.size; at += 1) {
    const group = groupOf(at);
    const province = provinces[unit[at] ?? 0];
    if (province == null || isCount[indicator[at] ?? 0] === true || (sizes[group] ?? 0) < UNITS_AT_LEAST)
      continue;
    const known = found.get(group) ?? {
      cut: figures.cuts.codes[cut[at] ?? 0] ?? '',
      indicator: figures.indicators.codes[indicator[at] ?? 0] ?? '',
      province,
      units: [],
    };
    known.units.push(figures.units.codes[unit[at] ?? 0] ?? '');
    found.set(group, known);
  }
  return [...found.values()];
}
