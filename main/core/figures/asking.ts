import type { CutView } from '#main/core/ground/cuts/lookup.ts';
import { type Asking, askingAt } from '#shared/domain/asking.ts';
import type { AskedFigures } from './unit-figure.ts';

/** What the plan asks of criteria, or of outputs, at the cut that they are read from. */
export function askingOf(
  { active, statusCut, outputsCut }: Pick<CutView, 'active' | 'statusCut' | 'outputsCut'>,
  of: AskedFigures['of'],
): Asking {
  return askingAt(active.rules, of === 'criteria' ? statusCut : outputsCut);
}
