import { FORMER_NEW, FORMER_QUESTION } from '#shared/contract/choices.ts';
import { createFormatter } from '#shared/text/format.ts';
import { type Place, type Problem, problem } from '../problem.ts';
import type { FormerUnit } from '../resolve/former.ts';
import type { FigureTable } from './figure-table.ts';
import type { CollectOptions } from './options.ts';
import type { QuestionList } from './question.ts';

const MOST_NAMED = 4;

/** A unit that is no more, with what it went into: its figures have no place among today's units. */
export function formerProblem(
  { name, endedOn, into }: FormerUnit,
  nameOf: (code: string) => string,
  place: Place,
): Problem {
  const named = into.slice(0, MOST_NAMED).map(nameOf).join('; ');
  const values = {
    name,
    date: createFormatter('vi').date(endedOn),
    into: named === '' ? 'empty' : into.length > MOST_NAMED ? `${named}; …` : named,
  };
  return problem('error', 'UNIT_FORMER', values, place);
}

/**
 * Where a file speaks of units of old, a code that was a commune's then and is one's today may mean either: one is a part
 * of the other. Their figures are left out until somebody says that today's are meant.
 */
export function settleFormerCodes(
  figures: FigureTable,
  { former, answers }: CollectOptions,
  questions: QuestionList,
  report: (problem: Problem) => void,
): FigureTable {
  if (answers.get(FORMER_QUESTION) === FORMER_NEW) return figures;
  const doubtful = new Set(figures.units.codes.filter(former.hadCommune));
  if (doubtful.size === 0) return figures;
  const values = { count: doubtful.size };
  report(problem('question', 'CODES_OF_BEFORE', values));
  const candidates = [{ code: FORMER_NEW, label: FORMER_NEW }];
  const question = { id: FORMER_QUESTION, code: 'CODES_OF_BEFORE' as const, values, candidates, first: {} };
  questions.ask(question, doubtful.size);
  return figures.filter((position) => !doubtful.has(figures.get(position).unit));
}
