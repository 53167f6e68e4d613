import { basename } from 'node:path';
import { isEmpty } from '#main/db/identity.ts';
import type { OpenOptions } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import { isOfReal } from './look-store.ts';

/** Nothing but a backup of a real workspace takes the place of one. RESTORE_OTHER_WORKSPACE. */
export function requireOwnKind(file: string, backup: string, options: OpenOptions): void {
  if (isKnownReal(file, options) && !isOfReal(backup, options))
    throw new UserError('RESTORE_OTHER_WORKSPACE', { file: basename(backup) });
}

/** False of a database that cannot be read any more: that is what one restores for. */
function isKnownReal(file: string, options: OpenOptions): boolean {
  try {
    return !isEmpty(file) && isOfReal(file, options);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}
