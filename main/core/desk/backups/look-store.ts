import { useReader } from '#main/db/backups.ts';
import type { OpenOptions } from '#main/db/open.ts';
import { requireUsable } from '#main/db/restore.ts';
import type { BackupContentsDto } from '#shared/contract/backups.ts';

/** What lies in a backup, of any version of ours; every page is looked at. BACKUP_UNUSABLE, DATABASE_FOREIGN, DATABASE_NEWER. */
export function lookInside(path: string, name: string, options: OpenOptions): BackupContentsDto {
  const schemaVersion = requireUsable(path, options);
  const counts = useReader(path, options, (database) =>
    database
      .prepare(`
        SELECT (SELECT count(*) FROM cut) AS cuts, (SELECT count(*) FROM observation) AS figures,
          (SELECT max(as_of) FROM cut WHERE kind <> 'month') AS newestAsOf,
          (SELECT max(committed_at) FROM import_run WHERE kind <> 'built-in') AS lastRunAt`)
      .get(),
  );
  return { name, schemaVersion, ...(counts as Omit<BackupContentsDto, 'name' | 'schemaVersion'>) };
}
