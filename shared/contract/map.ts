import { z } from 'zod';
import { reads } from './base.ts';
import {
  cutReference,
  figureState,
  operating,
  reported,
  statusBounds,
  undeterminedAt,
  viewedCut,
  waitingMonth,
} from './words.ts';

const shareOpen = z.object({ at: z.number().int(), atMost: z.number() });
const level = z.enum(['province', 'commune']);

/** Columns, not rows: 3,321 communes stay near 100 kB, and a layer is a column. All arrays are equally long. */
export const mapColumns = z.object({
  cut: viewedCut,
  level,
  ruleVersion: z.number().int(),
  codes: z.array(z.string()),
  reported: z.array(reported),
  operating: z.array(operating),
  /** The undetermined ones: places in `codes` with the colours between which they lie. */
  undetermined: z.array(z.object({ at: z.number().int(), ...statusBounds })),
  gapSteps: z.array(z.number().int().nullable()),
  /** Criteria not met (commune) or communes not GREEN (province). */
  missing: z.array(z.number().int().nullable()),
  /** Provinces: share of GREEN communes. Communes: share of criteria met. null: nothing reported. */
  coverage: z.array(z.number().nullable()),
  /** Where silence leaves it open: places in `codes` with what the share is at most. */
  coverageOpen: z.array(shareOpen),
  /** Of operation and gap. */
  waitingMonth,
});
export type MapColumnsDto = z.infer<typeof mapColumns>;

/**
 * Which criteria keep communes from GREEN: places in `criteria`, for each of `codes`. Communes that lack none, and those
 * that reported nothing at all, are left out. Beside the columns, not in them: no picture waits for it.
 */
export const missingCriteria = z.object({
  criteria: z.array(z.string()),
  codes: z.array(z.string()),
  notMet: z.array(z.array(z.number().int())),
  unreported: z.array(z.array(z.number().int())),
});
export type MissingCriteriaDto = z.infer<typeof missingCriteria>;

export const map = {
  /** What every fixed layer (reported, operating, gap, coverage) draws. */
  statuses: reads.input(z.object({ cut: cutReference.optional(), level })).output(mapColumns),
  /** For the cards of communes. */
  missing: reads.input(z.object({ cut: cutReference.optional() })).output(missingCriteria),
  /** One criterion or output indicator; state tells empty kinds apart, value is a fraction for ratios. */
  indicator: reads.input(z.object({ cut: cutReference.optional(), level, code: z.string().max(60) })).output(
    z.object({
      cut: viewedCut,
      level,
      code: z.string(),
      /** The cut the figures themselves belong to (a month for outputs); null when there is none yet. */
      figuresCut: z.string().nullable(),
      /** Of outputs at a cut that is not the month itself. */
      waitingMonth,
      codes: z.array(z.string()),
      values: z.array(z.number().nullable()),
      states: z.array(figureState),
      statuses: z.array(operating),
      /** The undetermined ones: places in `codes` with the colours between which they lie. */
      undetermined: undeterminedAt,
      /** Provinces where silence leaves the share of a criterion open: places in `codes` with what it is at most. */
      shareOpen: z.array(shareOpen),
    }),
  ),
};
