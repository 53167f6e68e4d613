import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { reads, writes } from './base.ts';
import { brand, brandProcedures } from './brand.ts';
import { briefingPage, mapSpec, pageChoice } from './briefing-page.ts';
import { BRIEFING_KINDS, PICTURE_SCALES } from './choices.ts';
import { screenExport } from './screen-export.ts';
import { filePath, filePlace } from './uploads.ts';
import { cutReference } from './words.ts';

/** deck: .pptx; pdf: 16:9 pages; pdf-a4: A4 landscape; workbook: .xlsx; png and svg: one chart or map. */
export const EXPORT_FORMATS = ['deck', 'pdf', 'pdf-a4', 'workbook', 'csv', 'png', 'svg'] as const;

const asked = {
  cut: cutReference.optional(),
  /** A cut to compare with; null for none; absent for the cut before. */
  compare: cutReference.nullable().optional(),
  language: z.enum(['vi', 'en']).default('vi'),
};

const common = {
  ...asked,
  format: z.enum(EXPORT_FORMATS),
  /** A file, or a folder in which the file gets a name of its own; absent: kept to be downloaded once. */
  out: filePath.optional(),
  /** The pages in their order; absent: all built-in ones. */
  pages: z.array(pageChoice).min(1).max(60).optional(),
};

const which = {
  briefing: z.enum(BRIEFING_KINDS),
  /** A province; the province briefing needs one. */
  unit: z
    .string()
    .regex(/^\d{2}$/)
    .optional(),
};

const progress = z.object({
  kind: z.literal('progress'),
  done: z.number().int(),
  total: z.number().int(),
  /** A page's number or a file's name. */
  step: z.string(),
});

const exportEvent = z.discriminatedUnion('kind', [
  progress,
  z.object({
    kind: z.literal('done'),
    file: z.string(),
    bytes: z.number(),
    pages: z.number().int(),
    /** What `download` takes, when no place was given. */
    download: z.uuid().optional(),
  }),
]);

const provincesEvent = z.discriminatedUnion('kind', [
  progress,
  z.object({
    kind: z.literal('done'),
    out: z.string(),
    files: z.array(z.string()),
    bytes: z.number(),
    download: z.uuid().optional(),
  }),
]);

const deckSlide = {
  /** From 1, in the deck's own order. */
  slide: z.number().int(),
  /** As it stands in the deck. */
  title: z.string(),
  /** A person's own words and figures where ours stood: they are kept. */
  own: z.array(z.string()),
};

/** ours: will be renewed. figure: taken from a screen as it stood. own: a slide of the person's. */
export const deckReport = z.object({
  file: z.string(),
  kind: z.string(),
  unit: z.string(),
  language: z.enum(['vi', 'en']),
  cut: z.string(),
  compare: z.string().nullable(),
  pages: z.array(z.object({ ...deckSlide, state: z.enum(['ours', 'figure', 'own']) })),
});
export type DeckReportDto = z.infer<typeof deckReport>;

/** gone: a page that this program no longer makes; it stays as it is. */
export const renewedPage = z.object({ ...deckSlide, state: z.enum(['renewed', 'gone', 'figure', 'own']) });
export type RenewedPageDto = z.infer<typeof renewedPage>;

const renewEvent = z.discriminatedUnion('kind', [
  progress,
  z.object({
    kind: z.literal('done'),
    file: z.string(),
    bytes: z.number(),
    pages: z.array(renewedPage),
    /** Titles of pages that the briefing has at the new cut and the deck does not: taken out, or new. */
    missing: z.array(z.string()),
    download: z.uuid().optional(),
  }),
]);

export const briefingDescription = z.object({
  title: z.string(),
  subtitle: z.string(),
  organisation: z.string(),
  brand: z.object({ accent: z.string(), band: z.string(), logo: brand.shape.logo }),
  unitName: z.string(),
  cut: z.string(),
  compareCut: z.string().nullable(),
  asOf: z.string(),
  pages: z.array(briefingPage),
});
export type BriefingDescriptionDto = z.infer<typeof briefingDescription>;

/** A briefing of one's own: what is chosen and said, never the figures of built-in pages. */
export const briefingTemplate = z.object({
  format: z.literal('kh02-briefing-template'),
  name: z.string().trim().min(1).max(80),
  briefing: z.enum(BRIEFING_KINDS),
  pages: z.array(pageChoice).min(1).max(60),
});
export type BriefingTemplateDto = z.infer<typeof briefingTemplate>;

export const briefing = {
  ...screenExport,
  ...brandProcedures,
  /** What a built-in briefing says, as data: what the preview draws. */
  describe: reads.input(z.object({ ...asked, ...which })).output(briefingDescription),
  /** A map as every export draws it: PNG, base64. Width and height are its place on the page, in points. */
  drawMap: reads
    .input(
      z.object({
        map: mapSpec,
        width: z.number().min(50).max(1200),
        height: z.number().min(50).max(1200),
        pixels: z.number().int().min(100).max(4096),
      }),
    )
    .output(z.object({ png: z.string() })),
  /** The bytes of a file made without a place, in pieces of base64; it is gone afterwards. */
  download: reads.input(z.object({ id: z.uuid() })).output(eventIterator(z.string())),
  templates: reads.output(z.array(briefingTemplate)),
  /** Keeps the template in place of one of the same name; gives all of them. */
  saveTemplate: writes('settings').input(briefingTemplate).output(z.array(briefingTemplate)),
  removeTemplate: writes('settings')
    .input(z.object({ name: z.string().max(80) }))
    .output(z.array(briefingTemplate)),
  /** Makes a built-in briefing and writes it; only a whole file ever bears the name. Stops when the caller does. */
  export: reads
    .input(
      z.object({
        ...common,
        ...which,
        /** Pictures: the page whose first chart or map is drawn. */
        page: z.string().max(60).optional(),
        scale: z.enum(PICTURE_SCALES).default('2x'),
      }),
    )
    .output(eventIterator(exportEvent)),
  /** What a deck made earlier is, and what a renewal would leave alone. */
  inspectDeck: reads.input(filePlace).output(deckReport),
  /** Writes a deck made earlier again with the figures of another cut; the deck itself stays as it is. */
  renewDeck: reads
    .input(
      z.object({
        deck: filePlace,
        cut: asked.cut,
        compare: asked.compare,
        /** A file, or a folder; absent: kept to be downloaded once. */
        out: common.out,
      }),
    )
    .output(eventIterator(renewEvent)),
  /** One sheet for each province, to a folder or into a file that ends in .zip. */
  provinces: reads.input(z.object(common)).output(eventIterator(provincesEvent)),
};
