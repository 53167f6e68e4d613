import { z } from 'zod';
import { reads, writes } from './base.ts';
import { completeness, cut, cutReference } from './words.ts';

const who = z.string().trim().min(1).max(120);
const reason = z.string().trim().min(1).max(2000);

const collectingCut = completeness.extend({
  cut,
  dueAt: z.string(),
  /** Two days past its due hour, and two days past the last word to wait: close it, or wait? */
  isToBeDecided: z.boolean(),
  /** Who last said to wait, and when. */
  waited: z.object({ who: z.string(), at: z.string(), reason: z.string().nullable() }).nullable(),
});
export type CollectingCutDto = z.infer<typeof collectingCut>;

const cycle = z.object({
  /** The latest cut that once had enough, or was closed by a person; null before the first. */
  picture: cut.nullable(),
  /** Without a picture: the cut of which most has come; null while nothing has. */
  offered: cut.nullable(),
  /** How much of the cut that is shown is there. */
  shown: completeness.nullable(),
  /** Of the picture: so little of it is there by now that a person may go back to the cut before. */
  isPoor: z.boolean(),
  /** The picture there would be then. */
  previous: cut.nullable(),
  /** What has opened since the picture, oldest first. */
  collecting: z.array(collectingCut),
});
export type CycleDto = z.infer<typeof cycle>;

export const picture = {
  /** The cut that screens, walls, commands and exports open on, of weeks, days and moments, and of months; what is collected. */
  get: reads.output(z.object({ statuses: cycle, months: cycle })),
  /**
   * Goes back to the picture before, while little of this one is left; who and why stay on record. PICTURE_STANDS when
   * the cut is not the picture (any more) or enough of it is there, PICTURE_FIRST when there is none before.
   */
  back: writes('figures', 'statuses', 'alerts', 'cuts')
    .input(z.object({ cut: cutReference, who, reason }))
    .output(z.object({ picture: cut })),
  /** Puts on record that a cut is waited for, and is asked about again after two days. CUT_CLOSED, CUT_UNKNOWN. */
  wait: writes('cuts')
    .input(z.object({ cut: cutReference, who, reason: reason.optional() }))
    .output(z.object({})),
};
