import { statSync } from 'node:fs';
import { logOf } from './identity.ts';

/**
 * Remembers which files lie under the name of an open database and of its log; the answer is whether others, or none,
 * lie there now. SQLite itself goes on writing to a file that was moved away, and nobody would find it there.
 */
export function watchPlace(file: string): () => boolean {
  const look = () => `${fileAt(file)} ${fileAt(logOf(file))}`;
  const known = look();
  return () => look() !== known;
}

function fileAt(path: string): string {
  // Numbers of files do not fit into a double on Windows.
  const found = statSync(path, { bigint: true, throwIfNoEntry: false });
  return found === undefined ? '-' : `${found.dev}:${found.ino}`;
}
