import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DATABASE_NAME } from '#main/core/files/data-folder.ts';
import { backupName } from '#main/db/backups.ts';
import type { OpenOptions } from '#main/db/open.ts';
import { requestRestore } from '#main/db/restore.ts';
import type { BackupContentsDto, BackupDto } from '#shared/contract/backups.ts';
import { UserError } from '#shared/contract/errors.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { backupFolder, describe, dropOldBackups, listBackups, requireBackup } from './files.ts';
import { type BackupRunner, HERE } from './jobs.ts';
import { requireOwnKind } from './own-kind.ts';

declare module '#main/core/ground/context.ts' {
  interface Context {
    readonly backups: BackupService;
  }
}

export interface BackupFailure {
  readonly at: string;
  readonly code: string;
}

/** The backups of one data folder. */
export interface BackupService {
  readonly make: (folder: string | undefined) => Promise<BackupDto>;
  /** Makes today's where there is none; the answer is whether it did. What fails is kept as `failure`. */
  readonly makeDaily: () => Promise<boolean>;
  readonly look: (name: string) => Promise<BackupContentsDto>;
  /** Checks the backup and begins anew with it. */
  readonly restore: (name: string, who: string | null) => Promise<BackupContentsDto>;
  /** Copies the database whole, checked, to a new name: what is made of it is no backup. */
  readonly copyTo: (target: string) => Promise<void>;
  readonly failure: () => BackupFailure | null;
  readonly canRestore: boolean;
}

export interface BackupSurroundings {
  readonly dataFolder: string;
  readonly clock: () => Date;
  readonly database: OpenOptions;
  /** Another thread for copying and checking; without it that is done in this one. */
  readonly runner?: BackupRunner | undefined;
  /** Ends this application and begins it anew; only a host can. */
  readonly restart?: (() => void) | undefined;
}

/** The answer goes on its way before everything ends. */
const RESTART_AFTER_MS = 200;

export function createBackupService(around: BackupSurroundings): BackupService {
  const { dataFolder, clock, database, runner = HERE, restart } = around;
  const file = join(dataFolder, DATABASE_NAME);
  let failure: BackupFailure | null = null;
  const copyTo = async (target: string, isBackup = false): Promise<void> => {
    await runner.run('copy', { file, target, isBackup, database }, {});
  };
  const copy = async (folder: string, what: string): Promise<BackupDto> => {
    const name = backupName(file, what);
    await copyTo(join(folder, name), true);
    const made = describe(folder, name);
    if (made === null) throw new UserError('BACKUP_UNKNOWN', { name, folder });
    return made;
  };
  const look = (name: string) => runner.run('look', { path: requireBackup(dataFolder, name), database }, {});
  return {
    make: (folder) => copy(folder === undefined ? backupFolder(dataFolder) : requireFolder(folder), 'kept-'),
    makeDaily: async () => {
      if (hasToday(dataFolder, clock)) return false;
      try {
        await copy(backupFolder(dataFolder), '');
        dropOldBackups(dataFolder);
        failure = null;
      } catch (error) {
        failure = { at: clock().toISOString(), code: error instanceof UserError ? error.code : 'UNEXPECTED' };
      }
      return true;
    },
    copyTo: (target) => copyTo(target),
    look,
    restore: async (name, who) => {
      if (restart === undefined) throw new UserError('RESTORE_ELSEWHERE', { name });
      const contents = await look(name);
      const backup = requireBackup(dataFolder, name);
      requireOwnKind(file, backup, database);
      requestRestore(file, backup, { who, at: clock().toISOString() });
      setTimeout(restart, RESTART_AFTER_MS);
      return contents;
    },
    failure: () => failure,
    canRestore: restart !== undefined,
  };
}

function requireFolder(folder: string): string {
  const path = resolve(folder);
  if (statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new UserError('FOLDER_MISSING', { folder: path });
  return path;
}

function hasToday(dataFolder: string, clock: () => Date): boolean {
  const today = vietnamDay(clock().toISOString());
  return listBackups(dataFolder).some(({ kind, madeAt }) => kind === 'daily' && vietnamDay(madeAt) === today);
}
