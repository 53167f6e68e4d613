import { foldText } from '#shared/text/fold.ts';
import type { Place } from '../problem.ts';
import type { CriterionReading } from './criterion.ts';
import type { Candidate, QuestionList } from './question.ts';
import type { UnknownWords } from './unknown-words.ts';

/** What a word about a criterion can be said to mean, as an answer names it. */
const MEANINGS = {
  met: 1,
  notMet: 0,
  notApplicable: 'notApplicable',
  notReported: 'notReported',
} as const satisfies Record<string, Exclude<CriterionReading, null>>;

const CANDIDATES = Object.keys(MEANINGS).map((code): Candidate => ({ code, label: code }));

export interface WordAsking {
  readonly answers: ReadonlyMap<string, string>;
  readonly questions: QuestionList;
  readonly unknown: UnknownWords;
}

/** Id of the question what a word of a criterion means. */
export const wordQuestionId = (text: string): string => `word:${foldText(text) || text}`;

/** What a person says of a word; where nobody has, it is asked once for all cells that say the same. */
export function askedWord(
  { answers, questions, unknown }: WordAsking,
  text: string,
  first: Place,
): CriterionReading {
  const id = wordQuestionId(text);
  const answer = answers.get(id);
  if (answer !== undefined && answer in MEANINGS) return MEANINGS[answer as keyof typeof MEANINGS];
  unknown.meet('word', id);
  questions.ask({ id, code: 'WORD_UNKNOWN', values: { value: text }, candidates: CANDIDATES, first });
  return null;
}
