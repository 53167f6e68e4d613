import { z } from 'zod';
import { reads } from './base.ts';
import { WORKSPACE } from './choices.ts';
import { listedCut } from './cuts.ts';
import { snapshotScope, verdict } from './snapshots.ts';
import { bilingual, colourBounds, cutReference, viewedCut } from './words.ts';

const transitions = z.record(z.string(), z.record(z.string(), z.number().int()));

const changedUnit = z.object({
  code: z.string(),
  ...bilingual,
  kind: z.string(),
  province: z.string().nullable(),
  before: z.string(),
  beforeBounds: colourBounds,
  after: z.string(),
  afterBounds: colourBounds,
});

/** A unit in force at one of the two cuts only. */
const movedUnit = z.object({
  code: z.string(),
  ...bilingual,
  kind: z.string(),
  province: z.string().nullable(),
  status: z.string(),
  bounds: colourBounds,
});

/** Of communes in force at both cuts: joins and leaves would shift a share without any commune having changed. */
const changedCoverage = z.object({
  /** Null where not one commune had reported. */
  greenBefore: z.number().int().nullable(),
  greenAfter: z.number().int().nullable(),
  communes: z.number().int(),
  coverageBefore: z.number().nullable(),
  coverageAfter: z.number().nullable(),
  /** Communes that reported at both cuts. */
  compared: z.number().int(),
  /** Of these alone, since who falls silent has not become worse; null when fewer than 90% reported on one side. */
  greenChange: z.number().int().nullable(),
  /** The same in fraction points of them. */
  coverageChange: z.number().nullable(),
});
export type ChangedCoverage = z.infer<typeof changedCoverage>;

const changedProvince = changedCoverage.extend({ code: z.string(), ...bilingual });

export const comparison = z.object({
  from: viewedCut,
  to: viewedCut,
  level: z.enum(['province', 'commune']),
  side: z.enum(['reported', 'operating']),
  /** from status -> to status -> units, of the units present in both cuts; only pairs that occur. */
  transitions,
  common: z.number().int(),
  /** With the same colour at both cuts. */
  unchanged: z.number().int(),
  /** Without a colour at both. */
  stillUnknown: z.number().int(),
  improved: z.array(changedUnit),
  regressed: z.array(changedUnit),
  startedReporting: z.array(changedUnit),
  stoppedReporting: z.array(changedUnit),
  /** Units in force only at the second cut, and only at the first: counted apart, in no transition. */
  joined: z.array(movedUnit),
  left: z.array(movedUnit),
  /** Alerts that opened, closed and lasted between the two. */
  alerts: z.object({ opened: z.number().int(), closed: z.number().int(), lasting: z.number().int() }),
  country: changedCoverage,
  provinces: z.array(changedProvince),
  /** The rule set that judged each side. */
  fromRuleVersion: z.number().int(),
  toRuleVersion: z.number().int(),
  /** False where one side was judged by other rules: a change may then be one of the rules. */
  sameRules: z.boolean(),
});
export type ComparisonDto = z.infer<typeof comparison>;

const source = z.union([z.literal(WORKSPACE), z.uuid()]);

/** Something that a side of a comparison can be taken from, with the status cuts it has, newest first. */
export const comparisonSource = z.object({
  id: source,
  /** Null for the workspace. */
  file: z.object({ name: z.string(), verdict, scope: snapshotScope, isJudgedAnew: z.boolean() }).nullable(),
  /** Whether the caller's own screens show these figures. */
  isCurrent: z.boolean(),
  cuts: z.array(listedCut),
});
export type ComparisonSourceDto = z.infer<typeof comparisonSource>;

export const compare = {
  /** The workspace and every open snapshot. */
  sources: reads.output(z.array(comparisonSource)),
  cuts: reads
    .input(
      z.object({
        from: cutReference,
        to: cutReference,
        /** Where the cuts are taken from: the workspace or an open snapshot; without one, what the caller looks at. */
        fromSource: source.optional(),
        toSource: source.optional(),
        level: z.enum(['province', 'commune']).default('commune'),
        side: z.enum(['reported', 'operating']).default('reported'),
      }),
    )
    .output(comparison),
};
