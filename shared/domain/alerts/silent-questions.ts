import type { AlertEvaluation } from './evaluation.ts';
import { MANY_COMMUNES, type SentMonth } from './sent-months.ts';

/**
 * A question about the figures of a month, where what was not sent could ask it: then it is not cleared. Whoever sent
 * less than the month before may have sent what is asked about.
 */
export function unlessSilenceAsks(
  evaluation: AlertEvaluation,
  communes: readonly SentMonth[],
  column: number,
): AlertEvaluation {
  if (evaluation.condition !== 'clear') return evaluation;
  const silent = communes.filter((commune) => !isWhole(commune, column)).length;
  const { communes: like = 0 } = evaluation.facts;
  return silent >= neededFor(evaluation, Number(like)) ? { ...evaluation, condition: 'noData' } : evaluation;
}

/** How many more communes make it a question. Of equal figures it is not known how many were nearly enough. */
function neededFor({ rule, facts }: AlertEvaluation, like: number): number {
  const isMany = rule === 'suspectRepeatedRow' || rule === 'suspectJump';
  return isMany && facts.communes !== undefined ? Math.max(1, MANY_COMMUNES - like) : 1;
}

/** Whether a commune sent everything that it sent the month before, or the output that is asked about. */
function isWhole({ now, before }: SentMonth, column: number): boolean {
  if (now === null) return false;
  if (column >= 0 && now[column] === undefined) return false;
  return (before ?? []).every((figure, at) => typeof figure !== 'object' || now[at] !== undefined);
}
