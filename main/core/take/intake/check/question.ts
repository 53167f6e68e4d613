import { LIMITS } from '../limits.ts';
import type { Place, ProblemCode, ProblemValues } from '../problem.ts';

export interface Candidate {
  /** What is answered: a unit code, a cut code, an indicator code or the key of a column's meaning. */
  readonly code: string;
  readonly label: string;
}

/** Asked once for all rows that say the same; the answer is kept under `id`. */
export interface Question {
  readonly id: string;
  readonly code: ProblemCode;
  readonly values: ProblemValues;
  readonly candidates: readonly Candidate[];
  readonly first: Place;
  readonly rows: number;
}

export interface QuestionList {
  /** `rows`: how many it is asked for, one where nothing is said. */
  readonly ask: (question: Omit<Question, 'rows'>, rows?: number) => void;
  /** Where places that are asked about from now on stand in the file; null: where they say. */
  readonly standing: (placeOf: ((place: Place) => Place) | null) => void;
  readonly all: () => readonly Question[];
}

/** Questions by id; a question asked again only counts one row more. Beyond the limit no further one is asked yet. */
export function createQuestionList(): QuestionList {
  const questions = new Map<string, Omit<Question, 'rows'> & { rows: number }>();
  let placeOf: ((place: Place) => Place) | null = null;
  return {
    standing: (places) => {
      placeOf = places;
    },
    ask: (question, rows = 1) => {
      const known = questions.get(question.id);
      if (known !== undefined) known.rows += rows;
      else if (questions.size < LIMITS.questionsKept) {
        const first = placeOf === null ? question.first : placeOf(question.first);
        questions.set(question.id, { ...question, first, rows });
      }
    },
    all: () => [...questions.values()],
  };
}
