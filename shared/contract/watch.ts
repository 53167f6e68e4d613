import { z } from 'zod';
import { reads, writes } from './base.ts';
import { WATCH_POLICIES } from './choices.ts';
import { personName } from './settings.ts';

export const watchPolicy = z.enum(WATCH_POLICIES);
export type WatchPolicy = z.infer<typeof watchPolicy>;

export const watchSettings = z.object({
  /** Absolute path on the machine of the engine. */
  folder: z.string().min(1).max(4000),
  policy: watchPolicy,
  isPaused: z.boolean(),
  /** Who answers for what the policy takes in. */
  who: personName,
  since: z.string(),
});
export type WatchSettings = z.infer<typeof watchSettings>;

const WATCH_OUTCOMES = ['waiting', 'committed', 'duplicate', 'rejected', 'discarded'] as const;

/** A message key (`error.…`, `watch.reason.…`, `intake.problem.…`) with what fills its sentence. */
export const watchReason = z.object({
  code: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number()])),
});
export type WatchReasonDto = z.infer<typeof watchReason>;

/** A file the folder brought. */
export const watchedFile = z.object({
  name: z.string(),
  bytes: z.number(),
  takenAt: z.string(),
  outcome: z.enum(WATCH_OUTCOMES),
  /** Why it was not simply taken in; null where the outcome says it all. */
  reason: watchReason.nullable(),
  province: z.string().nullable(),
  cuts: z.array(z.string()),
  /** Of a file that waits: its id in the inbox. */
  inbox: z.string().nullable(),
  run: z.string().nullable(),
  /** Where it lies below the folder, and when it came there; null while it has not been moved. */
  place: z.string().nullable(),
  finishedAt: z.string().nullable(),
});
export type WatchedFileDto = z.infer<typeof watchedFile>;

export const watchState = z.object({
  settings: watchSettings.nullable(),
  /** `elsewhere`: the one that was asked does not watch (a command); a running application does. */
  state: z.enum(['off', 'paused', 'watching', 'stopped', 'elsewhere']),
  /** What keeps the folder from being looked at or a file from being moved; goes away by itself. */
  problem: watchReason.extend({ since: z.string() }).nullable(),
  lookedAt: z.string().nullable(),
  /** The file in hand, and how many are still being written. */
  current: z.string().nullable(),
  growing: z.number().int(),
  /** Newest first. */
  files: z.array(watchedFile),
});
export type WatchStateDto = z.infer<typeof watchState>;

export const watch = {
  state: reads
    .input(z.object({ files: z.number().int().min(0).max(1000).default(100) }).default({ files: 100 }))
    .output(watchState),
  /**
   * Watches a folder from now on in place of the one before. FOLDER_MISSING, FILE_UNWRITABLE, WATCH_FOLDER_UNFIT
   * (inside the data folder, or the root of a disk).
   */
  choose: writes('inbox')
    .input(
      z.object({
        folder: z.string().trim().min(1).max(4000),
        /** Left out: as it is where the folder is chosen already, else `inbox`. */
        policy: watchPolicy.optional(),
        who: personName,
      }),
    )
    .output(watchState),
  /** Changes how the chosen folder is watched. WATCH_OFF when there is none. */
  change: writes('inbox')
    .input(z.object({ policy: watchPolicy.optional(), isPaused: z.boolean().optional(), who: personName }))
    .output(watchState),
  /** Watches no folder any more; what has been taken stays on record. */
  forget: writes('inbox').output(watchState),
  /** Looks now, twice, and takes every complete file in hand before it answers: for a command in a schedule. WATCH_OFF. */
  once: writes('figures', 'statuses', 'alerts', 'cuts', 'inbox').output(watchState),
};
