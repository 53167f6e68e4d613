import { z } from 'zod';
import { alertCondition } from './alerts.ts';
import { reads } from './base.ts';
import {
  bilingual,
  cutReference,
  delay,
  figureState,
  knownState,
  operating,
  operatingScores,
  outputFigure,
  perPeople,
  provenance,
  reason,
  reportAge,
  reported,
  severity,
  statusBounds,
  taskSchedule,
  taskScope,
  unitCode,
  unitKind,
  unitLevel,
  viewedCut,
  waitingMonth,
} from './words.ts';

export const unit = z.object({
  code: z.string(),
  level: unitLevel,
  parent: z.string().nullable(),
  kind: unitKind,
  ...bilingual,
  /** The same name with the tone mark placed the other way (Hòa / Hoà), where there is one. */
  otherSpelling: z.string().nullable(),
  areaKm2: z.number().nullable(),
  lon: z.number().nullable(),
  lat: z.number().nullable(),
});
export type UnitDto = z.infer<typeof unit>;

/** `partly`: every commune that answered meets it, and some have not answered. `selfExempt`: it wrote 'not applicable', which the plan alone can say. */
const criterionState = z.enum([
  'met',
  'partly',
  'notMet',
  'notReported',
  'selfExempt',
  'notApplicable',
  'notYetDue',
]);

export const unitCriterion = z.object({
  code: z.string(),
  ...bilingual,
  state: criterionState,
  /** Communes that meet it, for provinces and the country; a commune counts itself. */
  met: z.number().int(),
  notMet: z.number().int(),
  notReported: z.number().int(),
  /** met / all communes it applies to; null where not one has answered. */
  share: z.number().nullable(),
  shareState: knownState,
  /** The share if none, and if all of the silent met it; null where it applies to nobody. */
  bounds: z.object({ atLeast: z.number(), atMost: z.number() }).nullable(),
  /** What a province, or the centre for the country, sent itself: shown, never coloured, in no total. */
  own: outputFigure.shape.own,
  provenance: provenance.nullable(),
});

const coveragePoint = z.object({
  cut: z.string(),
  asOf: z.string(),
  reported,
  green: z.number().int(),
  communes: z.number().int(),
  notReported: z.number().int(),
  corrected: z.boolean(),
});

/** How many communes a median is of, among how many that were asked, and why it is null. */
const medianBase = z.object({ state: figureState, reported: z.number().int(), units: z.number().int() });

const outputTrend = z.object({
  ...outputFigure.shape,
  ...bilingual,
  kind: z.enum(['ratio', 'count']),
  greenFrom: z.number().nullable(),
  yellowFrom: z.number().nullable(),
  /** Medians of the communes' values in the same month. */
  provinceMedian: z.number().nullable(),
  countryMedian: z.number().nullable(),
  /** What stands behind each; null where there is no such place: the country's province, the country of one province. */
  provinceMedianOf: medianBase.nullable(),
  countryMedianOf: medianBase.nullable(),
  trend: z.array(z.object({ cut: z.string(), asOf: z.string(), value: z.number().nullable() })),
  provenance: provenance.nullable(),
});

export const unitProfile = z.object({
  cut: viewedCut,
  unit,
  province: unit.nullable(),
  ruleVersion: z.number().int(),
  /** Why its operating side stands on an earlier month than the newest. */
  waitingMonth,
  reported,
  operating,
  ...statusBounds,
  ...operatingScores,
  gapSteps: z.number().int().nullable(),
  /** How long the present cell of the gap has lasted: months of outputs, and the cuts at which they spoke. */
  gapMonths: z.number().int(),
  gapCuts: z.number().int(),
  /** Rests on figures that were corrected after their cut had been closed: its own, or of a commune below it. */
  corrected: z.boolean(),
  reportedSince: z.string().nullable(),
  met: z.number().int().nullable(),
  missing: z.number().int().nullable(),
  communes: z.number().int().nullable(),
  green: z.number().int().nullable(),
  yellow: z.number().int().nullable(),
  red: z.number().int().nullable(),
  notReported: z.number().int().nullable(),
  reasons: z.array(reason),
  criteria: z.array(unitCriterion),
  outputs: z.array(outputTrend),
  history: z.array(coveragePoint),
  /** Provinces only: their tasks. */
  tasks: z.array(
    z.object({
      code: z.string(),
      group: z.string().nullable(),
      ...bilingual,
      deadline: z.string(),
      /** Of the country every task of the plan, as a whole; those of the centre alone colour it. */
      scope: taskScope,
      schedule: taskSchedule,
      progress: z.number().nullable(),
      /** The cut of the report that the state rests on. */
      reportCut: z.string().nullable(),
      age: reportAge,
      note: z.string().nullable(),
      ...delay,
    }),
  ),
  difficulties: z.array(
    z.object({
      id: z.string(),
      category: z.string(),
      ...bilingual,
      text: z.string(),
      reportedOn: z.string(),
      resolvedOn: z.string().nullable(),
    }),
  ),
  documents: z.array(
    z.object({
      id: z.string(),
      kind: z.string(),
      number: z.string(),
      title: z.string(),
      issuedOn: z.string(),
    }),
  ),
  /** `condition`: whether this cut says so, or an earlier one did and this one is silent. */
  alerts: z.array(
    z.object({ id: z.string(), rule: z.string(), severity, condition: alertCondition, reason }),
  ),
});
export type UnitProfileDto = z.infer<typeof unitProfile>;

const successor = z.object({
  code: z.string(),
  level: unitLevel,
  kind: unitKind,
  ...bilingual,
  parent: z.string().nullable(),
  /** One of several that the former unit was divided among. */
  isPart: z.boolean(),
});
export type SuccessorDto = z.infer<typeof successor>;

const formerPlace = z.object({
  level: z.enum(['province', 'district', 'commune']),
  code: z.string(),
  /** In full, as it was: 'Phường Phúc Xá', 'Quận Ba Đình'. */
  name: z.string(),
  /** The first day on which it was no more. */
  endedOn: z.string(),
  district: z.string().nullable(),
  province: z.string().nullable(),
});

/** A unit that is no more, and where it is on the day that was asked for. */
export const formerUnit = formerPlace.extend({ successors: z.array(successor) });
export type FormerUnitDto = z.infer<typeof formerUnit>;

const population = z.object({
  /** People of the communes whose population is known, a commune's own as the source has it; null where it is unknown. */
  people: z.number().int().nullable(),
  /** Of a commune `doubtful`: the source's number cannot be, so nothing is reckoned with it. Of a place whether any is known. */
  state: z.enum(['known', 'unknown', 'doubtful']),
  /** The year of the count. */
  countedIn: z.number().int().nullable(),
  communes: z.number().int(),
  unknown: z.number().int(),
  doubtful: z.number().int(),
});

export const unitBackground = z.object({
  code: z.string(),
  population,
  /** Communes only; null where nobody has told it. */
  seat: z.string().nullable(),
  /** Counts among the outputs of the month `cut`, per 10,000 people; `state`: which kind of empty the count itself is. */
  perPeople: z.array(
    perPeople.extend({ code: z.string(), ...bilingual, cut: z.string().nullable(), state: knownState }),
  ),
  madeFrom: z.array(formerPlace.extend({ isPart: z.boolean() })),
});
export type UnitBackgroundDto = z.infer<typeof unitBackground>;

export const units = {
  /** Units that are no more by name or code, with or without accents, the best first; in all there are `total`. */
  former: reads
    .input(
      z.object({
        text: z.string().max(100),
        date: z.iso.date().optional(),
        limit: z.number().int().min(1).max(200).default(20),
      }),
    )
    .output(z.object({ date: z.string(), found: z.array(formerUnit), total: z.number().int() })),
  /** Those that a code or a full name means, and no others. */
  formerNamed: reads
    .input(z.object({ text: z.string().max(100), date: z.iso.date().optional() }))
    .output(z.object({ date: z.string(), found: z.array(formerUnit) })),
  /** Population, seat and what a unit was made from, at a cut. UNIT_UNKNOWN, CUT_UNKNOWN. */
  background: reads.input(z.object({ code: unitCode, cut: cutReference.optional() })).output(unitBackground),
  /**
   * Every unit in force on a date (default: the day of the picture), country first, then by code. `others`: those too that
   * are no more by then, or not yet, by the name that they had last.
   */
  list: reads
    .input(z.object({ date: z.iso.date().optional(), others: z.boolean().default(false) }))
    .output(z.object({ date: z.string(), units: z.array(unit), others: z.array(unit) })),
  profile: reads.input(z.object({ code: unitCode, cut: cutReference.optional() })).output(unitProfile),
};
