import { z } from 'zod';
import { reads } from './base.ts';
import { mapSpec } from './briefing-page.ts';
import { PICTURE_SCALES } from './choices.ts';
import { cutReference } from './words.ts';

const PICTURE_FORMATS = ['png', 'svg'] as const;
export const TABLE_FORMATS = ['xlsx', 'csv'] as const;
/** decimal has two places; date is yyyy-mm-dd; time is a UTC instant. Percent values are fractions. */
export const CELL_FORMATS = ['text', 'integer', 'decimal', 'percent', 'date', 'time'] as const;
export type CellFormatDto = (typeof CELL_FORMATS)[number];

/** A chart with every unit of a long list stays far below this. */
const DRAWING_CHARACTERS = 4_000_000;
/** No screen holds more; longer tables are written by commands. */
const TABLE_ROWS_AT_MOST = 200_000;
const COLUMNS_AT_MOST = 100;
/** Excel's own limit for the text of one cell. */
const CELL_CHARACTERS = 32_767;

const line = z.string().max(2000);
const language = z.enum(['vi', 'en']).default('vi');

/** A chart as the screen drew it (SVG of shapes and text, nothing else), or a map as data. */
const drawing = z.discriminatedUnion('type', [
  z.object({ type: z.literal('chart'), svg: z.string().min(1).max(DRAWING_CHARACTERS) }),
  z.object({ type: z.literal('map'), map: mapSpec }),
]);

export const pictureRequest = z.object({
  drawing,
  title: line,
  /** The cut its figures speak of: what is printed as its source. */
  cut: cutReference,
  language,
  format: z.enum(PICTURE_FORMATS),
  scale: z.enum(PICTURE_SCALES).default('2x'),
  /** The paper; the drawing must have been made for the same one. */
  theme: z.enum(['light', 'dark']).default('light'),
});
export type PictureRequestDto = z.input<typeof pictureRequest>;

const cell = z.union([z.string().max(CELL_CHARACTERS), z.number(), z.null()]);

export const tableRequest = z.object({
  title: line,
  /** The cut its figures speak of; absent: the picture. */
  cut: cutReference.optional(),
  language,
  format: z.enum(TABLE_FORMATS),
  /** What was filtered, in words, one condition a line. */
  filters: z.array(line).max(20).default([]),
  columns: z
    .array(z.object({ title: line, format: z.enum(CELL_FORMATS) }))
    .min(1)
    .max(COLUMNS_AT_MOST),
  /** In the order of the screen; a cell for each column. */
  rows: z.array(z.array(cell)).max(TABLE_ROWS_AT_MOST),
});
export type TableRequestDto = z.input<typeof tableRequest>;

export const screenExport = {
  /** A chart or map of a screen as a picture of its own: title, legend, source and as-of time on it. */
  picture: reads.input(pictureRequest).output(z.object({ name: z.string(), file: z.file() })),
  /** A table of a screen with all its rows as a file, kept to be downloaded once by `download`. */
  table: reads
    .input(tableRequest)
    .output(z.object({ name: z.string(), bytes: z.number(), rows: z.number().int(), download: z.uuid() })),
};
