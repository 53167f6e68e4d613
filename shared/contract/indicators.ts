import { z } from 'zod';
import { reads } from './base.ts';
import { indicator } from './plan.ts';
import {
  bilingual,
  cutReference,
  figureState,
  operating,
  outputFigure,
  perPeople,
  viewedCut,
  waitingMonth,
} from './words.ts';

const place = z.object({
  code: z.string(),
  ...bilingual,
  value: z.number().nullable(),
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
  /** What the rules hold against the thresholds: for counts `value` per reporting commune. */
  measured: z.number().nullable(),
  state: figureState,
  status: operating,
  atLeast: outputFigure.shape.atLeast,
  atMost: outputFigure.shape.atMost,
  reported: z.number().int(),
  notReported: z.number().int(),
  notApplicable: z.number().int(),
  bounds: outputFigure.shape.bounds,
  own: outputFigure.shape.own,
  /**
   * Of counts, per 10,000 people of the communes that have both a figure and a known population; computed, in no total
   * and under no threshold. Null for other indicators.
   */
  perPeople: perPeople.nullable(),
});
export type IndicatorPlaceDto = z.infer<typeof place>;

export const indicators = {
  /** One criterion or output: by province, how the communes are spread, over time, and what is missing. */
  get: reads.input(z.object({ code: z.string().max(60), cut: cutReference.optional() })).output(
    z.object({
      cut: viewedCut,
      indicator,
      figuresCut: z.string().nullable(),
      /** The newest month, where it is too old to say anything at the cut. */
      tooOld: z.string().nullable(),
      /** Of outputs at a cut that is not the month itself. */
      waitingMonth,
      country: place,
      provinces: z.array(place),
      /** Twenty equal classes of the communes' values; the last one holds its upper edge. */
      distribution: z.array(z.object({ from: z.number(), to: z.number(), communes: z.number().int() })),
      trend: z.array(
        z.object({
          cut: z.string(),
          asOf: z.string(),
          value: z.number().nullable(),
          notReported: z.number().int(),
        }),
      ),
    }),
  ),
};
