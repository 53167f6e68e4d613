import { z } from 'zod';
import { PROOF_VERDICTS } from '#shared/domain/proof.ts';

export const problemSeverity = z.enum(['error', 'warning', 'question']);
/** `values` fill the sentence `intake.problem.<code>`; row as in the file, column letters. */
export const intakeProblem = z.object({
  severity: problemSeverity,
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
  sheet: z.string().nullable(),
  row: z.number().int().nullable(),
  column: z.string().nullable(),
  /** What `answers` takes to settle it, where somebody can: a unit's is answered with any unit's code. */
  key: z.string().optional(),
});
export type IntakeProblemDto = z.infer<typeof intakeProblem>;

/** How far a file proves itself: what it was held against, and what became of its rows. */
export const intakeProof = z.object({
  /** Only `proven` and `notes` go in where nobody looks. */
  verdict: z.enum(PROOF_VERDICTS),
  checks: z.array(
    z.object({
      check: z.enum(['totals', 'rates', 'communes', 'past', 'overnight']),
      outcome: z.enum(['agrees', 'differs', 'absent']),
      count: z.number().int(),
    }),
  ),
  rows: z.object({
    used: z.number().int(),
    rejected: z.number().int(),
    empty: z.number().int(),
    /** Rows that are of no unit, by the rule that left them out. */
    leftOut: z.array(z.object({ rule: z.string(), count: z.number().int() })),
  }),
});
export type IntakeProofDto = z.infer<typeof intakeProof>;

/**
 * Whose colours a file changes, at the newest cut with colours that it bears upon; no entry of those that stay.
 * `units` are the first by name: worse, without a colour, better, with one for the first time.
 */
export const colourChanges = z.object({
  cut: z.string(),
  moves: z.array(
    z.object({
      level: z.enum(['province', 'commune']),
      side: z.enum(['reported', 'operating']),
      changed: z.number().int(),
      improved: z.number().int(),
      regressed: z.number().int(),
      started: z.number().int(),
      stopped: z.number().int(),
      units: z.array(z.string()),
    }),
  ),
});
export type ColourChangesDto = z.infer<typeof colourChanges>;

export const problemCount = z.object({
  code: z.string(),
  severity: problemSeverity,
  count: z.number().int(),
});

/** A recipe that a sheet was read by. */
export const usedRecipe = z.object({ sheet: z.string(), name: z.string(), version: z.number().int() });
