import type { Figure, IndicatorKind } from '#shared/domain/model.ts';
import type { Cell, PlainCell } from '../read/table.ts';
import { type CriterionReading, readAbsence, readCriterion } from './criterion.ts';
import { type DecimalSign, isEither, parseNumber } from './number.ts';
import type { Scale } from './scale.ts';
import {
  type FigurePart,
  judgeCount,
  judgeCriterion,
  judgeParts,
  judgeRate,
  type Report,
  showCell,
} from './verdict.ts';

/** The cells of one figure; absent columns are null. */
export type FigureCells = Readonly<Record<FigurePart, Cell>>;

export interface FigureExpectation {
  readonly kind: IndicatorKind;
  readonly decimal: DecimalSign;
  /** How the plain numbers of its column are read, and who hears of those that no parts prove. */
  readonly rates: RateReading | null;
  /** What a person says of words that mean neither met nor not met by themselves; null: nobody is asked. */
  readonly askWord: AskWord | null;
}

/** The reading that a person has chosen for a word; null where it has yet to be chosen (it is asked then). */
export type AskWord = (text: string) => CriterionReading;

export interface RateReading {
  readonly scale: Scale | null;
  readonly meet: (number: number, cell: PlainCell) => void;
  readonly meetSigned: (cell: PlainCell) => void;
}

/**
 * The figure that cells show: null when nothing is reported, 'wrong' when it cannot be taken (reported why).
 * A figure whose value is null does not apply, or is a ratio of nothing (0 of 0).
 */
export function readFigure(
  cells: FigureCells,
  expected: FigureExpectation,
  report: Report,
): Figure | null | 'wrong' {
  const stray = strayPart(cells, expected.kind);
  if (stray !== null) {
    report('error', 'PARTS_NOT_ASKED', { value: showCell(plainOf(cells[stray])) }, stray);
    return 'wrong';
  }
  if (expected.kind === 'criterion') return readCriterionFigure(cells.value, expected.askWord, report);
  if (expected.kind === 'count') return readCountFigure(cells.value ?? cells.numerator, expected, report);
  return readRatioFigure(cells, expected, report);
}

/** A part of a share where no share is asked for and no value is given: left out, it would be lost without a word. */
function strayPart(cells: FigureCells, kind: IndicatorKind): FigurePart | null {
  if (kind === 'ratio' || isGiven(cells.value)) return null;
  if (kind === 'criterion' && isGiven(cells.numerator)) return 'numerator';
  const hasCount = kind === 'count' && isGiven(cells.numerator);
  return !hasCount && isGiven(cells.denominator) ? 'denominator' : null;
}

const isGiven = (cell: Cell): boolean =>
  typeof cell === 'string' ? cell.trim() !== '' && readAbsence(cell.trim()) === null : cell !== null;

/** What a formula's cell shows. */
const plainOf = (cell: Cell): PlainCell =>
  cell !== null && typeof cell === 'object' && cell.kind === 'formula' ? cell.value : (cell as PlainCell);

/** As long as a word can be that a person is asked about. */
const WORD_CHARACTERS = 60;

function readCriterionFigure(cell: Cell, askWord: AskWord | null, report: Report): Figure | null | 'wrong' {
  const plain = unwrap(cell, 'value', report);
  if (plain === 'wrong') return 'wrong';
  const own = readCriterion(plain);
  const isWord = typeof plain === 'string' && plain.length <= WORD_CHARACTERS && !isNumber(plain);
  if (own === null && isWord && askWord !== null) return wordFigure(askWord(plain), plain, report);
  return criterionFigure(own, plain, report);
}

const isNumber = (text: string): boolean => parseNumber(text, { isWhole: false, decimal: null }) !== null;

function wordFigure(chosen: CriterionReading, text: string, report: Report): Figure | null | 'wrong' {
  if (chosen !== null) return criterionFigure(chosen, text, report);
  report('question', 'WORD_UNKNOWN', { value: text }, 'value');
  return 'wrong';
}

function criterionFigure(
  reading: CriterionReading,
  plain: PlainCell,
  report: Report,
): Figure | null | 'wrong' {
  if (reading === 'notReported') return null;
  if (reading === 'notApplicable') return NOT_APPLICABLE;
  const value = judgeCriterion(reading ?? Number.NaN, 'value', plain, report);
  return value === 'wrong' ? value : { value, numerator: null, denominator: null };
}

function readCountFigure(cell: Cell, expected: FigureExpectation, report: Report): Figure | null | 'wrong' {
  const count = readCount(cell, 'value', expected.decimal, report);
  if (count === 'wrong' || count === null) return count;
  if (count === 'notApplicable') return NOT_APPLICABLE;
  return { value: count, numerator: null, denominator: null };
}

function readRatioFigure(
  cells: FigureCells,
  expected: FigureExpectation,
  report: Report,
): Figure | null | 'wrong' {
  const numerator = readCount(cells.numerator, 'numerator', expected.decimal, report);
  const denominator = readCount(cells.denominator, 'denominator', expected.decimal, report);
  const isProven = typeof numerator === 'number' && typeof denominator === 'number';
  const stated = cells.value === null ? null : readRate(cells.value, expected, isProven, report);
  if (numerator === 'wrong' || denominator === 'wrong' || stated === 'wrong') return 'wrong';
  if ([numerator, denominator, stated].includes('notApplicable')) return NOT_APPLICABLE;
  if (numerator === null && denominator === null && stated === null) return null;
  return judgeParts(countOf(numerator), countOf(denominator), countOf(stated), report);
}

/** The one figure that says so, so that it is known again. */
export const NOT_APPLICABLE: Figure = { value: null, numerator: null, denominator: null };

function countOf(read: number | null | 'notApplicable'): number | null {
  return typeof read === 'number' ? read : null;
}

/** A fraction 0..1. */
function readRate(
  cell: Cell,
  expected: FigureExpectation,
  isProven: boolean,
  report: Report,
): number | null | 'notApplicable' | 'wrong' {
  const plain = unwrap(cell, 'value', report);
  if (plain === 'wrong' || plain === null) return plain;
  if (typeof plain === 'object' && plain.kind === 'percent') return judgeRate(plain.value, plain, report);
  const number = numberOf(plain, false, expected.decimal, 'value', report);
  if (number === null || typeof number === 'string') return number;
  const { rates } = expected;
  if (number.hasPercent) {
    if (!isProven) rates?.meetSigned(plain);
    return judgeRate(number.value / 100, plain, report);
  }
  if (!isProven) rates?.meet(number.value, plain);
  const scale = rates?.scale ?? null;
  if (scale !== null)
    return judgeRate(scale === 'percent' ? number.value / 100 : number.value, plain, report);
  // A whole column tells, or is asked about; a number alone does not.
  if (isEither(number.value) && (rates === null || isProven)) {
    report('error', 'VALUE_PERCENT_OR_FRACTION', { value: showCell(plain) }, 'value');
    return 'wrong';
  }
  if (number.value > 1 && number.value <= 100) {
    report('warning', 'VALUE_PERCENT_ASSUMED', { value: showCell(plain) }, 'value');
    return number.value / 100;
  }
  return judgeRate(number.value, plain, report);
}

function readCount(
  cell: Cell,
  part: FigurePart,
  decimal: DecimalSign,
  report: Report,
): number | null | 'notApplicable' | 'wrong' {
  if (cell === null) return null;
  const plain = unwrap(cell, part, report);
  if (plain === 'wrong' || plain === null) return plain;
  const number = numberOf(plain, true, decimal, part, report);
  if (number === null || typeof number === 'string') return number;
  if (!number.hasPercent) return judgeCount(number.value, part, plain, report);
  report('error', 'VALUE_NOT_WHOLE', { value: showCell(plain) }, part);
  return 'wrong';
}

function numberOf(
  cell: PlainCell,
  isWhole: boolean,
  decimal: DecimalSign,
  part: FigurePart,
  report: Report,
): { value: number; hasPercent: boolean } | null | 'notApplicable' | 'wrong' {
  if (typeof cell === 'number') return { value: cell, hasPercent: false };
  if (typeof cell === 'string') {
    const text = cell.trim();
    const number = parseNumber(text, { isWhole, decimal });
    if (number !== null) return number;
    const absence = readAbsence(text);
    if (absence !== null) return absence === 'notReported' ? null : absence;
  }
  report('error', 'VALUE_NOT_NUMBER', { value: showCell(cell) }, part);
  return 'wrong';
}

/** What a formula's cell shows; its result is the sender's, so it is said that it was computed there. */
function unwrap(cell: Cell, part: FigurePart, report: Report): PlainCell | 'wrong' {
  if (cell === null || typeof cell !== 'object') return cell;
  if (cell.kind === 'error') return wrongCell(cell.error, part, report);
  if (cell.kind !== 'formula') return cell;
  if (cell.value === null) {
    report('error', 'CELL_FORMULA_NO_VALUE', { formula: cell.formula.slice(0, 80) }, part);
    return 'wrong';
  }
  if (typeof cell.value === 'object' && cell.value.kind === 'error')
    return wrongCell(cell.value.error, part, report);
  report('warning', 'CELL_FORMULA', { formula: cell.formula.slice(0, 80) }, part);
  return cell.value;
}

function wrongCell(error: string, part: FigurePart, report: Report): 'wrong' {
  report('error', 'CELL_ERROR', { value: error.slice(0, 40) }, part);
  return 'wrong';
}
