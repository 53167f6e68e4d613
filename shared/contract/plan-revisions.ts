import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { MERGED_LISTS } from '#shared/domain/plan-merge.ts';
import { reads, writes } from './base.ts';
import { plan, planDay } from './plan-file.ts';
import { ruleChange, rulePreview, ruleSet, ruleVersion } from './rules.ts';
import { personName } from './settings.ts';
import { filePlace } from './uploads.ts';
import { bilingual, cutReference, reason } from './words.ts';

/** The number that stands beside every result, and the first day (yyyy-mm-dd) of the cuts it holds for; null = all. */
export const planRevision = z.object({ ...ruleVersion.shape, validFrom: z.string().nullable() });
export type PlanRevisionDto = z.infer<typeof planRevision>;

/** `path` names the place in the plan ('tasks.3.deadline'); sheet and row where it came from a file. */
export const planProblem = z.object({
  path: z.string(),
  reason,
  sheet: z.string().nullable(),
  row: z.number().int().nullable(),
});
export type PlanProblemDto = z.infer<typeof planProblem>;

const fieldValue = z.union([z.string(), z.number(), z.boolean()]).nullable();
const difference = z.object({
  /** `rules`: the rest of the rule set, its fields by their dotted names. */
  part: z.enum([
    'plan',
    'phases',
    'pillars',
    'groups',
    'indicators',
    'tasks',
    'difficulties',
    'notAsked',
    'rules',
  ]),
  code: z.string(),
  ...bilingual,
  /** `retired`: in force until a day, its past stays. */
  kind: z.enum(['added', 'removed', 'retired', 'changed']),
  /** `isShare`: both sides are fractions that people read in percent. */
  fields: z
    .array(z.object({ field: z.string(), before: fieldValue, after: fieldValue, isShare: z.boolean() }))
    .readonly(),
});

/** Which revision: that of a cut, one by its number, or the one that was put in force last. */
const which = z.object({ cut: cutReference.optional(), revision: z.number().int().optional() });

/** A rule set without what the plan itself says. */
const generalRules = ruleSet.omit({ notAsked: true, frequency: true }).extend({
  operating: ruleSet.shape.operating.omit({ indicators: true }),
});

export type GeneralRulesDto = z.infer<typeof generalRules>;

const whole = z.object({
  revision: planRevision,
  plan,
  /** The rest of the rule set. */
  rules: generalRules,
  /** Codes of indicators with figures and tasks with reports: they can be retired, not deleted. */
  used: z.object({ indicators: z.array(z.string()), tasks: z.array(z.string()) }),
});

export type WholePlanDto = z.infer<typeof whole>;

/** A plan that is to hold from a day on. `base`: the revision it was made from, so that two people do not undo each other. */
const draft = {
  plan,
  /** The rest of the rule set; without it, that of the base. */
  rules: generalRules.optional(),
  from: planDay,
  base: z.number().int(),
};

const preview = z.object({
  problems: z.array(planProblem),
  differences: z.array(difference),
  /** How many units would change colour at each status cut that it holds for, oldest first. */
  cuts: z.array(
    z.object({ cut: z.string(), asOf: z.string(), reported: z.number().int(), operating: z.number().int() }),
  ),
  /** Closed cuts of that time: they keep the revision they were closed under. */
  closed: z.array(z.string()),
  /** The last of those cuts in full; null where it holds for none, or while there are problems. */
  at: z.object({ cut: z.string(), ...rulePreview.omit({ problems: true }).shape }).nullable(),
});
export type PlanPreviewDto = z.infer<typeof preview>;

/** What a plan file says. */
const fileRead = z.object({
  file: z.string(),
  /** Null while it cannot be read as a plan at all. */
  plan: plan.nullable(),
  /** The rest of its rule set; null where the file says nothing of it. */
  rules: generalRules.nullable(),
  problems: z.array(planProblem),
  /** Fields that the file says nothing of and the plan does: its word stays. `codes`: of which things; none: of the plan. */
  kept: z.array(z.object({ part: difference.shape.part, field: z.string(), codes: z.array(z.string()) })),
  differences: z.array(difference),
  /**
   * Where the file was exported from a revision that is no longer the newest: what has changed since, and what both have
   * changed. Unless it is read `onto` the newest, `plan` is then both together, in which the file has the last word.
   */
  stale: z
    .object({
      base: z.number().int(),
      newest: z.number().int(),
      since: z.array(difference),
      clashes: z.array(
        z.object({ part: z.enum(['plan', 'rules', ...MERGED_LISTS]), code: z.string(), field: z.string() }),
      ),
    })
    .nullable(),
  /**
   * Why the file would take the place of the whole plan, where it says anything else: it is another plan's (`otherPlan`),
   * was exported from a plan that is not here (`otherBase`), or says of no revision that it comes from it (`noBase`). A
   * person has to say that this is meant. Null where it goes on from a revision of this workspace, or changes nothing.
   */
  replaces: z.enum(['otherPlan', 'otherBase', 'noBase']).nullable(),
});
export type PlanFileDto = z.infer<typeof fileRead>;

/** The plan as data: what it says, what it said, what another would change, and putting that in force. */
export const planRevisions = {
  /** The whole plan. RULE_VERSION_UNKNOWN, CUT_UNKNOWN. */
  get: reads.input(which).output(whole),
  /** Every revision, newest first; exactly one was put in force last. */
  revisions: reads.output(z.array(planRevision)),
  /** What differs between two revisions. RULE_VERSION_UNKNOWN. */
  diff: reads
    .input(z.object({ from: z.number().int(), to: z.number().int() }))
    .output(z.object({ differences: z.array(difference) })),
  /** What would be another plan's doing; writes nothing. */
  preview: reads.input(z.object(draft)).output(preview),
  /**
   * Puts a plan in force from a day on as a new revision and judges every open cut of that time anew. PLAN_INVALID,
   * PLAN_CHANGED where somebody else was quicker, PLAN_UNCHANGED where it says what the newest says, PLAN_DATE where it
   * begins before the newest revision.
   */
  save: writes('rules', 'cuts', 'statuses', 'alerts')
    .input(z.object({ ...draft, who: personName, note: z.string().trim().min(1).max(2000) }))
    .output(eventIterator(ruleChange)),
  /** Judges a closed cut by the revision that now holds for its day. CUT_NOT_CLOSED. */
  judgeAnew: writes('rules', 'cuts', 'statuses', 'alerts')
    .input(z.object({ cut: cutReference, who: personName, reason: z.string().trim().min(1).max(2000) }))
    .output(z.object({ cut: z.string(), revision: z.number().int() })),
  /** A plan file: a workbook to work in, or JSON. */
  export: reads
    .input(which.extend({ format: z.enum(['xlsx', 'json']) }))
    .output(z.object({ name: z.string(), file: z.file() })),
  /**
   * What a plan file says, its problems by sheet and row, and what it would change from a day on; without a day nothing
   * is said of what may be changed by then. PLAN_FILE_REFUSED, FILE_UNREADABLE, PLAN_DATE.
   */
  read: reads
    .input(z.object({ place: filePlace, from: planDay.optional(), onto: z.boolean().default(false) }))
    .output(fileRead),
};
