import { parseArgs } from 'node:util';
import { snapshotArgument } from '#main/hosts/snapshot-argument.ts';

export interface DesktopOptions {
  readonly data: string | undefined;
  readonly wall: boolean;
  /** Whether a database that has vanished is made anew. */
  readonly beginsAnew: boolean;
  /** A data file to be opened, as an absolute path. */
  readonly file: string | null;
}

/**
 * Our own switches among those of Chromium and Electron, which stand in the same line and are not ours to judge;
 * hence unknown ones are let through here and nowhere else. `folder`: where a relative path of theirs begins.
 */
export function readDesktopOptions(words: readonly string[], folder = process.cwd()): DesktopOptions {
  const options = {
    data: { type: 'string' },
    wall: { type: 'boolean' },
    'begin-anew': { type: 'boolean' },
  } as const;
  const { values, positionals } = parseArgs({
    args: [...words],
    options,
    strict: false,
    allowPositionals: true,
  });
  return {
    data: typeof values.data === 'string' ? values.data : undefined,
    wall: values.wall === true,
    beginsAnew: values['begin-anew'] === true,
    file: snapshotArgument(positionals, folder),
  };
}

/** Our switches that say how this start was meant, and not how the next one is. */
const OF_THIS_START = /^--(?:data|begin-anew)(?:=|$)/;

/**
 * The words with which the program begins anew on another data folder: Chromium's switches and the wall stay, what was
 * asked of this start alone goes.
 */
export function wordsForOther(words: readonly string[], folder: string): string[] {
  const kept = words.filter((word) => word.startsWith('--') && !OF_THIS_START.test(word));
  return [...kept, '--data', folder];
}
