import { z } from 'zod';
import { colourChanges, intakeProblem, intakeProof, problemCount, usedRecipe } from './intake-words.ts';

/** What was said of a file when it came in, as it is kept. */
const kept = z.object({
  file: z.string(),
  bytes: z.number().int(),
  sha256: z.string(),
  format: z.string(),
  province: z.string().nullable(),
  rows: z.number().int(),
  accepted: z.number().int(),
  /** Codes of communes of the province that it said nothing of. */
  missing: z.array(z.string()),
  proof: intakeProof.nullable(),
  /** Null where it bore upon none, or came before that was told. */
  colours: colourChanges.nullable().default(null),
  recipes: z.array(usedRecipe),
  /** Of everything that was said, how often. */
  counts: z.array(problemCount),
  /** The first that were not taken in. */
  problems: z.array(intakeProblem),
});
export type KeptReceipt = z.infer<typeof kept>;

export const receipt = kept.extend({
  run: z.string(),
  cuts: z.array(z.string()),
  at: z.string(),
  who: z.string(),
  reason: z.string().nullable(),
  added: z.number().int(),
  changed: z.number().int(),
  same: z.number().int(),
});
export type ReceiptDto = z.infer<typeof receipt>;
