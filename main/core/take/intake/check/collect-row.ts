import { isAsked } from '#main/core/figures/not-asked.ts';
import { columnName } from '#main/core/files/workbook/place.ts';
import type { Figure, IndicatorKind } from '#shared/domain/model.ts';
import type { NotAsked } from '#shared/domain/rule-set.ts';
import { type Problem, type ProblemCode, problem } from '../problem.ts';
import type { Cell, Row } from '../read/table.ts';
import { textOf } from '../recognise/layout.ts';
import type { FigureColumnsPlan, RowPlan } from '../recognise/plan.ts';
import { NOT_APPLICABLE, readFigure } from './figure.ts';
import type { FigureTable } from './figure-table.ts';
import type { Lookups } from './lookup-parts.ts';
import type { DecimalSign } from './number.ts';
import { createTotalTest } from './total-row.ts';
import type { FigurePart, Report } from './verdict.ts';

/** One sheet being read. */
export interface SheetReading {
  readonly sheet: string;
  readonly sheetIndex: number;
  readonly plan: RowPlan;
  readonly lookups: Lookups;
  readonly figures: FigureTable;
  readonly decimal: DecimalSign;
  readonly notAsked: NotAsked;
  readonly report: (problem: Problem) => void;
}

export type RowOutcome = 'accepted' | 'rejected' | 'skipped';

/** Takes the figures of a row into the table; a row without any figure, or of totals, is skipped. */
export function createRowCollector(reading: SheetReading): (row: Row) => RowOutcome {
  const { plan, lookups } = reading;
  const groups = plan.figures.map((columns) => createFigureCollector(columns, reading));
  const unitColumn = Math.max(plan.unitCode, plan.unitName);
  const isTotal = createTotalTest(plan, lookups.isUnitName);
  return (row) => {
    let unit: number | null | undefined;
    let isWrong = false;
    for (const group of groups) {
      if (!hasFigure(row.cells, group.columns)) continue;
      if (unit === undefined) {
        const code = row.cells[plan.unitCode] ?? null;
        const name = row.cells[plan.unitName] ?? null;
        if (isTotal(row.cells)) return 'skipped';
        unit = lookups.unit(code, name, row.cells[plan.province] ?? null, row.row, unitColumn);
      }
      if (unit === null) return 'rejected';
      if (!group.collect(row, unit)) isWrong = true;
    }
    if (unit === undefined) return 'skipped';
    return isWrong ? 'rejected' : 'accepted';
  };
}

function hasFigure(cells: readonly Cell[], columns: FigureColumnsPlan): boolean {
  return (
    !isEmpty(cells[columns.value]) ||
    !isEmpty(cells[columns.numerator]) ||
    !isEmpty(cells[columns.denominator])
  );
}

function isEmpty(cell: Cell | undefined): boolean {
  return (
    cell === undefined || cell === null || (typeof cell === 'string' && (cell === '' || cell.trim() === ''))
  );
}

interface FigureCollector {
  readonly columns: FigureColumnsPlan;
  /** False when the figure could not be taken. */
  readonly collect: (row: Row, unit: number) => boolean;
}

// What does not change from row to row is made once: two million rows must not leave millions of objects behind.
function createFigureCollector(columns: FigureColumnsPlan, reading: SheetReading): FigureCollector {
  const { plan, lookups, figures, sheetIndex } = reading;
  let current: Row = { row: 0, cells: [] };
  const cells = { value: null as Cell, numerator: null as Cell, denominator: null as Cell };
  const place = { sheet: sheetIndex, row: 0, note: null as string | null };
  const expected = { kind: 'ratio' as IndicatorKind, decimal: reading.decimal, isPercent: columns.isPercent };
  const placeOf = (part: FigurePart) => {
    const column = columns[part];
    return { sheet: reading.sheet, row: current.row, column: column < 0 ? null : columnName(column) };
  };
  const report: Report = (severity, code, values, part) =>
    reading.report(problem(severity, code, values, placeOf(part)));
  return {
    columns,
    collect: (row, unit) => {
      current = row;
      const named = columns.indicator ?? row.cells[plan.indicator] ?? null;
      const indicator = lookups.indicator(named, row.row, plan.indicator);
      if (indicator === null) return false;
      const cut = lookups.cut(row.cells[plan.cut] ?? null, indicator.kind, row.row, plan.cut);
      if (cut === null) return false;
      cells.value = row.cells[columns.value] ?? null;
      cells.numerator = row.cells[columns.numerator] ?? null;
      cells.denominator = row.cells[columns.denominator] ?? null;
      expected.kind = indicator.kind;
      const figure = readFigure(cells, expected, report);
      if (figure === 'wrong') return false;
      if (figure === null) return true;
      if (figure === NOT_APPLICABLE) noteSelfExempt(reading, unit, indicator.index, report);
      const note = row.cells[columns.note] ?? null;
      place.row = row.row;
      place.note = note === null ? null : textOf(note) || null;
      const taken = figures.add(cut, indicator.index, unit, figure, place);
      return taken === null || isTwiceTheSame(figures, taken, figure, report);
    },
  };
}

/** What applies is the plan's word: a sender's 'not applicable' is taken as what it is, and noted. */
function noteSelfExempt(reading: SheetReading, unit: number, indicator: number, report: Report): void {
  const { figures, notAsked } = reading;
  const about = {
    unit: figures.units.codes[unit] ?? '',
    indicator: figures.indicators.codes[indicator] ?? '',
  };
  if (isAsked(notAsked, about.unit, about.indicator))
    report('warning', 'NOT_APPLICABLE_ASKED', about, 'value');
}

/** Reports a figure that came before; false when that one says something else, so that this one is not taken. */
function isTwiceTheSame(figures: FigureTable, taken: number, figure: Figure, report: Report): boolean {
  const first = figures.get(taken);
  const isSame =
    first.value === figure.value &&
    first.numerator === figure.numerator &&
    first.denominator === figure.denominator;
  const code: ProblemCode = isSame ? 'ROW_TWICE_SAME' : 'ROW_TWICE_DIFFERENT';
  const values = { unit: first.unit, indicator: first.indicator, first: first.row };
  report(isSame ? 'warning' : 'error', code, values, 'value');
  return isSame;
}
