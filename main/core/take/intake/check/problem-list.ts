import { LIMITS } from '../limits.ts';
import type { Place, Problem, ProblemCode, ProblemSeverity } from '../problem.ts';

export interface ProblemCount {
  readonly code: ProblemCode;
  readonly severity: ProblemSeverity;
  readonly count: number;
}

/** Problems of a file: all are counted, the first of each kind are kept. */
export interface ProblemList {
  readonly add: (problem: Problem) => void;
  /** Where places that are told from now on stand in the file; null: where they say. */
  readonly standing: (placeOf: PlaceOf | null) => void;
  readonly kept: readonly Problem[];
  /** What keeps a row out, as many as a returned workbook can mark. */
  readonly toMark: readonly Problem[];
  readonly counts: () => readonly ProblemCount[];
  readonly errors: () => number;
  readonly questions: () => number;
}

// A file in which every row is wrong in the same way must not crowd out its other mistakes.
const KEPT_OF_ONE_CODE = 500;
const MARKED_AT_MOST = 20_000;

export type PlaceOf = (place: Place) => Place;

export function createProblemList(): ProblemList {
  let placeOf: PlaceOf | null = null;
  const kept: Problem[] = [];
  const toMark: Problem[] = [];
  const counts = new Map<string, { code: ProblemCode; severity: ProblemSeverity; count: number }>();
  const total = (severity: ProblemSeverity): number =>
    [...counts.values()]
      .filter((item) => item.severity === severity)
      .reduce((sum, item) => sum + item.count, 0);
  return {
    kept,
    toMark,
    standing: (places) => {
      placeOf = places;
    },
    add: (told) => {
      const problem = placeOf === null ? told : { ...told, ...placeOf(told) };
      const key = `${problem.severity}:${problem.code}`;
      const item = counts.get(key) ?? { code: problem.code, severity: problem.severity, count: 0 };
      item.count += 1;
      counts.set(key, item);
      if (item.count <= KEPT_OF_ONE_CODE && kept.length < LIMITS.problemsKept) kept.push(problem);
      if (problem.severity !== 'warning' && problem.row !== null && toMark.length < MARKED_AT_MOST)
        toMark.push(problem);
    },
    counts: () => [...counts.values()],
    errors: () => total('error'),
    questions: () => total('question'),
  };
}
