import { z } from 'zod';
import { procedure } from './base.ts';
import { alertRule, alertState, bilingual, cut, cutReference, reason, severity, unitCode } from './words.ts';

export const alert = z.object({
  id: z.string(),
  rule: alertRule,
  severity,
  state: alertState,
  unit: z.object({ code: z.string(), ...bilingual, province: z.string().nullable() }),
  task: z.string().nullable(),
  indicator: z.string().nullable(),
  /** The cut at which the condition was first seen. */
  since: z.string(),
  reason,
});
export type AlertDto = z.infer<typeof alert>;

export const alertFilter = z.object({
  cut: cutReference.optional(),
  rules: z.array(alertRule).optional(),
  severities: z.array(severity).optional(),
  states: z.array(alertState).optional(),
  /** A unit and everything below it. */
  unit: unitCode.optional(),
  limit: z.number().int().min(1).max(5000).default(200),
  offset: z.number().int().min(0).default(0),
});

export const alerts = {
  /** Alerts at a cut, most severe and oldest first, with totals over everything the filter leaves. */
  list: procedure.input(alertFilter).output(
    z.object({
      cut,
      total: z.number().int(),
      bySeverity: z.record(severity, z.number().int()),
      byRule: z.partialRecord(alertRule, z.number().int()),
      byProvince: z.array(z.object({ code: z.string(), total: z.number().int() })),
      alerts: z.array(alert),
    }),
  ),
};
