import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { writePrivately } from '#main/files/private.ts';
import { newSecret } from '#main/hosts/web/secrets.ts';

/** What web hosts on one data folder hand on to the next, so that pages which stayed open find it. */
export interface WebMemory {
  /** The port of the host before; null when there was none. */
  readonly port: number | null;
  readonly resumeKey: string;
  readonly since: string;
}

/** A key is replaced when it is so old; whoever can read the data folder has the figures anyway. */
const KEY_LIVES_MS = 30 * 24 * 3600 * 1000;

export const WEB_MEMORY_NAME = 'web-session.json';

/** What was remembered in the data folder; a new key when there is none, or an old or unreadable one. */
export function readWebMemory(dataFolder: string, now = Date.now()): WebMemory {
  const fresh = { port: null, resumeKey: newSecret(), since: new Date(now).toISOString() };
  try {
    const { port, resumeKey, since } = JSON.parse(readFileSync(join(dataFolder, WEB_MEMORY_NAME), 'utf8'));
    const isPort = Number.isInteger(port) && port > 0 && port <= 65_535;
    const isKey = typeof resumeKey === 'string' && /^[\w-]{43}$/.test(resumeKey);
    const isYoung = now - Date.parse(since) < KEY_LIVES_MS;
    return { ...fresh, port: isPort ? port : null, ...(isKey && isYoung ? { resumeKey, since } : {}) };
  } catch {
    // No file, or not ours: a page that is still open then has to be opened anew.
    return fresh;
  }
}

/** Remembers it, readable by the user alone. */
export function writeWebMemory(dataFolder: string, memory: WebMemory): void {
  writePrivately(join(dataFolder, WEB_MEMORY_NAME), JSON.stringify(memory));
}
