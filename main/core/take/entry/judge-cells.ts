import type { EntryVerdictDto } from '#shared/contract/entry.ts';
import { entryParts, entryText, type FigurePart, isReportPart } from '#shared/domain/entry.ts';
import type { Figure, IndicatorKind } from '#shared/domain/model.ts';
import { suspicions } from '../intake/check/against-past.ts';
import { type FigureCells, NOT_APPLICABLE, readFigure } from '../intake/check/figure.ts';
import { createFigureTable, type FigureTable, type StoredFigure } from '../intake/check/figure-table.ts';
import { outgrownFigures, outgrownValues } from '../intake/check/outgrown.ts';
import type { Report } from '../intake/check/verdict.ts';
import { type Problem, problem } from '../intake/problem.ts';
import type { BroughtReports } from '../intake/reports/diff.ts';
import type { CellPlace } from './draft-store.ts';
import { figureKey, type Grid, itemKey } from './grid.ts';
import { judgeReports } from './judge-reports.ts';

export interface TypedCell extends CellPlace {
  readonly text: string;
}

export interface Judged {
  readonly figures: FigureTable;
  readonly reports: BroughtReports;
  readonly verdicts: readonly EntryVerdictDto[];
  readonly readings: readonly (Figure & { readonly unit: string; readonly indicator: string })[];
  /** Keys of what is taken. */
  readonly taken: ReadonlySet<string>;
}

interface JudgedFigures {
  readonly figures: FigureTable;
  readonly verdicts: readonly EntryVerdictDto[];
  readonly readings: Judged['readings'];
}

/** The typed cells of one figure. */
interface TypedFigure {
  readonly unit: string;
  readonly indicator: string;
  readonly texts: ReadonlyMap<FigurePart, string>;
}

/** Judges typed cells, of figures and of reports, by the checks that files go through. */
export function judgeCells(grid: Grid, cells: readonly TypedCell[]): Judged {
  const { figures, verdicts, readings } = judgeFigures(grid, cells);
  const said = judgeReports(grid, cells);
  const taken = [
    ...readings.map((one) => itemKey({ ...one, part: 'value' })),
    ...said.bodies.map(({ unit, task }) =>
      itemKey({ unit: String(unit), indicator: String(task), part: 'state' }),
    ),
  ];
  return {
    ...{ figures, readings, reports: said.reports },
    verdicts: [...verdicts, ...said.verdicts],
    taken: new Set(taken),
  };
}

/**
 * Each figure by itself, then all of them against the cut before. A part that was not typed is the one in force.
 */
function judgeFigures(grid: Grid, cells: readonly TypedCell[]): JudgedFigures {
  const figures = createFigureTable();
  const verdicts: EntryVerdictDto[] = [];
  const readings: Judged['readings'][number][] = [];
  const row = new Map(grid.rows.map((code, index) => [code, index + 1]));
  const cut = figures.cuts.indexOf(grid.cut.code);
  for (const typed of typedFigures(cells)) {
    const { unit, indicator } = typed;
    const report: Report = (severity, code, values, part) =>
      verdicts.push({ unit, indicator, part, severity, code, values });
    const figure = readTyped(grid, typed, report);
    if (figure === null) continue;
    readings.push({ unit, indicator, ...figure });
    const place = { sheet: 0, row: row.get(unit) ?? 0, note: null };
    figures.add(cut, figures.indicators.indexOf(indicator), figures.units.indexOf(unit), figure, place);
  }
  verdicts.push(...againstPast(grid, figures).map(verdictOf));
  return { figures, verdicts, readings };
}

function typedFigures(cells: readonly TypedCell[]): Iterable<TypedFigure> {
  const found = new Map<string, { unit: string; indicator: string; texts: Map<FigurePart, string> }>();
  for (const { unit, indicator, part, text } of cells) {
    if (isReportPart(part)) continue;
    const key = figureKey(unit, indicator);
    const typed = found.get(key) ?? { unit, indicator, texts: new Map() };
    typed.texts.set(part, text);
    found.set(key, typed);
  }
  return found.values();
}

/** The figure that is taken; null when none is, reported why. */
function readTyped(grid: Grid, typed: TypedFigure, report: Report): Figure | null {
  const { unit, indicator, texts } = typed;
  const kind = grid.columns.find((column) => column.indicator === indicator)?.kind;
  const [first = 'value'] = texts.keys();
  if (kind === undefined || !grid.rows.includes(unit)) return refuse(report, 'ENTRY_OUTSIDE', first);
  if (!grid.isAsked(unit, indicator)) return refuse(report, 'ENTRY_NOT_ASKED', first);
  const cells = cellsOf(kind, (part) => {
    const text = texts.get(part) ?? entryText(grid.figures.get(figureKey(unit, indicator)), kind, part);
    return text.trim() === '' ? null : text;
  });
  if (cells === null) return refuse(report, 'ENTRY_PERCENT_AND_COUNT', 'numerator');
  // A stated rate stands in the cell of its count.
  const say: Report = (severity, code, values, part) =>
    report(severity, code, values, kind === 'ratio' && part === 'value' ? 'numerator' : part);
  const figure = readFigure(cells, { kind, decimal: null, rates: null, askWord: null }, say);
  if (figure === 'wrong') return null;
  if (figure === null) {
    report('warning', 'ENTRY_NOTHING', {}, first);
    return null;
  }
  return figure === NOT_APPLICABLE ? refuse(report, 'ENTRY_NOT_APPLICABLE', first) : figure;
}

function refuse(report: Report, code: Problem['code'], part: FigurePart): null {
  report('error', code, {}, part);
  return null;
}

/** null: a rate beside a count, of which one would have to be dropped. */
function cellsOf(kind: IndicatorKind, textOf: (part: FigurePart) => string | null): FigureCells | null {
  const cells = {
    value: null as string | null,
    numerator: null as string | null,
    denominator: null as string | null,
  };
  for (const part of entryParts(kind)) cells[part] = textOf(part);
  if (kind !== 'ratio' || cells.numerator?.trim().endsWith('%') !== true) return cells;
  return cells.denominator === null ? { value: cells.numerator, numerator: null, denominator: null } : null;
}

function againstPast(grid: Grid, figures: FigureTable): Problem[] {
  const kindOf = (code: string) => grid.columns.find(({ indicator }) => indicator === code)?.kind ?? 'count';
  const past = (_: string, indicator: string): ReadonlyMap<string, Figure> =>
    new Map(
      grid.rows.flatMap((unit) => {
        const figure = grid.past.get(figureKey(unit, indicator));
        return figure === undefined ? [] : [[unit, figure] as const];
      }),
    );
  return [...suspicions(figures, kindOf, past, () => null).problems, ...outgrown(grid, figures, kindOf)];
}

function outgrown(grid: Grid, figures: FigureTable, kindOf: (indicator: string) => IndicatorKind): Problem[] {
  const isInForce = ({ unit, indicator, denominator }: StoredFigure) =>
    grid.figures.get(figureKey(unit, indicator))?.denominator === denominator;
  return outgrownFigures(figures, kindOf, grid.sizesOf)
    .filter(({ figure }) => !isInForce(figure))
    .map((one) => problem('warning', 'DENOMINATOR_OUTGROWN', outgrownValues(one)));
}

function verdictOf({ severity, code, values }: Problem): EntryVerdictDto {
  const { unit = '', indicator = '' } = values;
  return { unit: String(unit), indicator: String(indicator), part: null, severity, code, values };
}
