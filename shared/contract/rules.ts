import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { DEFAULT_SUSPICION, LATER_THRESHOLDS, MONTHS_AT_MOST } from '#shared/domain/default-rules.ts';
import { FREQUENCIES } from '#shared/domain/frequency.ts';
import { ROLL_UPS, type SuspicionRules } from '#shared/domain/rule-set.ts';
import { reads, writes } from './base.ts';
import { personName } from './settings.ts';
import { bilingual, cutReference, reason } from './words.ts';

const thresholds = z.object({
  direction: z.enum(['up', 'down']),
  greenFrom: z.number(),
  yellowFrom: z.number(),
  weight: z.number(),
  // Rules that an older version stored know neither.
  minDenominator: z.number().default(LATER_THRESHOLDS.minDenominator),
  decisive: z.boolean().default(LATER_THRESHOLDS.decisive),
});

const usual = (name: keyof SuspicionRules) => z.number().default(DEFAULT_SUSPICION[name]);

/** Older rule sets have none of it, or not all: what they lack is read with its default. */
const suspicion = z
  .object({
    equalLargeFiles: usual('equalLargeFiles'),
    equalLargeCommunes: usual('equalLargeCommunes'),
    equalMiddleFiles: usual('equalMiddleFiles'),
    equalMiddleCommunes: usual('equalMiddleCommunes'),
    equalSmallFiles: usual('equalSmallFiles'),
    equalSmallCommunes: usual('equalSmallCommunes'),
    rowFigures: usual('rowFigures'),
    rowFiles: usual('rowFiles'),
    jumpBy: usual('jumpBy'),
    jumpErrors: usual('jumpErrors'),
    riseBy: usual('riseBy'),
    riseCommunes: usual('riseCommunes'),
  })
  .prefault({});

/** The shape alone; whether the numbers make sense is told by `preview` and refused by `save`. */
export const ruleSet = z.object({
  notAsked: z
    .record(z.string().max(10), z.array(z.string().max(60)).max(200).readonly())
    .readonly()
    .default({}),
  /** How often an indicator is asked for, by its code; at each cut where nothing is said. */
  frequency: z.record(z.string().max(60), z.enum(FREQUENCIES)).readonly().default({}),
  commune: z.object({ yellowMissingAtMost: z.number() }),
  province: z.object({
    redOverdueMoreThan: z.number(),
    dueWithinDays: z.number(),
    paceTolerance: z.number(),
  }),
  coverage: z.object({ above: z.number(), half: z.number() }),
  operating: z.object({
    rollUp: z.enum(ROLL_UPS),
    greenFrom: z.number(),
    yellowFrom: z.number(),
    monthsAtMost: z.number().default(MONTHS_AT_MOST),
    indicators: z.record(z.string().max(60), thresholds),
  }),
  alerts: z.object({
    pendingCuts: z.number(),
    resolveCuts: z.number(),
    dueSoonDays: z.number(),
    coverageLowBelow: z.number(),
    onlineLowBelow: z.number(),
    onlineFallBy: z.number(),
    gapLastsCuts: z.number(),
    deadlineDayShare: z.number(),
    /** By rule: the day (yyyy-mm-dd) from which on it is switched off. */
    off: z.record(z.string().max(60), z.string().max(10)).optional(),
  }),
  suspicion,
});

export const ruleVersion = z.object({
  version: z.number().int(),
  createdAt: z.string(),
  who: z.string(),
  note: z.string(),
  isActive: z.boolean(),
  /** Who put it in force last, and when; null for a version that never was, or is since its making. */
  activatedAt: z.string().nullable(),
  activatedBy: z.string().nullable(),
});
export type RuleVersionDto = z.infer<typeof ruleVersion>;

/** Putting a version in force: status cuts computed anew of all that there are, then the version. */
export const ruleChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), done: z.number().int(), total: z.number().int() }),
  z.object({ kind: z.literal('done'), version: ruleVersion }),
]);
export type RuleChange = z.infer<typeof ruleChange>;

const ruleProblem = z.object({ path: z.string(), reason });

/** How many units have each status before and after, and from which to which they move. */
const shift = z.object({
  before: z.record(z.string(), z.number().int()),
  after: z.record(z.string(), z.number().int()),
  transitions: z.record(z.string(), z.record(z.string(), z.number().int())),
  changed: z.number().int(),
});

export const rulePreview = z.object({
  problems: z.array(ruleProblem),
  /** Null while there are problems: impossible thresholds colour nothing. */
  communesReported: shift.nullable(),
  communesOperating: shift.nullable(),
  provinces: z.array(
    z.object({
      code: z.string(),
      ...bilingual,
      reportedBefore: z.string(),
      reportedAfter: z.string(),
      operatingBefore: z.string(),
      operatingAfter: z.string(),
      greenBefore: z.number().int(),
      greenAfter: z.number().int(),
      communesChanged: z.number().int(),
    }),
  ),
  /** Alerts open at the cut that end because their rule is switched off. */
  alertsEnding: z.number().int(),
});
export type RulePreviewDto = z.infer<typeof rulePreview>;

export const rules = {
  list: reads.output(z.array(ruleVersion)),
  get: reads
    .input(z.object({ version: z.number().int().optional() }))
    .output(z.object({ ...ruleVersion.shape, rules: ruleSet })),
  /** What would change colour at a cut under other rules; writes nothing. */
  preview: reads.input(z.object({ cut: cutReference.optional(), rules: ruleSet })).output(rulePreview),
  /**
   * Stores the rules as a new version, puts it in force and computes every cut anew. RULES_INVALID else. A caller that
   * goes away before it is done leaves everything as it was.
   */
  save: writes('rules', 'statuses', 'alerts')
    .input(
      z.object({
        rules: ruleSet,
        who: personName,
        note: z.string().trim().min(1).max(2000),
      }),
    )
    .output(eventIterator(ruleChange)),
  /** Puts an older or newer version in force again, in the same way. RULE_VERSION_UNKNOWN. */
  activate: writes('rules', 'statuses', 'alerts')
    .input(z.object({ version: z.number().int(), who: personName }))
    .output(eventIterator(ruleChange)),
};
