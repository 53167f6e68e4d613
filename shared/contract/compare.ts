import { z } from 'zod';
import { procedure } from './base.ts';
import { bilingual, cut, cutReference } from './words.ts';

const transitions = z.record(z.string(), z.record(z.string(), z.number().int()));

export const changedUnit = z.object({
  code: z.string(),
  ...bilingual,
  kind: z.string(),
  province: z.string().nullable(),
  before: z.string(),
  after: z.string(),
});
export type ChangedUnitDto = z.infer<typeof changedUnit>;

/** A unit in force at one of the two cuts only. */
const movedUnit = z.object({
  code: z.string(),
  ...bilingual,
  kind: z.string(),
  province: z.string().nullable(),
  status: z.string(),
});

/** Communes in force at both cuts: joins and leaves would shift the share without any commune having changed. */
export const changedProvince = z.object({
  code: z.string(),
  ...bilingual,
  greenBefore: z.number().int(),
  greenAfter: z.number().int(),
  communes: z.number().int(),
  coverageBefore: z.number().nullable(),
  coverageAfter: z.number().nullable(),
  /** Fraction points; null when one side has no data. */
  coverageChange: z.number().nullable(),
});

export const comparison = z.object({
  from: cut,
  to: cut,
  level: z.enum(['province', 'commune']),
  side: z.enum(['reported', 'operating']),
  /** from status -> to status -> units, of the units present in both cuts; only pairs that occur. */
  transitions,
  common: z.number().int(),
  unchanged: z.number().int(),
  improved: z.array(changedUnit),
  regressed: z.array(changedUnit),
  startedReporting: z.array(changedUnit),
  stoppedReporting: z.array(changedUnit),
  /** Units in force only at the second cut, and only at the first: counted apart, in no transition. */
  joined: z.array(movedUnit),
  left: z.array(movedUnit),
  /** Alerts that opened, closed and lasted between the two. */
  alerts: z.object({ opened: z.number().int(), closed: z.number().int(), lasting: z.number().int() }),
  provinces: z.array(changedProvince),
});
export type ComparisonDto = z.infer<typeof comparison>;

export const compare = {
  cuts: procedure
    .input(
      z.object({
        from: cutReference,
        to: cutReference,
        /** Open snapshots that the cuts are taken from; without one, what the caller looks at. */
        fromSource: z.uuid().optional(),
        toSource: z.uuid().optional(),
        level: z.enum(['province', 'commune']).default('commune'),
        side: z.enum(['reported', 'operating']).default('reported'),
      }),
    )
    .output(comparison),
};
