import { z } from 'zod';
import { INDICATOR_ROLES } from '#shared/domain/plan.ts';
import { reads } from './base.ts';
import { groupFigures } from './status.ts';
import {
  bilingual,
  cutReference,
  delay,
  figureState,
  indicatorKind,
  outputFigure,
  planCode,
  reason,
  reportAge,
  sourceKind,
  taskOutcome,
  taskSchedule,
  taskScope,
  viewedCut,
} from './words.ts';

export const indicator = z.object({
  code: z.string(),
  kind: indicatorKind,
  /** Whose figures colour and add up; what another level sends of it is shown and nothing more. */
  asks: z.enum(['commune', 'province']),
  direction: z.enum(['up', 'down']),
  ...bilingual,
  shortName: z.string(),
  shortNameEn: z.string(),
  definition: z.string(),
  definitionEn: z.string(),
  unitLabel: z.string(),
  unitLabelEn: z.string(),
  greenFrom: z.number().nullable(),
  yellowFrom: z.number().nullable(),
  /** What it stands for: pages and texts that speak of one thing find it by this, never by its code. */
  role: z.enum(INDICATOR_ROLES).nullable(),
  /** The days (yyyy-mm-dd) from and until which it is in the plan; null = always, and until further notice. */
  from: z.string().nullable(),
  until: z.string().nullable(),
  origin: sourceKind,
});
export type IndicatorDto = z.infer<typeof indicator>;

export const taskRow = z.object({
  code: z.string(),
  group: z.string().nullable(),
  /** The group as people say it. */
  groupName: z.string().nullable(),
  groupNameEn: z.string().nullable(),
  ...bilingual,
  /** Code of the phase, and its name as people say it. */
  phase: z.string(),
  phaseName: z.string(),
  phaseNameEn: z.string(),
  pillar: z.string().nullable(),
  scope: taskScope,
  leadAgency: z.string(),
  leadAgencyEn: z.string(),
  start: z.string(),
  /** The deadline that holds at the cut. */
  deadline: z.string(),
  /** The one it began with; another where it was extended. */
  firstDeadline: z.string(),
  schedule: taskSchedule,
  outcome: taskOutcome,
  /** Null while not every body that owes it has ever reported it. */
  progress: z.number().nullable(),
  /** Between what the progress lies where only some bodies ever reported the task; null where it is known or nobody did. */
  progressBounds: z.object({ atLeast: z.number(), atMost: z.number() }).nullable(),
  /** For tasks of every province: how many report it done; null while not one has reported it. Centre tasks: 0 or 1 of 1. */
  unitsDone: z.number().int().nullable(),
  /** How many have ever reported it: what was reported lasts. */
  unitsReported: z.number().int(),
  units: z.number().int(),
  /** How many reported it at this very cut. */
  unitsFresh: z.number().int(),
  /** How many cuts that owed a report ago it was reported, by the oldest word of those; 0 = all at this cut. */
  age: reportAge,
  origin: sourceKind,
});
export type TaskRowDto = z.infer<typeof taskRow>;

export const taskOutput = z.object({
  ...outputFigure.shape,
  ...bilingual,
  kind: indicatorKind,
  direction: z.enum(['up', 'down']),
  /** A fraction for ratios; for counts a number per commune and month. */
  target: z.number(),
  /** What is held against the target: `value`, for counts `value` per reporting commune. */
  actual: z.number().nullable(),
  /** Of `actual`: why it is null. */
  actualState: figureState,
  /** `undetermined`: at one end of `bounds` it reaches its target, at the other it does not. */
  state: z.enum(['working', 'notWorking', 'undetermined', 'noEvidence']),
  /** `actual` at every month up to the cut, oldest first. */
  trend: z.array(z.object({ cut: z.string(), asOf: z.string(), value: z.number().nullable() })),
});
export type TaskOutputDto = z.infer<typeof taskOutput>;

export const plan = {
  indicators: reads.output(z.array(indicator)),
  groups: reads
    .input(z.object({ cut: cutReference.optional() }))
    .output(
      z.object({ cut: viewedCut, groups: z.array(groupFigures), unattributed: groupFigures.nullable() }),
    ),
  tasks: reads
    .input(z.object({ cut: cutReference.optional(), group: planCode.optional() }))
    .output(z.object({ cut: viewedCut, tasks: z.array(taskRow) })),
  task: reads.input(z.object({ code: planCode, cut: cutReference.optional() })).output(
    z.object({
      cut: viewedCut,
      task: taskRow,
      reasons: z.array(reason),
      /** The month of the outputs' actual values; null before the first. */
      figuresCut: z.string().nullable(),
      outputs: z.array(taskOutput),
      /** For each output the localities furthest from its target, worst first; only those that miss it. */
      pullingDown: z.array(
        z.object({
          indicator: z.string(),
          /** Provinces that miss the target, of those that have a figure. */
          missing: z.number().int(),
          reported: z.number().int(),
          provinces: z.array(
            z.object({
              code: z.string(),
              ...bilingual,
              value: z.number(),
              /** How far from the target, in the output's own unit (a fraction for ratios); above 0. */
              short: z.number(),
            }),
          ),
        }),
      ),
      units: z.array(
        z.object({
          code: z.string(),
          ...bilingual,
          schedule: taskSchedule,
          outcome: taskOutcome,
          progress: z.number().nullable(),
          /** The cut of the report that the state rests on. */
          reportCut: z.string().nullable(),
          age: reportAge,
          doneOn: z.string().nullable(),
          note: z.string().nullable(),
          ...delay,
        }),
      ),
      history: z.array(
        z.object({
          cut: z.string(),
          asOf: z.string(),
          progress: z.number().nullable(),
          unitsDone: z.number().int().nullable(),
        }),
      ),
    }),
  ),
};
