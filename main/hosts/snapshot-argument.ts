import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * The data file among the words that a program was started with, as an absolute path; null without one. Desktops
 * hand over a path or a `file:` address; every other word is for somebody else. The last one counts.
 */
export function snapshotArgument(words: readonly string[], folder: string): string | null {
  const word = words.findLast((one) => !one.startsWith('-') && /\.kh02$/i.test(one));
  if (word === undefined) return null;
  if (!word.startsWith('file:')) return resolve(folder, word);
  try {
    return fileURLToPath(word);
  } catch {
    // An address of another machine, or one that is none.
    return null;
  }
}
