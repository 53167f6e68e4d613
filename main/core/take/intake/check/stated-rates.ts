import { PROOF_CONFIRMED, PROOF_QUESTION } from '#shared/contract/choices.ts';
import type { QuestionList } from './question.ts';

/** Rates that a table states beside the numbers that they are made of, counted for a whole file. */
export interface StatedRates {
  /** A figure that was taken states one; those that differ are told of before. */
  readonly agrees: () => void;
  /** Asks about one that differs, until a person has confirmed the numbers; whether it is asked. */
  readonly differs: () => boolean;
  readonly count: () => { readonly stated: number; readonly differing: number };
}

/** One question for all contradictions of a file: its numbers, or the file goes back. */
export function createStatedRates(
  answers: ReadonlyMap<string, string>,
  questions: QuestionList,
): StatedRates {
  let stated = 0;
  let differing = 0;
  const isConfirmed = answers.get(PROOF_QUESTION) === PROOF_CONFIRMED;
  return {
    agrees: () => {
      stated += 1;
    },
    differs: () => {
      differing += 1;
      if (isConfirmed) return false;
      askProof(questions);
      return true;
    },
    count: () => ({ stated, differing }),
  };
}

/** The question whether a file that contradicts itself is right about its single figures. */
export function askProof(questions: QuestionList): void {
  const candidates = [{ code: PROOF_CONFIRMED, label: PROOF_CONFIRMED }];
  questions.ask({ id: PROOF_QUESTION, code: 'PROOF_DIFFERS', values: {}, candidates, first: {} });
}
