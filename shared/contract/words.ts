import { z } from 'zod';
import { MONTH_STATES } from '#shared/domain/known.ts';
import {
  ALERT_RULES,
  ALERT_STATES,
  COLOURS,
  COVERAGE_BANDS,
  CUT_KINDS,
  CUT_STATES,
  EMPTY_KINDS,
  INDICATOR_KINDS,
  OPERATING_STATUSES,
  REPORTED_STATUSES,
  SEVERITIES,
  SOURCE_KINDS,
  TASK_OUTCOMES,
  TASK_SCHEDULES,
  TASK_SCOPES,
  UNIT_KINDS,
  UNIT_LEVELS,
  WORKSPACE_MARKS,
} from '#shared/domain/model.ts';

/** The domain's words as schemas: one definition each, used by every feature of the contract. */
export const reported = z.enum(REPORTED_STATUSES);
export const operating = z.enum(OPERATING_STATUSES);
const colour = z.enum(COLOURS).nullable();
/** The colours between which an undetermined status lies; null where it is certain or empty. */
export const statusBounds = {
  reportedAtLeast: colour,
  reportedAtMost: colour,
  operatingAtLeast: colour,
  operatingAtMost: colour,
};
const colourEnds = { atLeast: z.enum(COLOURS), atMost: z.enum(COLOURS) };
/** The same for one status by itself. */
export const colourBounds = z.object(colourEnds).nullable();
/** Those of the undetermined ones of a column, by their places in it. */
export const undeterminedAt = z.array(z.object({ at: z.number().int(), ...colourEnds }));
/** The operating score (0..1) with everything unknown as bad, and as good, as it can be; null without evidence. */
export const operatingScores = {
  scoreLow: z.number().nullable(),
  scoreHigh: z.number().nullable(),
};
export const coverageBand = z.enum(COVERAGE_BANDS);
export const unitLevel = z.enum(UNIT_LEVELS);
export const unitKind = z.enum(UNIT_KINDS);
export const indicatorKind = z.enum(INDICATOR_KINDS);
export const sourceKind = z.enum(SOURCE_KINDS);
/** Stands on everything that is made of figures which are not real; null where they are. */
export const workspaceMark = z.enum(WORKSPACE_MARKS).nullable();
export const taskScope = z.enum(TASK_SCOPES);
export const taskSchedule = z.enum(TASK_SCHEDULES);
export const taskOutcome = z.enum(TASK_OUTCOMES);
export const severity = z.enum(SEVERITIES);
export const alertState = z.enum(ALERT_STATES);
export const alertRule = z.enum(ALERT_RULES);

/** The code of a group, task or indicator of a plan. */
export const planCode = z.string().max(60);
export const unitCode = z.string().regex(/^(VN|\d{2}|\d{5})$/);
/** A cut's code, or a date (yyyy-mm-dd): the last cut whose as-of is not after the end of that day in Vietnam. */
export const cutReference = z.string().max(40);

/** A sentence of the message catalogue with its numbers; the screen's language decides how it reads. */
export const reason = z.object({
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
});
export type ReasonDto = z.infer<typeof reason>;

export const cut = z.object({
  id: z.string(),
  kind: z.enum(CUT_KINDS),
  start: z.string(),
  /** UTC, ISO 8601. */
  asOf: z.string(),
  state: z.enum(CUT_STATES),
  /** What people call it beside its date. */
  label: z.string().nullable(),
  corrected: z.boolean(),
});
export type CutDto = z.infer<typeof cut>;

/** A cut that an answer is about. Of a month: the last other cut before its end, whose colours, conditions and tasks stand there. */
export const viewedCut = cut.extend({ statusCut: z.object({ id: z.string(), asOf: z.string() }).nullable() });
export type ViewedCutDto = z.infer<typeof viewedCut>;

/** A count per 10,000 people of the communes that have both a figure and a known population. */
export const perPeople = z.object({
  value: z.number().nullable(),
  people: z.number().int(),
  communes: z.number().int(),
  withoutPopulation: z.number().int(),
});

/** How much of a cut is there. */
export const completeness = z.object({
  /** Provinces that owe something for it, and those of them that have sent 90% of that. */
  provinces: z.number().int(),
  inProvinces: z.number().int(),
  /** Figures and task reports. */
  owed: z.number().int(),
  sent: z.number().int(),
});

/** The newest month of a cut where too little of it has come to be used, and the one that speaks instead; else null. */
export const waitingMonth = completeness
  .extend({ cut: z.string(), instead: z.string().nullable() })
  .nullable();
export type WaitingMonthDto = z.infer<typeof waitingMonth>;

/** Names in both languages; the Vietnamese one is the name. */
export const bilingual = { name: z.string(), nameEn: z.string() };

/** Where a figure came from: enough to find it again in the sender's own file. */
export const provenance = z.object({
  source: z.string(),
  kind: sourceKind,
  sheet: z.string().nullable(),
  row: z.number().int().nullable(),
  /** The data file that the figure came through; null when it did not. */
  through: z.string().nullable(),
  receivedAt: z.string(),
  note: z.string().nullable(),
  noteEn: z.string().nullable(),
  /** Why the figure was changed after its cut had been closed; null when it was not. */
  correction: z.string().nullable(),
});
export type ProvenanceDto = z.infer<typeof provenance>;

/**
 * `collecting`: the first month is still being collected, whoever has sent; `tooOld`: the newest month says nothing any more.
 * `nothingToMeasure`: it was reported, but its denominator is 0 or its parts are missing, so there is no ratio.
 */
export const figureState = z.enum([
  'value',
  ...EMPTY_KINDS,
  ...MONTH_STATES,
  'nothingToMeasure',
  'selfExempt',
]);

/** Beside figures that are null together: that they are known, or which kind of empty they are. */
export const knownState = z.enum(['value', ...EMPTY_KINDS, ...MONTH_STATES]);

const parts = {
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
};

/** A figure of an output indicator; value is null where nothing was reported. Ratios are fractions (0..1). */
export const outputFigure = z.object({
  code: z.string(),
  unit: z.string(),
  /** The month cut the figure belongs to; null when no month has been reported yet. */
  cut: z.string().nullable(),
  kind: indicatorKind,
  ...parts,
  /** What the rules hold against the thresholds: the fraction of a ratio, a count per reporting commune. */
  measured: z.number().nullable(),
  state: figureState,
  /** Undetermined where a ratio of few files, or a sum with silent communes, may still be of another colour. */
  status: operating,
  /** The colours between which an undetermined one lies; null where it is certain or empty. */
  atLeast: colour,
  atMost: colour,
  /** A ratio of fewer files than the rules ask for, or one that does not say on how many it rests. */
  few: z.boolean(),
  /** Communes with a figure among all communes of the unit. */
  reportedUnits: z.number().int(),
  notReported: z.number().int(),
  notApplicable: z.number().int(),
  units: z.number().int(),
  /** Between which a sum lies, whatever the silent communes would have sent; of a count per commune asked, high null without an upper end. Null: none is silent, and none outgrew its size. */
  bounds: z.object({ low: z.number(), high: z.number().nullable() }).nullable(),
  /** What a province sent itself of what is asked of its communes: shown, never coloured, in no total. */
  own: z.object(parts).nullable(),
});
export type OutputFigureDto = z.infer<typeof outputFigure>;

/** Cuts that owed a report since the one at which a task's state was reported, 0 = at this one; null where it never was. */
export const reportAge = z.number().int().nullable();

/** Why a body says that a task is late: of the categories of difficulties, with the newest one it has open there. */
export const delay = {
  cause: z.object({ code: z.string(), ...bilingual }).nullable(),
  difficulty: z.string().nullable(),
};

export const provinceCode = z.string().regex(/^\d{2}$/);
