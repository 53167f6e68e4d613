import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * One SHA-256 over the names and bytes of files and folders, given relative to `root`; missing ones are left out.
 * Times play no part: a checkout or a copy makes everything look new.
 */
export function hashSources(root: string, parts: readonly string[]): string {
  const hash = createHash('sha256');
  for (const name of parts.flatMap((part) => listFiles(root, part))) {
    const bytes = readFileSync(join(root, name));
    hash.update(`${name}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

function listFiles(root: string, part: string): string[] {
  const found = statSync(join(root, part), { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (found.isFile()) return [part];
  const names = readdirSync(join(root, part)).toSorted();
  return names.flatMap((name) => listFiles(root, `${part}/${name}`));
}
