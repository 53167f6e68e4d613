import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Writer } from '#main/core/ground/writer.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { makePrivateFolder, writePrivately } from '#main/files/private.ts';
import { personName } from '#shared/contract/settings.ts';
import { readSetting, removeSetting, writeSetting } from './store.ts';

/** Where older versions kept the name, and where it is kept while no host says where this user's own things lie. */
const SETTING = 'person.name';

export interface PersonOptions {
  /** A private file of this user: one name, whatever workspace is open. */
  readonly file?: string | undefined;
  /** Who acts this time, whatever the file says. */
  readonly name?: string | undefined;
}

/** Who acts at this machine. */
export interface Person {
  /** Null until somebody has said so. */
  readonly name: () => string | null;
  /** Remembers the name, or forgets it (null). */
  readonly set: (name: string | null) => Promise<void>;
}

export function createPerson(
  { file, name }: PersonOptions,
  read: ReadDatabase,
  write: Writer['write'],
): Person {
  return {
    name: () => name ?? (file === undefined ? null : readPerson(file)) ?? known(readSetting(read, SETTING)),
    set: async (next) => {
      const isKept = file !== undefined && writePerson(file, next);
      await write((database) => {
        if (!isKept && next !== null) writeSetting(database, SETTING, next);
        else removeSetting(database, SETTING);
      });
    },
  };
}

/** The name in this user's file; null without one, or where it cannot be read. */
export function readPerson(file: string): string | null {
  try {
    return known((JSON.parse(readFileSync(file, 'utf8')) as { readonly name?: unknown }).name);
  } catch {
    return null;
  }
}

/** Whether it could be written; where it could not, the workspace remembers the name. */
export function writePerson(file: string, name: string | null): boolean {
  try {
    makePrivateFolder(dirname(file));
    writePrivately(file, JSON.stringify({ name }));
    return true;
  } catch (error) {
    if (error instanceof Error && 'syscall' in error) return false;
    throw error;
  }
}

const known = (value: unknown): string | null => personName.safeParse(value).data ?? null;
