import { readWorkspace } from '#main/core/ground/workspace/store.ts';
import { useReader } from '#main/db/backups.ts';
import type { OpenOptions } from '#main/db/open.ts';
import { requireUsable } from '#main/db/restore.ts';
import type { BackupContentsDto } from '#shared/contract/backups.ts';

/** Whether a database is of a real workspace and no practice copy; those from before the difference were filled by the program. */
export function isOfReal(path: string, options: OpenOptions): boolean {
  return useReader(path, options, (database) => {
    const isSaid =
      database.prepare(`SELECT 1 FROM sqlite_schema WHERE name = 'workspace'`).get() !== undefined;
    const workspace = isSaid ? readWorkspace(database) : null;
    return workspace?.kind === 'real' && workspace.practiceSince === null;
  });
}

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
