import { z } from 'zod';
import { reads, writes } from './base.ts';

/** `daily`: made by itself, few are kept. `kept`: asked for by a person. `migration`: before an update of the database. `replaced`: what a restore put aside. */
export const BACKUP_KINDS = ['daily', 'kept', 'migration', 'replaced'] as const;
export type BackupKind = (typeof BACKUP_KINDS)[number];

const backup = z.object({
  name: z.string(),
  kind: z.enum(BACKUP_KINDS),
  madeAt: z.string(),
  bytes: z.number().int(),
});
export type BackupDto = z.infer<typeof backup>;

/** What lies in a backup that was opened and found in order. */
const backupContents = z.object({
  name: z.string(),
  schemaVersion: z.number().int(),
  cuts: z.number().int(),
  figures: z.number().int(),
  /** As-of time of the newest status cut. */
  newestAsOf: z.string().nullable(),
  lastRunAt: z.string().nullable(),
});
export type BackupContentsDto = z.infer<typeof backupContents>;

const name = z
  .string()
  .max(200)
  .regex(/^[\w.-]+\.db$/);

export const backups = {
  /** Newest first. */
  list: reads.output(
    z.object({
      folder: z.string(),
      backups: z.array(backup),
      /** When the program last failed to make one by itself, and why; null when it never did since it was started. */
      failure: z.object({ at: z.string(), code: z.string() }).nullable(),
      /** Whether a backup can be restored from here; else the command does it while nothing else runs. */
      canRestore: z.boolean(),
    }),
  ),
  /** Looks inside one. BACKUP_UNKNOWN, BACKUP_UNUSABLE. */
  look: reads.input(z.object({ name })).output(backupContents),
  /** Makes a backup now, checked page by page, in the data folder or another one. FOLDER_MISSING, DISK_FULL. */
  make: writes('backups')
    .input(z.object({ folder: z.string().min(1).optional() }))
    .output(backup),
  /**
   * Puts a checked backup in the place of the database, which is put aside among the backups; the application begins
   * anew with it. BACKUP_UNKNOWN, BACKUP_UNUSABLE, RESTORE_ELSEWHERE.
   */
  restore: writes('backups').input(z.object({ name })).output(backupContents),
};
