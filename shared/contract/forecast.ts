import { z } from 'zod';
import { reads } from './base.ts';
import { bilingual, cut, cutReference, reason } from './words.ts';

const outlook = z.object({
  code: z.string(),
  ...bilingual,
  kind: z.enum(['complete', 'notEnoughData', 'noProgress', 'beyondHorizon', 'date']),
  /** Share done at the last cut with data, 0..1; null when nothing was reported. */
  share: z.number().nullable(),
  completion: z.string().nullable(),
  earliest: z.string().nullable(),
  latest: z.string().nullable(),
  /** Last deadline of what is forecast; null where there is none. */
  deadline: z.string().nullable(),
  /** True when it completes after that deadline or it has passed; null when neither can be said. */
  isLate: z.boolean().nullable(),
  /** Of a group: tasks that are overdue already; null where nobody knows, and of units. */
  overdue: z.number().int().nullable(),
  reasons: z.array(reason),
});
const coursePoint = z.object({ day: z.string(), share: z.number().nullable() });
export type CoursePointDto = z.infer<typeof coursePoint>;
export type OutlookDto = z.infer<typeof outlook>;

export const forecast = {
  /** When groups complete their tasks and provinces their coverage at the pace of the last cuts. */
  get: reads.input(z.object({ cut: cutReference.optional() })).output(
    z.object({
      cut,
      national: outlook,
      groups: z.array(outlook),
      provinces: z.array(outlook),
    }),
  ),
  /** How far a group's tasks, or the coverage of the country or a province, came cut by cut. */
  course: reads
    .input(z.object({ code: z.string().max(8), cut: cutReference.optional() }))
    .output(z.object({ cut, points: z.array(coursePoint) })),
};
