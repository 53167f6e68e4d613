import { z } from 'zod';
import { chartSpec } from '#shared/charts/spec.ts';
import { cutReference } from './words.ts';

/** More than any page shows; a description from a file is untrusted input. */
const ROWS_AT_MOST = 5000;
const line = z.string().max(2000);
const colour = z.string().regex(/^#[0-9A-Fa-f]{6}$/);
const format = z.enum(['text', 'integer', 'decimal', 'percent', 'date']);

/** Marks on a colour; plain hatching is kept for areas without data, the last three for what lies between two colours. */
export const MAP_PATTERNS = ['crossHatch', 'dots', 'lines', 'dashes', 'stripes', 'checks', 'bars'] as const;
const pattern = z.enum(MAP_PATTERNS);

/** A map as data. Colour null: no data, drawn hatched. `ink` draws the pattern; without it a faint one fit for the colour. Degrees, WGS 84. */
export const mapSpec = z.object({
  level: z.enum(['province', 'commune']),
  description: line,
  areas: z
    .array(
      z.object({
        code: z.string().regex(/^(\d{2}|\d{5})$/),
        name: line,
        value: z.union([line, z.number()]).nullable(),
        colour: colour.nullable(),
        pattern: pattern.exactOptional(),
        ink: colour.exactOptional(),
      }),
    )
    .max(ROWS_AT_MOST),
  format,
  legendTitle: line,
  legend: z
    .array(
      z.object({
        label: line,
        colour: colour.nullable(),
        pattern: pattern.exactOptional(),
        ink: colour.exactOptional(),
        count: line,
      }),
    )
    .max(40),
  labels: z
    .array(
      z.object({
        code: z.string().max(5),
        lon: z.number().min(-180).max(180),
        lat: z.number().min(-90).max(90),
        lines: z.array(line).max(3),
      }),
    )
    .max(ROWS_AT_MOST),
  archipelagoNames: z.record(z.string().max(5), line),
});
export type MapSpecDto = z.infer<typeof mapSpec>;

const cellColour = z.enum(['green', 'yellow', 'red', 'none']);

export const block = z.discriminatedUnion('type', [
  z.object({ type: z.literal('headline'), text: line }),
  z.object({
    type: z.literal('figures'),
    figures: z.array(
      z.object({
        label: line,
        text: line,
        change: z
          .object({ text: line, direction: z.enum(['better', 'worse', 'same', 'unknown']) })
          .exactOptional(),
        colour: z.enum(['green', 'yellow', 'red']).exactOptional(),
      }),
    ),
  }),
  z.object({
    type: z.literal('chart'),
    chart: chartSpec,
    /** The page's title says what the chart's would. */
    hasCaption: z.literal(false).exactOptional(),
    /** What stands in the place of an empty chart, where it is not 'no data'. */
    emptyText: line.exactOptional(),
  }),
  z.object({ type: z.literal('map'), map: mapSpec }),
  z.object({
    type: z.literal('table'),
    table: z.object({
      title: line,
      columns: z.array(z.object({ title: line, width: z.number(), format })),
      rows: z.array(z.array(z.object({ text: line, colour: cellColour.exactOptional() }))),
      emptyText: line,
    }),
  }),
  z.object({ type: z.literal('text'), paragraphs: z.array(line) }),
]);
export type BlockDto = z.infer<typeof block>;

/** A page as the preview draws it: rows share the page's height by weight, cells their row's width. */
export const briefingPage = z.object({
  id: z.string(),
  title: line,
  notes: z.array(line),
  /** Source, as-of time and rule version in one line. */
  provenance: line,
  /** 'SỐ LIỆU MINH HỌA' and the like; empty when there is nothing to mark. */
  marks: line,
  rows: z.array(z.object({ height: z.number(), cells: z.array(z.object({ width: z.number(), block })) })),
});
export type BriefingPageDto = z.infer<typeof briefingPage>;

/** A figure taken over from a screen as it stood there, with the cut it speaks of. */
export const addedFigure = z.object({
  cut: cutReference,
  block: z.discriminatedUnion('type', [
    z.object({ type: z.literal('chart'), chart: chartSpec }),
    z.object({ type: z.literal('map'), map: mapSpec }),
  ]),
});
export type AddedFigureDto = z.infer<typeof addedFigure>;

/** One page of a person's own briefing: a built-in page by its id, or a figure added from a screen. */
export const pageChoice = z.object({
  /** Of the built-in page; any other unique text for an added figure. */
  id: z.string().min(1).max(60),
  /** The person's own words; absent: what the figures say. */
  title: z.string().trim().min(1).max(200).exactOptional(),
  notes: z.array(z.string().max(2000)).max(40).exactOptional(),
  figure: addedFigure.exactOptional(),
});
export type PageChoiceDto = z.infer<typeof pageChoice>;
