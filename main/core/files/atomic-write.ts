import { closeSync, fsyncSync, openSync, statSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { UserError } from '#shared/contract/errors.ts';
import { makeFolder } from './data-folder.ts';
import { explained } from './failures.ts';
import { beginFile } from './unfinished-file.ts';

/** Takes pieces of a file; commit gives it its name, abandon leaves no trace. One of the two must be called. */
export interface AtomicFile {
  readonly write: (chunk: Uint8Array) => void;
  readonly commit: () => void;
  readonly abandon: () => void;
}

/**
 * Opens a temporary file beside the target: only a whole file that is on the disk ever bears the target's name,
 * whatever happens in between. UserErrors: FOLDER_MISSING, FILE_UNWRITABLE, FILE_BUSY, DISK_FULL.
 */
export function openAtomically(target: string): AtomicFile {
  const folder = dirname(target);
  const found = explained(target, 'open', () => statSync(folder, { throwIfNoEntry: false }));
  if (found?.isDirectory() !== true) throw new UserError('FOLDER_MISSING', { folder });
  const unfinished = explained(target, 'open', () => beginFile(target));
  const handle = explained(target, 'open', () => openSync(unfinished.path, 'w'));
  let isOpen = true;
  const close = (): void => {
    if (isOpen) closeSync(handle);
    isOpen = false;
  };
  return {
    write: (chunk) => explained(target, 'write', () => writeAll(handle, chunk)),
    commit: () =>
      explained(target, 'rename', () => {
        fsyncSync(handle);
        close();
        unfinished.finish();
      }),
    abandon: () => {
      close();
      unfinished.drop();
    },
  };
}

/** Writes a whole text or whole bytes under the name, or nothing. The same UserErrors as openAtomically. */
export function writeAtomically(target: string, content: Uint8Array | string): void {
  const file = openAtomically(target);
  try {
    file.write(typeof content === 'string' ? Buffer.from(content) : content);
    file.commit();
  } catch (error) {
    file.abandon();
    throw error;
  }
}

// writeSync may take less than it was given, on a nearly full disk for one.
function writeAll(handle: number, chunk: Uint8Array): void {
  let done = 0;
  while (done < chunk.length) done += writeSync(handle, chunk, done);
}

/** Makes the folder that files are to be written into, with those above it. Throws as `explainFailure` says. */
export function makeTargetFolder(folder: string): void {
  explained(folder, 'open', () => makeFolder(folder));
}
