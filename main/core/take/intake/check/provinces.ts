import { type Problem, problem } from '../problem.ts';
import type { Register } from '../resolve/register.ts';
import type { FigureTable } from './figure-table.ts';

/** A file of more provinces is one of the whole country. */
const FEW = 5;

/**
 * A file that names no province and has communes of a few: where the first of the one with the fewest stands, since
 * mostly it is a commune of another province with the same name, or a code mistyped.
 */
export function provinceProblems(
  figures: FigureTable,
  province: string | null,
  register: Register,
  sheetName: (sheet: number) => string | null,
): Problem[] {
  if (province !== null) return [];
  const units = Map.groupBy(figures.units.codes, (code) => register.byCode.get(code)?.province ?? null);
  units.delete(null);
  if (units.size < 2 || units.size > FEW) return [];
  const [fewest] = [...units].toSorted(([, left], [, right]) => left.length - right.length);
  const [unit = ''] = fewest?.[1] ?? [];
  const wanted = figures.units.codes.indexOf(unit);
  const at = figures.columns().unit.indexOf(wanted);
  const { sheet, row } = figures.get(at);
  const nameOf = (code: string) => register.byCode.get(code)?.names[0]?.name ?? code;
  const names = [...units].map(([code, { length }]) => `${nameOf(code ?? '')} (${length})`).join(', ');
  return [
    problem(
      'warning',
      'PROVINCES_SEVERAL',
      { count: units.size, names, unit },
      { sheet: sheetName(sheet), row },
    ),
  ];
}
