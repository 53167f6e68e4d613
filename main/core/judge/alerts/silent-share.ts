import type { AlertEvaluation } from '#shared/domain/alerts/evaluation.ts';
import { isEmpty } from '#shared/domain/figures.ts';
import type { CutFacts } from './cut-facts.ts';

/** A silent commune stands for so many times the largest number of files that one of its province sent. */
const SIZE_OF_SILENT = 1.5;

/**
 * The ratio of a province if every commune that sent nothing of an output had many files, all of them bad; null where
 * nobody sent any.
 */
export function worstRatio({ judged }: CutFacts, members: readonly number[], code: string): number | null {
  const column = judged.month.outputs.findIndex((output) => output.code === code);
  const sum = { numerator: 0, denominator: 0, largest: 0, silent: 0 };
  for (const member of members) {
    const figure = judged.month.figures[member]?.[column];
    if (figure === 'notApplicable') continue;
    if (figure === undefined || isEmpty(figure) || figure.denominator === null) sum.silent += 1;
    else {
      sum.numerator += figure.numerator ?? 0;
      sum.denominator += figure.denominator;
      sum.largest = Math.max(sum.largest, figure.denominator);
    }
  }
  const files = sum.denominator + sum.silent * SIZE_OF_SILENT * sum.largest;
  return files === 0 ? null : sum.numerator / files;
}

/** The evaluation, where the worse end would hold as well: what is clear only because some are silent is not clear. */
export function unlessSilenceHides(evaluation: AlertEvaluation, worstHolds: boolean): AlertEvaluation {
  if (evaluation.condition !== 'clear' || !worstHolds) return evaluation;
  return { ...evaluation, condition: 'noData' };
}
