import { once } from 'node:events';
import { watch } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Settles with the text of a file as soon as the folder, which is there, holds it with something in it. */
export async function appears(folder: string, name: string): Promise<string> {
  const watcher = watch(folder);
  try {
    for (;;) {
      // Listened for before the look: what changes meanwhile is heard.
      const changed = once(watcher, 'change');
      const text = await readFile(join(folder, name), 'utf8').catch(() => '');
      if (text !== '') return text;
      await changed;
    }
  } finally {
    watcher.close();
  }
}
