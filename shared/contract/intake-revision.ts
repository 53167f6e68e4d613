import { z } from 'zod';
import { ORIENTATIONS, ROW_KINDS } from './choices.ts';
import { cutReference, provinceCode } from './words.ts';

const rowNumber = z.number().int().min(1).max(10_000_000);

/**
 * What a person says of the layout of one sheet; rows as numbered in the file. What the columns are is said in `answers`
 * under their `questionId` ('ignored': no data here), a unit under the `key` of its problem, rows taken out in `excluded`.
 */
export const sheetChoices = z.object({
  /** How its units stand; without it that is looked for. Across: all rows said here are columns, A the first. */
  orientation: z.enum(ORIENTATIONS).optional(),
  /** Which rows are the header; without it they are looked for. */
  header: z
    .object({ first: rowNumber, last: rowNumber })
    .refine(({ first, last }) => first <= last && last - first < 10 && last <= 10_000)
    .optional(),
  /** The first row of the body, and the last: what stands below is the footer. */
  firstRow: rowNumber.optional(),
  lastRow: rowNumber.optional(),
  /** What single rows are, against what the rules would say. */
  rows: z.record(z.string().regex(/^\d{1,8}$/), z.enum(ROW_KINDS)).optional(),
});
export type SheetChoicesDto = z.infer<typeof sheetChoices>;

/** How the text of a file is decoded and divided; what is left out is found. */
export const textDialect = z.object({
  encoding: z.enum(['utf-8', 'utf-16le', 'utf-16be', 'windows-1258', 'tcvn3', 'vni']).optional(),
  delimiter: z.enum([',', ';', '\t', '|']).optional(),
});

export const revision = {
  cut: cutReference.optional(),
  /** The cut counts only for what names none: a template keeps its own. */
  cutIfNone: z.boolean().optional(),
  province: provinceCode.optional(),
  answers: z.record(z.string().max(600), z.string().max(100)).default({}),
  /** 'sheet!B12' -> text in its place. */
  fixes: z.record(z.string().max(600), z.string().max(2000)).default({}),
  /** 'sheet!12' */
  excluded: z.array(z.string().max(600)).max(100_000).default([]),
  /** By the name of the sheet. */
  layout: z.record(z.string().max(600), sheetChoices).default({}),
  /** The recipe that it is to be read by; null: none. Left out: whichever fits the sender and the shape. */
  recipe: z.string().trim().min(1).max(80).nullable().optional(),
  dialect: textDialect.default({}),
};

/** What a person has said about a file, as the inbox keeps it. */
export const intakeRevision = z.object(revision);
export type IntakeRevisionDto = z.infer<typeof intakeRevision>;
