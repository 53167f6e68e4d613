import { z } from 'zod';
import { reads, writes } from './base.ts';
import { ORIENTATIONS, RECIPE_KINDS, ROW_KINDS } from './choices.ts';
import { textDialect } from './intake-revision.ts';
import { personName } from './settings.ts';
import { provinceCode } from './words.ts';

const recipeName = z.string().trim().min(1).max(80);
const headerText = z.string().max(1000);

/** What a recipe says of a sheet. It holds no figure and no unit of a row. */
export const recipeContent = z.object({
  /** How units stand; across, its rows are columns of the sheet, and its columns rows. */
  orientation: z.enum(ORIENTATIONS).optional(),
  /** The texts of the header, row by row: the shape that a sheet must have, letter for letter. */
  header: z.array(z.array(headerText).max(1000)).min(1).max(10),
  /** Rows between the header and the first of the body; null: as it is found. */
  gap: z.number().int().min(0).max(1000).nullable(),
  /** What columns are, by their letters: 'unitCode', 'value:devices', 'ignored'. */
  columns: z.record(z.string().regex(/^[A-Z]{1,3}$/), z.string().max(100)),
  /** Answers to questions; those of one sheet are kept without its name. */
  answers: z.record(z.string().max(600), z.string().max(100)),
  /** How what the answers are about was written, where it is known. */
  texts: z.record(z.string().max(600), z.string().max(600)).default({}),
  /** What rows are that begin with these words. */
  rows: z.array(z.object({ label: headerText, kind: z.enum(ROW_KINDS) })).max(500),
  /** The row that begins with these words is the first of the footer. */
  footer: headerText.nullable(),
  /** How the text of a CSV file is to be decoded and divided, where somebody said so. */
  dialect: textDialect.default({}),
});
export type RecipeContent = z.infer<typeof recipeContent>;

export const recipe = z.object({
  name: recipeName,
  version: z.number().int(),
  /** Whose files it reads; null: anybody's. */
  sender: provinceCode.nullable(),
  /** What its sheets hold. */
  kind: z.enum(RECIPE_KINDS),
  content: recipeContent,
  madeAt: z.string(),
  madeBy: z.string(),
  /** When it was replaced by the next version, or removed; null for the one in force. */
  endedAt: z.string().nullable(),
});
export type RecipeDto = z.infer<typeof recipe>;

/** A recipe as a file carries it from one machine to another. */
export const recipeFile = z.object({
  format: z.literal('kh02-recipe'),
  formatVersion: z.literal(1),
  name: recipeName,
  sender: provinceCode.nullable(),
  kind: z.enum(RECIPE_KINDS),
  content: recipeContent,
});
export type RecipeFileDto = z.infer<typeof recipeFile>;

export const recipes = {
  /** Those in force, by name. */
  list: reads.output(z.array(recipe)),
  /** Every version of one, the newest first. RECIPE_UNKNOWN names those that there are. */
  versions: reads.input(z.object({ name: recipeName })).output(z.array(recipe)),
  /**
   * Keeps what was said of a sheet of a preview, under a new name or as the next version of one. RECIPE_NOTHING where
   * nothing was said, RECIPE_OTHER where the name is that of another sender's or kind's, RECIPE_SHAPE where the sender has
   * another recipe for this shape; IMPORT_UNKNOWN.
   */
  save: writes('inbox')
    .input(
      z.object({ id: z.string().max(60), sheet: z.string().max(600), name: recipeName, who: personName }),
    )
    .output(recipe),
  /** As JSON. */
  export: reads
    .input(z.object({ name: recipeName }))
    .output(z.object({ file: z.string(), text: z.string() })),
  /** RECIPE_FILE for what is none; else as `save`. */
  import: writes('inbox')
    .input(z.object({ text: z.string().max(1_000_000), who: personName }))
    .output(recipe),
  /** All its versions go by the new name. RECIPE_UNKNOWN; RECIPE_TAKEN where another one bears or bore it. */
  rename: writes('inbox')
    .input(z.object({ name: recipeName, to: recipeName, who: personName }))
    .output(recipe),
  /** No file is read by it any more; its versions stay on record. RECIPE_UNKNOWN. */
  remove: writes('inbox')
    .input(z.object({ name: recipeName, who: personName }))
    .output(z.object({})),
};
