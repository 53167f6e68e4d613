import { z } from 'zod';

/** Reports in words: of tasks, difficulties, documents. */
export const REPORT_KINDS = ['taskReport', 'difficulty', 'document'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

export const reportCounts = z.object({
  kind: z.enum(REPORT_KINDS),
  added: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
});
export type ReportCounts = z.infer<typeof reportCounts>;

const body = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

/** A report as it would be and as it is, everything by codes; `before` is null for a new one. */
export const reportChange = z.object({
  kind: z.enum(REPORT_KINDS),
  unit: z.string(),
  cut: z.string().nullable(),
  now: body,
  before: body.nullable(),
});
export type ReportChangeDto = z.infer<typeof reportChange>;
