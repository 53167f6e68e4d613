import { isAsked } from '#main/core/figures/not-asked.ts';
import { columnName } from '#main/core/files/workbook/place.ts';
import type { RowKind } from '#shared/contract/choices.ts';
import type { Figure, IndicatorKind } from '#shared/domain/model.ts';
import type { NotAsked } from '#shared/domain/rule-set.ts';
import { type Problem, type ProblemCode, problem } from '../problem.ts';
import type { Cell, Row } from '../read/table.ts';
import type { FigureColumnsPlan, RowPlan } from '../recognise/plan.ts';
import { textOf } from '../recognise/text-of.ts';
import { NOT_APPLICABLE, type RateReading, readFigure } from './figure.ts';
import type { FigureTable } from './figure-table.ts';
import { createLeftOutTest, hasCode, type LeftOut, type LeftOutList, type LeftOutTest } from './left-out.ts';
import type { Lookups } from './lookup-parts.ts';
import type { DecimalSign } from './number.ts';
import type { RowMarks } from './row-marks.ts';
import type { Scales } from './scale.ts';
import type { StatedRates } from './stated-rates.ts';
import type { Totals } from './totals.ts';
import type { FigurePart, Report } from './verdict.ts';
import { askedWord, type WordAsking, wordQuestionId } from './words.ts';

/** One sheet being read. */
export interface SheetReading {
  readonly sheet: string;
  readonly sheetIndex: number;
  readonly plan: RowPlan;
  readonly lookups: Lookups;
  readonly figures: FigureTable;
  readonly decimal: DecimalSign;
  readonly notAsked: NotAsked;
  readonly scales: Scales;
  readonly words: WordAsking;
  readonly isHeader: (cells: readonly Cell[]) => boolean;
  /** Whether a row that is of no unit names the columns anew, otherwise than the header. */
  readonly isOtherHeader: (cells: readonly Cell[]) => boolean;
  readonly leftOut: LeftOutList;
  readonly totals: Totals;
  /** Rates that are stated beside their numerator and denominator. */
  readonly rates: StatedRates;
  /** What a person, or the recipe, has said that a row is. */
  readonly kindOf: (row: Row) => RowKind | undefined;
  readonly marks: RowMarks;
  /** Told of a row of a unit that says nothing. */
  readonly meetEmpty: (row: number) => void;
  readonly report: (problem: Problem) => void;
  /** The row of the file that a figure stands in, where that is not the row that is read. */
  readonly rowOf: ((columns: FigureColumnsPlan) => number) | null;
}

/** `over`: the row names the columns anew, so that nothing below it stands where the header says. */
export type RowOutcome = 'accepted' | 'rejected' | 'skipped' | 'over';

/** Takes the figures of a row into the table; a row without any figure, or that is none of a unit, is skipped. */
export function createRowCollector(reading: SheetReading): (row: Row) => RowOutcome {
  const { plan, lookups } = reading;
  const groups = plan.figures.map((columns) => createFigureCollector(columns, reading));
  const unitColumn = Math.max(plan.unitCode, plan.unitName);
  const test = createLeftOutTest(plan, lookups.isUnitName);
  const where = { province: null as Cell, district: null as Cell };
  const unitOf = (row: Row): number | null | 'skipped' | 'over' => {
    const { cells } = row;
    const [code, name] = [cells[plan.unitCode] ?? null, cells[plan.unitName] ?? null];
    where.province = cells[plan.province] ?? null;
    where.district = cells[plan.district] ?? null;
    const isChosen = reading.kindOf(row) === 'unit';
    if (!isChosen && reading.isHeader(cells)) return leaveOut(reading, 'header', row);
    if (!isChosen && !hasCode(code)) {
      if (reading.isOtherHeader(cells)) return headerChanges(reading, row.row);
      const rule =
        test.ruleOf(cells) ?? (lookups.names(code, name, where) ? null : test.ruleOfNameless(cells));
      if (rule !== null) return leaveOut(reading, rule, row);
    }
    return lookups.unit(code, name, where, row.row, unitColumn);
  };
  return (row) => {
    const kind = reading.kindOf(row);
    if (kind !== undefined && kind !== 'unit') return leaveOut(reading, kind, row);
    let unit: number | null | undefined;
    let isWrong = false;
    for (const group of groups) {
      if (!hasFigure(row.cells, group.columns)) continue;
      if (unit === undefined) {
        const found = unitOf(row);
        if (found === 'skipped' || found === 'over') return found;
        unit = found;
      }
      if (unit === null) return 'rejected';
      if (!group.collect(row, unit)) isWrong = true;
    }
    if (unit === undefined) return skipEmpty(reading, row, test);
    reading.totals.endRow();
    if (!isWrong) return 'accepted';
    reading.marks.setUnit(row.row, reading.figures.units.codes[unit ?? -1] ?? '');
    return 'rejected';
  };
}

function leaveOut({ leftOut, totals }: SheetReading, rule: LeftOut, row: Row): 'skipped' {
  leftOut.add(rule, row.row);
  totals.meetSummary(rule, row);
  return 'skipped';
}

function headerChanges({ report, sheet }: SheetReading, row: number): 'over' {
  report(problem('error', 'HEADER_CHANGES', {}, { sheet, row }));
  return 'over';
}

/** A row without a figure: the name of a group, a signature, or a unit that reported nothing. */
function skipEmpty(reading: SheetReading, { row, cells }: Row, test: LeftOutTest): 'skipped' {
  const rule = reading.isHeader(cells) ? 'header' : (test.ruleOf(cells) ?? test.ruleOfNameless(cells));
  if (rule !== null) reading.leftOut.add(rule, row);
  else if (cells.some((cell) => textOf(cell) !== '')) reading.meetEmpty(row);
  return 'skipped';
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
  const placeOf = (part: FigurePart) => {
    const column = columns[part];
    return { sheet: reading.sheet, row: current.row, column: column < 0 ? null : columnName(column) };
  };
  let isContradicted = false;
  const report: Report = (severity, code, values, part) => {
    // Of the two it is not known which is wrong: neither is taken before somebody says.
    const isAsked = code === 'VALUE_DIFFERS_FROM_PARTS' && reading.rates.differs();
    isContradicted ||= isAsked;
    const key = code === 'WORD_UNKNOWN' ? { key: wordQuestionId(String(values.value)) } : {};
    reading.report(problem(isAsked ? 'question' : severity, code, values, { ...placeOf(part), ...key }));
  };
  const expected = {
    kind: 'ratio' as IndicatorKind,
    decimal: reading.decimal,
    rates: null as RateReading | null,
    askWord: (text: string) => askedWord(reading.words, text, placeOf('value')),
  };
  const ratesOf = ratesReader(columns, reading, () => reading.rowOf?.(columns) ?? current.row);
  return {
    columns,
    collect: (row, unit) => {
      current = row;
      const named = columns.indicator ?? row.cells[plan.indicator] ?? null;
      const indicator = lookups.indicator(named, row.row, plan.indicator);
      if (indicator === null) return false;
      const cut = lookups.cut(row.cells[plan.cut] ?? columns.cut, indicator.kind, row.row, plan.cut);
      if (cut === null) return false;
      cells.value = row.cells[columns.value] ?? null;
      cells.numerator = row.cells[columns.numerator] ?? null;
      cells.denominator = row.cells[columns.denominator] ?? null;
      expected.kind = indicator.kind;
      expected.rates = indicator.kind === 'ratio' ? ratesOf(indicator.index) : null;
      isContradicted = false;
      const figure = readFigure(cells, expected, report);
      if (figure === 'wrong' || isContradicted) return false;
      if (figure === null) return true;
      if (figure.denominator !== null && !isEmpty(cells.value)) reading.rates.agrees();
      reading.totals.meetFigure(columns, indicator.kind, figure);
      if (figure === NOT_APPLICABLE) noteSelfExempt(reading, unit, indicator.index, report);
      const note = row.cells[columns.note] ?? null;
      place.row = reading.rowOf?.(columns) ?? row.row;
      place.note = note === null ? null : textOf(note) || null;
      const taken = figures.add(cut, indicator.index, unit, figure, place);
      return taken === null || isTwiceTheSame(figures, taken, figure, report);
    },
  };
}

/** How the rates of a column are read, made once an indicator: the long shape has several in one column. */
function ratesReader(
  { value, isPercent }: FigureColumnsPlan,
  { scales, figures, sheet, sheetIndex, rowOf }: SheetReading,
  rowNow: () => number,
): (indicator: number) => RateReading {
  const made = new Map<number, RateReading>();
  return (indicator) => {
    const known = made.get(indicator);
    if (known !== undefined) return known;
    const column = value < 0 || rowOf !== null ? null : columnName(value);
    const code = figures.indicators.codes[indicator] ?? '';
    const { scale, meet, meetSigned } = scales.of({ sheet, sheetIndex, indicator: code, column, isPercent });
    const reading: RateReading = {
      scale,
      meet: (number, cell) => meet(number, rowNow(), cell),
      meetSigned: (cell) => meetSigned(rowNow(), cell),
    };
    made.set(indicator, reading);
    return reading;
  };
}

/** What applies is the plan's word: a sender's 'not applicable' is taken as what it is, and noted. */
function noteSelfExempt(reading: SheetReading, unit: number, indicator: number, report: Report): void {
  const { figures, notAsked } = reading;
  const about = {
    unit: figures.units.codes[unit] ?? '',
    indicator: figures.indicators.codes[indicator] ?? '',
  };
  // Of an indicator out of its turn the file is told as a whole.
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
