import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { procedure } from './base.ts';
import { cutReference } from './words.ts';

/** The briefings that are built in. */
export const BRIEFING_KINDS = ['national', 'province', 'gap', 'tasks', 'handover'] as const;
/** deck: .pptx; pdf: 16:9 pages; pdf-a4: A4 landscape; workbook: .xlsx; png and svg: one chart or map. */
export const EXPORT_FORMATS = ['deck', 'pdf', 'pdf-a4', 'workbook', 'csv', 'png', 'svg'] as const;
export const PICTURE_SCALES = ['1x', '2x', '4k'] as const;

const common = {
  cut: cutReference.optional(),
  /** A cut to compare with; null for none; absent for the cut before. */
  compare: cutReference.nullable().optional(),
  language: z.enum(['vi', 'en']).default('vi'),
  format: z.enum(EXPORT_FORMATS),
  /** A file, or a folder in which the file gets a name of its own. */
  out: z.string().min(1).max(4000),
};

const progress = z.object({
  kind: z.literal('progress'),
  done: z.number().int(),
  total: z.number().int(),
  /** A page's number or a file's name. */
  step: z.string(),
});

export const exportEvent = z.discriminatedUnion('kind', [
  progress,
  z.object({ kind: z.literal('done'), file: z.string(), bytes: z.number(), pages: z.number().int() }),
]);
export type ExportEvent = z.infer<typeof exportEvent>;

export const provincesEvent = z.discriminatedUnion('kind', [
  progress,
  z.object({ kind: z.literal('done'), out: z.string(), files: z.array(z.string()), bytes: z.number() }),
]);
export type ProvincesEvent = z.infer<typeof provincesEvent>;

export const briefing = {
  /** Makes a built-in briefing and writes it; only a whole file ever bears the name. Stops when the caller does. */
  export: procedure
    .input(
      z.object({
        ...common,
        briefing: z.enum(BRIEFING_KINDS),
        /** A province; the province briefing needs one. */
        unit: z
          .string()
          .regex(/^\d{2}$/)
          .optional(),
        /** Pictures: the page whose first chart or map is drawn. */
        page: z.string().max(60).optional(),
        scale: z.enum(PICTURE_SCALES).default('2x'),
      }),
    )
    .output(eventIterator(exportEvent)),
  /** One sheet for each province, to a folder or into a file that ends in .zip. */
  provinces: procedure.input(z.object(common)).output(eventIterator(provincesEvent)),
};
