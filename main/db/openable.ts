import { asUserError } from './errors.ts';
import { checkIdentity, requireReadable } from './identity.ts';
import { LATEST_VERSION } from './migrate.ts';
import type { OpenOptions } from './open.ts';
import { isRestoreRequested } from './restore.ts';

/**
 * Says what an opening would refuse, before anybody leaves another database for this one. Nothing is said of one that a
 * backup is about to replace. DATABASE_NEWER, DATABASE_FOREIGN, DATABASE_DAMAGED.
 */
export function requireOpenable(file: string, options: OpenOptions): void {
  if (isRestoreRequested(file)) return;
  try {
    checkIdentity(file, LATEST_VERSION);
    requireReadable(file, options);
  } catch (error) {
    throw asUserError(error, file);
  }
}
