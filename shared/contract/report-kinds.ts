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
