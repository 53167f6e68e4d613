import type { EndedUnit } from '#main/core/ground/units/ended.ts';
import { createFormatter } from '#shared/text/format.ts';
import { type Problem, type ProblemValues, problem } from '../problem.ts';
import type { FigureTable } from './figure-table.ts';

/**
 * Leaves out figures of units that were no more on the day of their cut, with one problem for each: nobody knows which
 * of the units that followed they are of. `endedAt` names none for a cut that nobody knows.
 */
export function withoutEnded(
  figures: FigureTable,
  endedAt: (units: readonly string[], cut: string) => readonly EndedUnit[],
  sheetName: (index: number) => string | null,
): { readonly figures: FigureTable; readonly problems: readonly Problem[] } {
  const ended = new Map<number, EndedUnit>();
  const units = figures.units.codes;
  for (const [at, cut] of figures.cuts.codes.entries()) {
    for (const unit of endedAt(units, cut)) ended.set(keyOf(at, units.indexOf(unit.code)), unit);
  }
  if (ended.size === 0) return { figures, problems: [] };
  const { cut, unit } = figures.columns();
  const keyAt = (index: number): number => keyOf(cut[index] ?? 0, unit[index] ?? 0);
  const told = new Map<number, Problem>();
  for (let index = 0; index < figures.size; index += 1) {
    const found = ended.get(keyAt(index));
    if (found === undefined || told.has(keyAt(index))) continue;
    const { sheet, row } = figures.get(index);
    told.set(keyAt(index), endedProblem(found, { sheet: sheetName(sheet), row }));
  }
  return { figures: figures.filter((index) => !ended.has(keyAt(index))), problems: [...told.values()] };
}

/** More units than there ever are. */
const WIDTH = 100_000;

function keyOf(cut: number, unit: number): number {
  return cut * WIDTH + unit;
}

function endedProblem(
  ended: EndedUnit,
  place: { readonly sheet: string | null; readonly row: number },
): Problem {
  return problem('error', 'UNIT_ENDED', endedValues(ended), place);
}

/** What is said of a unit that is no more. */
export function endedValues({ code, name, endedOn, into }: EndedUnit): ProblemValues {
  const date = createFormatter('vi').date(endedOn);
  return { unit: name, code, date, into: into === '' ? 'empty' : into };
}
