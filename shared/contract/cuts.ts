import { z } from 'zod';
import { reads } from './base.ts';
import { cut, cutReference, sourceKind, unitCode } from './words.ts';

export const cuts = {
  /** Status cuts (moment, day, week), newest first: what the cut selector offers. */
  list: reads.output(z.array(cut)),
  /**
   * Kinds of the sources that the figures shown at a cut and its month rest on, the weightiest first: all of them,
   * or those of a unit with all below it, of an indicator, of a task.
   */
  origins: reads
    .input(
      z.object({
        cut: cutReference.optional(),
        unit: unitCode.optional(),
        indicator: z.string().max(60).optional(),
        task: z.string().max(20).optional(),
      }),
    )
    .output(z.array(sourceKind)),
};
