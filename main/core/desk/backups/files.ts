import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { DATABASE_NAME } from '#main/core/files/data-folder.ts';
import { backupsOf } from '#main/db/backups.ts';
import { dropSum } from '#main/db/sums.ts';
import type { BackupDto, BackupKind } from '#shared/contract/backups.ts';
import { UserError } from '#shared/contract/errors.ts';
import { backupsToKeep } from '#shared/domain/backups.ts';

const NAME =
  /^kh02-center-(?:(kept|replaced|judged|v\d+)-)?(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2}\.\d{3}Z)\.db$/;

/** Where the backups of a data folder lie. */
export function backupFolder(dataFolder: string): string {
  return backupsOf(join(dataFolder, DATABASE_NAME));
}

/** What lies there that we made, the newest first. */
export function listBackups(dataFolder: string): BackupDto[] {
  const folder = backupFolder(dataFolder);
  const names = statSync(folder, { throwIfNoEntry: false })?.isDirectory() ? readdirSync(folder) : [];
  return names
    .flatMap((name) => describe(folder, name) ?? [])
    .sort((left, right) => (left.madeAt < right.madeAt ? 1 : -1));
}

/** One backup by its path; null for a file that is none. */
export function describe(folder: string, name: string): BackupDto | null {
  const [, kind, year, month, day, hour, minute, second] = NAME.exec(name) ?? [];
  const found = statSync(join(folder, name), { throwIfNoEntry: false });
  if (year === undefined || found === undefined) return null;
  const madeAt = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
  return { name, kind: kindOf(kind), madeAt, bytes: found.size };
}

function kindOf(word: string | undefined): BackupKind {
  if (word === undefined) return 'daily';
  return word === 'kept' || word === 'replaced' ? word : 'migration';
}

/** The path of a backup by its name. BACKUP_UNKNOWN. */
export function requireBackup(dataFolder: string, name: string): string {
  const folder = backupFolder(dataFolder);
  if (describe(folder, name) === null) throw new UserError('BACKUP_UNKNOWN', { name, folder });
  return join(folder, name);
}

/** Afterwards only those that are to be kept remain of what was made by itself; all others stay. */
export function dropOldBackups(dataFolder: string): void {
  const daily = listBackups(dataFolder).filter(({ kind }) => kind === 'daily');
  const kept = backupsToKeep(daily.map(({ madeAt }) => madeAt));
  for (const { name, madeAt } of daily) {
    if (kept.has(madeAt)) continue;
    rmSync(join(backupFolder(dataFolder), name), { force: true });
    dropSum(join(backupFolder(dataFolder), name));
  }
}

const LEFT = /^kh02-center-[\w.-]+\.db\.[\da-f-]{36}\.making(-journal)?$/;
/** SQLite writes to a copy all the time: one that nobody has touched for so long was left by a kill. */
const LEFT_AFTER_MS = 3_600_000;

/** Removes what copies that were killed have left in a folder; others may be making theirs there. */
export function sweepUnfinished(folder: string): void {
  for (const name of readdirSync(folder)) {
    const found = LEFT.test(name) ? statSync(join(folder, name), { throwIfNoEntry: false }) : undefined;
    if (found !== undefined && Date.now() - found.mtimeMs > LEFT_AFTER_MS)
      rmSync(join(folder, name), { force: true });
  }
}
