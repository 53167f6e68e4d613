import { z } from 'zod';
import { FREQUENCIES } from '#shared/domain/frequency.ts';
import { INDICATOR_KINDS, SOURCE_KINDS, TASK_SCOPES } from '#shared/domain/model.ts';
import { INDICATOR_ROLES, type Plan } from '#shared/domain/plan.ts';

/** Limits of what a plan may say: far more than any does, and little enough to be drawn and judged. */
const PLAN_LIMITS = { codeCharacters: 60, textCharacters: 4000, entries: 2000 } as const;

const code = z.string().trim().min(1).max(PLAN_LIMITS.codeCharacters);
const text = z.string().trim().max(PLAN_LIMITS.textCharacters);
const name = text.min(1);
/** yyyy-mm-dd, a day that there is. */
export const planDay = z.iso.date();
const bilingual = { name, nameEn: name };
const part = z.object({ code, ...bilingual });
const held = { from: planDay.nullable().default(null), until: planDay.nullable().default(null) };
const origin = { origin: z.enum(SOURCE_KINDS).default('official'), source: text.nullable().default(null) };
const many = <Item extends z.ZodType>(item: Item) => z.array(item).max(PLAN_LIMITS.entries).readonly();

const planPhase = z.object({
  code,
  ...bilingual,
  shortName: name,
  shortNameEn: name,
  start: planDay,
  end: planDay,
});

const planIndicator = z.object({
  code,
  kind: z.enum(INDICATOR_KINDS),
  direction: z.enum(['up', 'down']).default('up'),
  ...bilingual,
  shortName: name,
  shortNameEn: name,
  definition: text.default(''),
  definitionEn: text.default(''),
  unitLabel: text.default(''),
  unitLabelEn: text.default(''),
  greenFrom: z.number(),
  yellowFrom: z.number(),
  weight: z.number().default(0),
  minDenominator: z.number().default(10),
  decisive: z.boolean().default(false),
  role: z.enum(INDICATOR_ROLES).nullable().default(null),
  asks: z.enum(['commune', 'province']).default('commune'),
  frequency: z.enum(FREQUENCIES).default('eachCut'),
  words: many(text).default([]),
  numeratorWords: many(text).default([]),
  ...held,
  ...origin,
});

const planTask = z.object({
  code,
  group: code.nullable(),
  phase: code,
  pillar: code.nullable().default(null),
  scope: z.enum(TASK_SCOPES),
  ...bilingual,
  leadAgency: text,
  leadAgencyEn: text,
  start: planDay,
  deadline: planDay,
  extensions: many(z.object({ from: planDay, deadline: planDay, document: name, reason: name })).default([]),
  outputs: many(
    z.object({
      indicator: code,
      target: z.number(),
      provinces: many(z.object({ province: code, target: z.number() })).default([]),
    }),
  ).default([]),
  ...held,
  ...origin,
});

/** A whole plan; what a plan file says that a person may leave out has its usual value. */
export const plan: z.ZodType<Plan> = z.object({
  code,
  ...bilingual,
  shortName: name,
  shortNameEn: name,
  phases: many(planPhase),
  pillars: many(part).default([]),
  groups: many(part.extend({ shortName: name, shortNameEn: name })),
  indicators: many(planIndicator),
  tasks: many(planTask),
  difficulties: many(part.extend({ indicators: many(code).default([]) })).default([]),
  /** Codes of indicators that are not asked of a unit, by the unit's code. */
  notAsked: z.record(z.string().max(10), many(code)).default({}),
});

/** What the JSON of a plan file begins with. */
export const PLAN_FILE = { format: 'kh02-plan', version: 1 } as const;
