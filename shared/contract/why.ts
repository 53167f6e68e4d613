import { z } from 'zod';
import { reads } from './base.ts';
import { taskRow } from './plan.ts';
import {
  bilingual,
  cutReference,
  indicatorKind,
  operating,
  outputFigure,
  planCode,
  provenance,
  reason,
  reported,
  unitCode,
  viewedCut,
} from './words.ts';

/** Numbers of the whole picture that can be asked about. */
export const WHY_COUNTS = [
  'green',
  'coverage',
  'notReported',
  'operating',
  'gap',
  'progress',
  'overdue',
] as const;

const level = z.enum(['province', 'commune']);

/**
 * What somebody asks 'why?' of: the colours of a unit, one figure, a number of the picture, a group of tasks, a task, a
 * cell of the gap matrix, what became of units between two cuts, when a group or place completes.
 */
export const whySubject = z.discriminatedUnion('what', [
  z.object({ what: z.literal('unit'), unit: unitCode }),
  z.object({ what: z.literal('figure'), unit: unitCode, indicator: z.string().max(60) }),
  z.object({ what: z.literal('count'), count: z.enum(WHY_COUNTS) }),
  z.object({ what: z.literal('group'), group: planCode }),
  z.object({ what: z.literal('task'), task: planCode }),
  /** Without colours: every cell in which the report is better than the operation. */
  z.object({
    what: z.literal('cell'),
    level,
    province: z
      .string()
      .regex(/^\d{2}$/)
      .optional(),
    reported: reported.optional(),
    operating: operating.optional(),
  }),
  z.object({ what: z.literal('change'), level, side: z.enum(['reported', 'operating']) }),
  z.object({ what: z.literal('forecast'), code: planCode }),
]);
export type WhySubject = z.infer<typeof whySubject>;

/** A figure with what it is held against. */
const whyFigure = z.object({
  ...outputFigure.shape,
  ...bilingual,
  kind: indicatorKind,
  thresholds: z
    .object({
      direction: z.enum(['up', 'down']),
      greenFrom: z.number(),
      yellowFrom: z.number(),
      /** In the weighted score; 0 is not counted, null where the rules do not weigh. */
      weight: z.number().nullable(),
      /** Files below which a ratio is taken at both ends; a RED here keeps a commune from GREEN. */
      minDenominator: z.number(),
      decisive: z.boolean(),
    })
    .nullable(),
});
export type WhyFigureDto = z.infer<typeof whyFigure>;

/** A task that a number counts, as it stands as a whole. */
const whyTask = taskRow.pick({
  code: true,
  name: true,
  nameEn: true,
  deadline: true,
  schedule: true,
  progress: true,
  age: true,
  unitsDone: true,
  unitsFresh: true,
  units: true,
  scope: true,
});
export type WhyTaskDto = z.infer<typeof whyTask>;

/** A file that figures came from; sheet and row where it is one figure's. */
const whySource = z.object({
  ...provenance.shape,
  indicator: z.string().nullable(),
  figures: z.number().int(),
});
export type WhySourceDto = z.infer<typeof whySource>;

export const whyAnswer = z.object({
  cut: viewedCut,
  ruleVersion: z.number().int(),
  /** The rule with its thresholds, and the numbers held against them. */
  reasons: z.array(reason),
  figures: z.array(whyFigure),
  /** Those that need somebody first. */
  tasks: z.array(whyTask),
  /** Tasks that are not named here. */
  otherTasks: z.number().int(),
  /** The files with the most figures first. */
  sources: z.array(whySource),
  /** Files that are not named here. */
  otherSources: z.number().int(),
});
export type WhyAnswerDto = z.infer<typeof whyAnswer>;

export const why = {
  /** What one needs to work a colour or a number out with a pencil, and where its figures came from. */
  get: reads.input(z.object({ cut: cutReference.optional(), about: whySubject })).output(whyAnswer),
};
