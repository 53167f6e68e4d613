import { randomUUID } from 'node:crypto';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { type FileHandle, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import { type ByteSource, fileSource, readPieces } from '#main/core/files/byte-source.ts';
import { makePrivateFolder, PRIVATE_FILE } from '#main/files/private.ts';
import { UserError } from '#shared/contract/errors.ts';

/** A file without a row belongs to an inspection that is still running, or to one that was cut off: a day tells. */
const ORPHAN_AFTER_MS = 24 * 60 * 60 * 1000;

/** The bytes of the files in the inbox: one file each in the data folder, named by its id alone. */
export interface InboxFiles {
  /** Copies the bytes in under a new id; nothing is left when that fails. DISK_FULL. */
  readonly put: (source: ByteSource) => Promise<string>;
  /** Takes over a file that lies in the same data folder. */
  readonly adopt: (path: string) => Promise<string>;
  /** FILE_UNREADABLE when the bytes are gone. */
  readonly source: (id: string, name: string) => Promise<ByteSource>;
  readonly remove: (id: string) => void;
  /** Removes what no row names and is older than a day before `now`. */
  readonly sweep: (known: ReadonlySet<string>, now: Date) => void;
}

export function inboxFiles(dataFolder: string): InboxFiles {
  const folder = join(dataFolder, 'inbox');
  const pathOf = (id: string) => join(folder, id);
  const remove = (id: string): void => rmSync(pathOf(id), { force: true });
  const place = (): string => {
    makePrivateFolder(folder);
    return randomUUID();
  };
  return {
    put: async (source) => {
      const id = place();
      try {
        await copyTo(source, pathOf(id));
      } catch (cause) {
        remove(id);
        throw isFull(cause) ? new UserError('DISK_FULL', { file: source.name }, { cause }) : cause;
      }
      return id;
    },
    adopt: async (path) => {
      const id = place();
      await rename(path, pathOf(id));
      return id;
    },
    source: async (id, name) => {
      return await fileSource(name, pathOf(id)).catch((cause: unknown) => {
        throw new UserError('FILE_UNREADABLE', { file: name }, { cause });
      });
    },
    remove,
    sweep: (known, now) => {
      const names = statSync(folder, { throwIfNoEntry: false }) === undefined ? [] : readdirSync(folder);
      for (const name of names.filter((one) => !known.has(one))) {
        const modified = statSync(pathOf(name), { throwIfNoEntry: false })?.mtimeMs ?? now.getTime();
        if (now.getTime() - modified > ORPHAN_AFTER_MS) remove(name);
      }
    },
  };
}

async function copyTo(source: ByteSource, path: string): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(path, 'wx', PRIVATE_FILE);
    for await (const piece of readPieces(source)) await handle.writeFile(piece);
    await handle.sync();
  } finally {
    await handle?.close();
  }
}

/** Whether a write failed for want of room. */
function isFull(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOSPC' || code === 'EDQUOT';
}
