import { z } from 'zod';
import { OPERATING_STATUSES, REPORTED_STATUSES } from '#shared/domain/model.ts';
import { reads } from './base.ts';
import {
  bilingual,
  cutReference,
  operating,
  reported,
  statusBounds,
  viewedCut,
  waitingMonth,
} from './words.ts';

const row = z.object(
  Object.fromEntries(OPERATING_STATUSES.map((status) => [status, z.number().int()])) as Record<
    (typeof OPERATING_STATUSES)[number],
    z.ZodInt
  >,
);

/** Reported (rows) x operating (columns); all cells together are all units of the level. */
export const matrix = z.object(
  Object.fromEntries(REPORTED_STATUSES.map((status) => [status, row])) as Record<
    (typeof REPORTED_STATUSES)[number],
    typeof row
  >,
);

const gapBounds = z.object({ atLeast: z.number().int(), atMost: z.number().int() });
/** Units in a gap: for certain, and at most, if what is silent or not sure were as far apart as it can be. */
export const gapCounts = z.object({
  any: gapBounds,
  /** GREEN on report, RED in operation. */
  wide: gapBounds,
});

export const gapUnit = z.object({
  code: z.string(),
  ...bilingual,
  kind: z.string(),
  province: z.string().nullable(),
  reported,
  operating,
  ...statusBounds,
  /** Colours by which the report is better than the operation, -2..2; null where a side is empty. */
  steps: z.number().int().nullable(),
  /** Where a side is not known: the gap it was in when both last were, which nobody has seen end; else null. */
  last: z.object({ reported, operating, steps: z.number().int() }).nullable(),
  /** How long the present cell has lasted, this cut included: months of outputs, and the cuts at which they spoke. */
  months: z.number().int(),
  cuts: z.number().int(),
});
export type GapUnitDto = z.infer<typeof gapUnit>;

export const gap = {
  /** The matrix of a level and its units with a gap, or of one cell: widest first, then the longest. */
  get: reads
    .input(
      z.object({
        cut: cutReference.optional(),
        level: z.enum(['province', 'commune']).default('commune'),
        /** Only the communes of this province. */
        province: z
          .string()
          .regex(/^\d{2}$/)
          .optional(),
        /** The gaps of the communes of each province as well. */
        byProvince: z.boolean().default(false),
        /** One row, column or cell of the matrix instead of every unit with a gap. */
        reported: reported.optional(),
        operating: operating.optional(),
      }),
    )
    .output(
      z.object({
        cut: viewedCut,
        level: z.enum(['province', 'commune']),
        ruleVersion: z.number().int(),
        waitingMonth,
        matrix,
        gaps: gapCounts,
        /** Those with a gap, or with one that is possible; null where it was not asked. */
        byProvince: z.array(z.object({ code: z.string(), gaps: gapCounts })).nullable(),
        units: z.array(gapUnit),
      }),
    ),
};
