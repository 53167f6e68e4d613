import { type Problem, problem } from '../problem.ts';
import type { PlainCell } from '../read/table.ts';
import { lentAnswer } from '../recipes/answers.ts';
import type { FigureTable } from './figure-table.ts';
import { isEither } from './number.ts';
import type { Candidate, QuestionList } from './question.ts';
import { showCell } from './verdict.ts';

/** How plain numbers of a column of rates are read: 85,3 as 85,3 %, or 0,853 as 85,3 %. */
export type Scale = 'percent' | 'fraction';
const SCALES = ['percent', 'fraction'] as const satisfies readonly Scale[];

/** The numbers without a percent sign that one column gives as rates of one indicator, where no parts prove them. */
export interface ScaleColumn {
  /** What a person or the header said; null: each number by itself, until all of them have been seen. */
  readonly scale: Scale | null;
  readonly meet: (number: number, row: number, cell: PlainCell) => void;
  /** Told of numbers with a percent sign of their own, which need no scale. */
  readonly meetSigned: (row: number, cell: PlainCell) => void;
}

interface Column {
  readonly sheet: string;
  readonly sheetIndex: number;
  readonly indicator: string;
  readonly column: string | null;
  /** The header says %. */
  readonly isPercent: boolean;
}

interface Met {
  readonly of: Column;
  readonly id: string;
  /** Of numbers up to 1 that are not 0, of those below 2, which may be either, and of those above: the first of each. */
  small: Example | null;
  either: Example | null;
  large: Example | null;
  /** With a percent sign of its own, in a column whose header has none. */
  signed: Example | null;
  rows: number;
}

interface Example {
  readonly row: number;
  readonly shown: string;
}

/**
 * One scale a column: where all numbers are above 1 they are percents, where none is they are fractions. A column of
 * both, one of fractions whose header says %, or one with 1,4 and nothing above 2, is asked about, and nothing of it is
 * taken before somebody answers.
 */
export function createScales(answers: ReadonlyMap<string, string>) {
  const columns = new Map<string, Met>();
  return {
    of: (column: Column): ScaleColumn => {
      const id = `scale:${column.sheet}|${column.column ?? ''}|${column.indicator}`;
      const answered = SCALES.find((scale) => scale === answers.get(id));
      // A recipe's percent says no more than a header with %: numbers up to 1 alone are asked about all the same.
      const isLent = answered === 'percent' && lentAnswer(answers, id) !== undefined;
      if (answered !== undefined && !isLent) return { scale: answered, meet: () => {}, meetSigned: () => {} };
      const isPercent = column.isPercent || isLent;
      const met = columns.get(id) ?? {
        of: { ...column, isPercent },
        id,
        small: null,
        either: null,
        large: null,
        signed: null,
        rows: 0,
      };
      columns.set(id, met);
      const meetSigned = (row: number, cell: PlainCell): void => {
        met.signed ??= { row, shown: showCell(cell) };
      };
      return { scale: isPercent ? 'percent' : null, meet: meetingOf(met), meetSigned };
    },
    /** Asks about each column in doubt; the figures without theirs. */
    settle: (
      figures: FigureTable,
      questions: QuestionList,
      report: (problem: Problem) => void,
    ): FigureTable => {
      const asked = [...columns.values()].filter((met) => doubt(met) !== null);
      for (const met of asked) ask(met, questions, report);
      return asked.length === 0 ? figures : withoutRates(figures, asked);
    },
  };
}
export type Scales = ReturnType<typeof createScales>;

const meetingOf =
  (met: Met): ScaleColumn['meet'] =>
  (number, row, cell) => {
    if (number === 0) return;
    met.rows += 1;
    if (isEither(number)) met.either ??= { row, shown: showCell(cell) };
    else if (number > 1) met.large ??= { row, shown: showCell(cell) };
    else met.small ??= { row, shown: showCell(cell) };
  };

/** Why a column cannot be read by itself, and the number that shows it; null where all of it has one scale. */
function doubt({ small, either, large, signed, of }: Met) {
  if (of.isPercent)
    return small !== null && large === null ? (['SCALE_BELOW_PERCENT', small] as const) : null;
  if (small !== null && (large ?? signed) !== null) return ['SCALE_MIXED', small] as const;
  return either !== null && large === null ? (['SCALE_ABOVE_ONE', either] as const) : null;
}

function ask(met: Met, questions: QuestionList, report: (problem: Problem) => void): void {
  const [code, example] = doubt(met) ?? [];
  if (code === undefined || example === undefined) return;
  const { id, of, rows } = met;
  const large = met.large ?? met.signed;
  const place = { sheet: of.sheet, row: example.row, column: of.column };
  const values = { indicator: of.indicator, small: example.shown, large: large?.shown ?? '' };
  report(problem('question', code, values, { ...place, key: id }));
  const candidates = SCALES.map((scale): Candidate => ({ code: scale, label: scale }));
  questions.ask({ id, code, values, candidates, first: place }, rows);
}

/** Rates with their parts stay: what is taken of them are the parts. */
function withoutRates(figures: FigureTable, asked: readonly Met[]): FigureTable {
  const inDoubt = new Set(asked.map(({ of }) => `${of.sheetIndex} ${of.indicator}`));
  return figures.filter((position) => {
    const { sheet, indicator, value, denominator } = figures.get(position);
    return value === null || denominator !== null || !inDoubt.has(`${sheet} ${indicator}`);
  });
}
