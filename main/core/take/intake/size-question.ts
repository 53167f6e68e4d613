import { sizesByCode } from '#main/core/figures/sizes-store.ts';
import { knownCuts } from '#main/core/ground/calendar/planned.ts';
import { listIndicatorKeys } from '#main/core/ground/rules/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { SIZE_CONFIRMED, SIZE_QUESTION } from '#shared/contract/choices.ts';
import type { IndicatorKind } from '#shared/domain/model.ts';
import type { FigureTable } from './check/figure-table.ts';
import { type KnownSizes, type Outgrown, outgrownFigures, outgrownValues } from './check/outgrown.ts';
import type { Question } from './check/question.ts';
import { type Diff, diffFigures, isSameAt } from './diff.ts';
import { type Problem, problem } from './problem.ts';

/** A file after its denominators were held against those of the months before. */
export interface Sized {
  /** Without those that a person has yet to confirm. */
  readonly figures: FigureTable;
  readonly diff: Diff;
  readonly problems: readonly Problem[];
  readonly question: Question | null;
}

interface Sizing {
  readonly figures: FigureTable;
  readonly kindOf: (indicator: string) => IndicatorKind;
  readonly sheetName: (sheet: number) => string | null;
  /** What a person has answered. */
  readonly answers: ReadonlyMap<string, string>;
  /** UTC ISO. */
  readonly now: string;
}

/**
 * Asks once a file about denominators that are far larger than ever before; one that is in force already was asked
 * about when it came. Until somebody says that they are right, they are left out.
 */
export function settleSizes(database: ReadDatabase, sizing: Sizing): Sized {
  const { figures, kindOf, answers, sheetName } = sizing;
  const diff = diffFigures(database, figures);
  const outgrown = outgrownFigures(figures, kindOf, knownSizes(database, sizing.now)).filter(
    ({ position }) => !isSameAt(diff, position),
  );
  const isConfirmed = answers.get(SIZE_QUESTION) === SIZE_CONFIRMED;
  const problems = outgrown.map((one) =>
    problem(isConfirmed ? 'warning' : 'question', 'DENOMINATOR_OUTGROWN', outgrownValues(one), {
      sheet: sheetName(one.figure.sheet),
      row: one.figure.row,
    }),
  );
  if (isConfirmed || outgrown.length === 0) return { figures, diff, problems, question: null };
  const asked = new Set(outgrown.map(({ position }) => position));
  const kept = figures.filter((position) => !asked.has(position));
  return { figures: kept, diff: diffFigures(database, kept), problems, question: questionOf(outgrown) };
}

/** Sizes of the months of the calendar, read when a figure of the month is first met. */
export function knownSizes(database: ReadDatabase, now: string): KnownSizes {
  const { opened, planned } = knownCuts(database, now);
  const outputs = listIndicatorKeys(database);
  return (code, indicator) => {
    const cut = [...opened, ...planned].find((one) => one.code === code);
    const output = outputs.find((one) => one.code === indicator);
    return cut === undefined || output === undefined ? new Map() : sizesByCode(database, cut.asOf, output);
  };
}

/** The sentence names the one that leaps the furthest. */
function questionOf(outgrown: readonly Outgrown[]): Question {
  const leap = ({ figure, size }: Outgrown) => (figure.denominator ?? 0) / size;
  const furthest = outgrown.toSorted((left, right) => leap(right) - leap(left))[0];
  return {
    id: SIZE_QUESTION,
    code: 'DENOMINATORS_OUTGROWN',
    values: { ...(furthest === undefined ? {} : outgrownValues(furthest)), count: outgrown.length },
    candidates: [{ code: SIZE_CONFIRMED, label: SIZE_CONFIRMED }],
    first: {},
    rows: outgrown.length,
  };
}
