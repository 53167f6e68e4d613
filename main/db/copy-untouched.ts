import { copyFileSync, existsSync, rmSync, statSync } from 'node:fs';
import { closeToOthers } from '#main/files/private.ts';
import { checkPages, copyWhole } from './backups.ts';
import { damaged } from './errors.ts';
import { checkIdentity, logOf } from './identity.ts';
import { LATEST_VERSION } from './migrate.ts';
import type { OpenOptions } from './open.ts';

/**
 * Copies a database to a new name and leaves its folder byte for byte as it is: SQLite would leave a log beside a file
 * that nobody has open. Such a file is copied as any other, and looked at in the copy. DATABASE_DAMAGED,
 * DATABASE_FOREIGN, DATABASE_NEWER.
 */
export function copyUntouched(file: string, target: string, options: OpenOptions): void {
  checkIdentity(file, LATEST_VERSION);
  const before = restOf(file);
  if (before !== null) {
    copyFileSync(file, target);
    closeToOthers(target);
    if (restOf(file) === before) {
      requireSound(file, target, options);
      return;
    }
    rmSync(target);
  }
  copyWhole(file, target, '.making', options);
}

/** What tells a file that nobody has open from itself a moment later; null where somebody may have it open. */
function restOf(file: string): string | null {
  if (existsSync(logOf(file)) || existsSync(`${file}-shm`) || existsSync(`${file}-journal`)) return null;
  const { size, mtimeNs, ino } = statSync(file, { bigint: true });
  return `${size} ${mtimeNs} ${ino}`;
}

function requireSound(file: string, copy: string, options: OpenOptions): void {
  if (checkPages(copy, options) === null) throw damaged(file);
}
