import { z } from 'zod';
import { reads } from './base.ts';
import { cut, cutReference, planCode, sourceKind, unitCode } from './words.ts';

/** A cut as lists of them show it. */
export const listedCut = cut.extend({
  /**
   * Of the cut that answers who names none: it is the picture, or while there is no picture what is offered in its place.
   * Null for the others; for all of them while nothing has come.
   */
  standing: z.enum(['picture', 'offered']).nullable(),
});
export type ListedCutDto = z.infer<typeof listedCut>;

export const cuts = {
  /**
   * Status cuts (moment, day, week) that have opened, newest first: what the cut selector offers. `months`: months too,
   * which are opened by their address.
   */
  list: reads.input(z.object({ months: z.boolean().default(false) }).optional()).output(z.array(listedCut)),
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
        task: planCode.optional(),
      }),
    )
    .output(z.array(sourceKind)),
};
