import { z } from 'zod';
import { reads } from './base.ts';
import { page } from './pages.ts';
import { bilingual, cutReference, unitCode, viewedCut } from './words.ts';

export const difficultyRow = z.object({
  id: z.string(),
  category: z.string(),
  unit: z.object({ code: z.string(), ...bilingual, kind: z.string(), province: z.string().nullable() }),
  text: z.string(),
  reportedOn: z.string(),
  resolvedOn: z.string().nullable(),
  /** Whole days from the report to its end, or to the cut while it is open. */
  ageDays: z.number().int(),
});
export type DifficultyRowDto = z.infer<typeof difficultyRow>;

export const difficulties = {
  /** Categories x provinces, and a page of the list behind them: what was reported by the cut, oldest open ones first. */
  list: reads
    .input(
      z.object({
        cut: cutReference.optional(),
        category: z.string().max(60).optional(),
        /** A unit and everything below it. */
        unit: unitCode.optional(),
        open: z.boolean().default(true),
        /** Of the list. */
        ...page(1000),
      }),
    )
    .output(
      z.object({
        cut: viewedCut,
        /** The month of the outputs among the indicators; null before the first. */
        figuresCut: z.string().nullable(),
        categories: z.array(
          z.object({
            code: z.string(),
            ...bilingual,
            total: z.number().int(),
            open: z.number().int(),
            medianAgeDays: z.number().int().nullable(),
            /** The indicators whose poor figures it explains, with their value in the units that report it. */
            indicators: z.array(
              z.object({
                code: z.string(),
                ...bilingual,
                value: z.number().nullable(),
                country: z.number().nullable(),
              }),
            ),
          }),
        ),
        matrix: z.array(z.object({ category: z.string(), province: z.string(), open: z.number().int() })),
        difficulties: z.array(difficultyRow),
      }),
    ),
  /** Documents that localities issued by the cut, newest first, page by page. */
  documents: reads
    .input(z.object({ cut: cutReference.optional(), unit: unitCode.optional(), ...page(1000) }))
    .output(
      z.array(
        z.object({
          id: z.string(),
          kind: z.string(),
          number: z.string(),
          title: z.string(),
          issuedOn: z.string(),
          task: z.string().nullable(),
          unit: z.object({ code: z.string(), ...bilingual }),
        }),
      ),
    ),
};
