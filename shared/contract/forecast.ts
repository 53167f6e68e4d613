import { z } from 'zod';
import { reads } from './base.ts';
import { bilingual, cutReference, planCode, reason, viewedCut } from './words.ts';

/** Communes (of a place) or share of the progress (of a group) that a week adds, and what is left. */
const pace = z.object({ of: z.enum(['communes', 'progress']), perWeek: z.number(), left: z.number() });
/** At `origins` earlier weeks the same forecast was made `weeks` ahead: `tries` in all, `hitRate` held. */
const tested = z.object({
  weeks: z.number().int(),
  origins: z.number().int(),
  tries: z.number().int(),
  hitRate: z.number(),
});
const knownState = z.enum(['value', 'fewReported', 'notReported']);
const outlook = z.object({
  code: z.string(),
  ...bilingual,
  /** `withheld`: no forecast of it was tested well enough; `beyondHorizon`: not within the weeks that were. */
  kind: z.enum(['complete', 'notEnoughData', 'noProgress', 'withheld', 'beyondHorizon', 'date']),
  /** Share done, 0..1, on the day `asOf`, from which pace and date are counted; null when nothing was reported. */
  share: z.number().nullable(),
  asOf: z.string().nullable(),
  /** At the cut itself: known, too few reported (then `asOf` is earlier), or nobody did. */
  state: knownState,
  completion: z.string().nullable(),
  /** Null where that end of the range does not complete within the weeks that were tested. */
  earliest: z.string().nullable(),
  latest: z.string().nullable(),
  pace: pace.nullable(),
  /** How the range of the last day that may be named did in earlier weeks; null where none may. */
  tested: tested.nullable(),
  /** Last deadline of what is forecast; null where there is none. */
  deadline: z.string().nullable(),
  /** True when it completes after that deadline or it has passed; null when neither can be said. */
  isLate: z.boolean().nullable(),
  /** Of a group: tasks that are overdue already; null where nobody knows, and of units. */
  overdue: z.number().int().nullable(),
  reasons: z.array(reason),
});
/** A share of which too few spoke is no point of a line. */
const coursePoint = z.object({ day: z.string(), share: z.number().nullable(), state: knownState });
const aheadPoint = z.object({ day: z.string(), share: z.number(), low: z.number(), high: z.number() });
export type AheadPointDto = z.infer<typeof aheadPoint>;
export type CoursePointDto = z.infer<typeof coursePoint>;
export type OutlookDto = z.infer<typeof outlook>;

export const forecast = {
  /** When groups complete their tasks and provinces their coverage, where such forecasts have proved true. */
  get: reads.input(z.object({ cut: cutReference.optional() })).output(
    z.object({
      cut: viewedCut,
      national: outlook,
      groups: z.array(outlook),
      provinces: z.array(outlook),
    }),
  ),
  /** How far a group's tasks, or the coverage of the country or a province, came, and the tested weeks ahead. */
  course: reads
    .input(z.object({ code: planCode, cut: cutReference.optional() }))
    .output(z.object({ cut: viewedCut, points: z.array(coursePoint), ahead: z.array(aheadPoint) })),
};
