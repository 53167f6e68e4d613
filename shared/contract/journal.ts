import { z } from 'zod';
import { ACT_KINDS, ACTS_AT_MOST } from '#shared/domain/acts.ts';
import { reads } from './base.ts';
import { unitCode } from './words.ts';

const unitName = z.object({ code: z.string(), name: z.string(), nameEn: z.string(), kind: z.string() });

const act = z.object({
  /** Its place in the journal: what comes before it is asked for with this. */
  id: z.string(),
  at: z.string(),
  kind: z.enum(ACT_KINDS),
  /** Null where nobody gave a name. */
  who: z.string().nullable(),
  /** Done by the program itself. */
  isProgram: z.boolean(),
  /** Null where it was about none, or about several. */
  unit: unitName.nullable(),
  /** Codes of the cuts it was about. */
  cuts: z.array(z.string()),
  /** What it was done with: a file, a version, a person, a new name, a new hour (UTC). */
  subject: z.string().nullable(),
  /** What was in the place of the subject before. */
  before: z.string().nullable(),
  /** How many: figures of an import, alerts that were decided, provinces that were missing. */
  count: z.number().int().nullable(),
  reason: z.string().nullable(),
  /** Id of the import, or of the one alert. */
  ref: z.string().nullable(),
});
export type ActDto = z.infer<typeof act>;

export const journalFilter = z.object({
  /** UTC instants, both included. */
  since: z.iso.datetime().optional(),
  until: z.iso.datetime().optional(),
  /** Part of a name; accents and case do not matter. */
  who: z.string().trim().max(120).optional(),
  kinds: z.array(z.enum(ACT_KINDS)).optional(),
  /** A unit; with those below it. */
  unit: unitCode.optional(),
  /** A cut's code. */
  cut: z.string().max(40).optional(),
  /** Words that all have to occur in name, subject, reason or cut. */
  text: z.string().trim().max(200).optional(),
});
export type JournalFilter = z.infer<typeof journalFilter>;

export const journal = {
  /** What people did, the newest first; from page to page by `before`, the `next` of the page before. */
  list: reads
    .input(
      journalFilter.extend({
        limit: z.number().int().min(1).max(ACTS_AT_MOST).default(100),
        before: z.string().max(200).optional(),
      }),
    )
    .output(
      z.object({
        acts: z.array(act),
        /** Null at the end of the journal. A page may be short of acts, or empty, and not the last one. */
        next: z.string().nullable(),
        /** How far back was looked: the time of the last act that was read, whether it fitted or not. */
        searchedTo: z.string().nullable(),
      }),
    ),
};
