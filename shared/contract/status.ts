import { z } from 'zod';
import { reads } from './base.ts';
import { gapCounts, matrix } from './gap.ts';
import { unitCriterion } from './units.ts';
import {
  bilingual,
  coverageBand,
  cutReference,
  knownState,
  operating,
  operatingScores,
  outputFigure,
  reason,
  reported,
  statusBounds,
  unitCode,
  viewedCut,
  waitingMonth,
  workspaceMark,
} from './words.ts';

const colours = { green: z.number().int(), yellow: z.number().int(), red: z.number().int() };

const knownCount = z.number().int().nullable();

/** Counts of tasks by where they stand are null while not one of them was reported: `state` says why. */
export const groupFigures = z.object({
  code: z.string(),
  ...bilingual,
  total: z.number().int(),
  /** Tasks that are known by what was last reported of them: what the counts are of. */
  reported: z.number().int(),
  /** Those that rest, at one body or more, on a report of an earlier cut: a state lasts and only grows old. */
  older: z.number().int(),
  state: knownState,
  done: knownCount,
  onTime: knownCount,
  dueSoon: knownCount,
  overdue: knownCount,
  notReported: z.number().int(),
  /** Before their start, and nobody has said anything of them: neither reported nor silent. */
  notYetDue: z.number().int(),
});
export type GroupFiguresDto = z.infer<typeof groupFigures>;

const coverageBounds = {
  /** Coverage if nothing, and if all of what is silent or unanswered were met; null where there is no commune. */
  bounds: z.object({ atLeast: z.number(), atMost: z.number() }).nullable(),
  /** Communes that reported: what coverage speaks of. */
  reportedUnits: z.number().int(),
  /** Communes that are not GREEN only because some of their criteria have no answer. */
  unanswered: z.number().int(),
};

export const provinceFigures = z.object({
  code: z.string(),
  ...bilingual,
  communes: z.number().int(),
  green: z.number().int(),
  yellow: z.number().int(),
  red: z.number().int(),
  notReported: z.number().int(),
  /** GREEN communes among all communes, 0..1, which is what is certain; null when not one commune has reported. */
  coverage: z.number().nullable(),
  /** Why coverage is null: not one commune has reported, or there is none. */
  state: knownState,
  ...coverageBounds,
  /** The band of what is certain, and that of the upper bound. */
  band: coverageBand,
  bandAtMost: coverageBand,
  /** Colour from the progress of assigned tasks. */
  progress: reported,
  operating,
  ...statusBounds,
  ...operatingScores,
  gapSteps: z.number().int().nullable(),
  /** Rests on figures that were corrected after their cut had been closed. */
  corrected: z.boolean(),
});
export type ProvinceFiguresDto = z.infer<typeof provinceFigures>;

const nationalFigures = z.object({
  provinces: z.number().int(),
  communes: z.number().int(),
  progress: z.object({ ...colours, undetermined: z.number().int(), notReported: z.number().int() }),
  reported: z.object({ ...colours, notReported: z.number().int() }),
  operating: z.object({ ...colours, undetermined: z.number().int(), noEvidence: z.number().int() }),
  /** The undetermined communes by the worst colour that they can have. */
  operatingAtLeast: z.object({ yellow: z.number().int(), red: z.number().int() }),
  /** Operating GREEN among all communes, as coverage counts reported GREEN. */
  operatingCoverage: z.object({
    value: z.number().nullable(),
    state: knownState,
    /** If nothing, and if all of what may be GREEN for all that is known were; null where there is no commune. */
    bounds: z.object({ atLeast: z.number(), atMost: z.number() }).nullable(),
    /** Those that may be. */
    maybe: z.object({ noEvidence: z.number().int(), undetermined: z.number().int() }),
  }),
  /** Reported x operating of the communes: all cells together are all communes. */
  gap: matrix,
  gaps: gapCounts,
  coverage: z.number().nullable(),
  /** Of coverage. */
  state: knownState,
  ...coverageBounds,
  /** Provinces by the band of what is certain. */
  bands: z.record(coverageBand, z.number().int()),
});

export const criterionFigures = z.object({
  code: z.string(),
  ...bilingual,
  met: z.number().int(),
  notMet: z.number().int(),
  notReported: z.number().int(),
  notApplicable: z.number().int(),
  /** met / all communes it applies to, as the published reports count coverage. */
  share: z.number().nullable(),
  /** Of the share. */
  shareState: knownState,
  /** The share if none, and if all of the silent met it; null where it applies to nobody. */
  bounds: z.object({ atLeast: z.number(), atMost: z.number() }).nullable(),
  /** What the country or province sent itself: shown, never coloured, in no total. */
  own: outputFigure.shape.own,
});
export type CriterionFiguresDto = z.infer<typeof criterionFigures>;

export const statusReport = z.object({
  cut: viewedCut,
  ruleVersion: z.number().int(),
  mark: workspaceMark,
  /** Why what operates stands on an earlier month than the newest. */
  waitingMonth,
  national: nationalFigures,
  provinces: z.array(provinceFigures),
  criteria: z.array(criterionFigures),
  /** Each output indicator of the country (unit VN), of each province, and of the unit asked for. */
  outputs: z.array(outputFigure),
  tasks: z.object({
    total: z.number().int(),
    reported: z.number().int(),
    older: z.number().int(),
    state: knownState,
    done: knownCount,
    overdue: knownCount,
    notYetDue: z.number().int(),
    groups: z.array(groupFigures),
    /** Overdue tasks of which the published report does not say the group. */
    overdueUnattributed: knownCount,
  }),
  unit: z
    .object({
      code: z.string(),
      ...bilingual,
      status: z.object({
        ...{ reported, operating, ...statusBounds, ...operatingScores },
        gapSteps: z.number().int().nullable(),
      }),
      reasons: z.array(reason),
      criteria: z.array(unitCriterion.omit({ provenance: true })),
      outputs: z.array(outputFigure),
    })
    .nullable(),
});
export type StatusReportDto = z.infer<typeof statusReport>;

export const status = {
  /** The national picture at a cut (default: the picture), and one unit's beside it when asked for. */
  get: reads
    .input(z.object({ cut: cutReference.optional(), unit: unitCode.optional() }))
    .output(statusReport),
  /** The national figures at every status cut, oldest first: what the trend lines draw. */
  history: reads.input(z.object({})).output(
    z.array(
      z.object({
        cut: z.string(),
        asOf: z.string(),
        reported: nationalFigures.shape.reported,
        operating: nationalFigures.shape.operating,
        coverage: z.number().nullable(),
        /** Null where not one task was reported. */
        overdue: knownCount,
      }),
    ),
  ),
};
