import { recordAct } from '#main/core/ground/acts/store.ts';
import { type OpenOptions, openDatabase } from '#main/db/open.ts';

/** When a copy was begun, and by whom (null where nobody gave a name). */
export interface Beginning {
  readonly at: string;
  readonly who: string | null;
}

/**
 * Makes a practice copy of what was copied whole: it says so, watches no folder that the real one watches, signs with no
 * key of the office, and knows nothing of files that lie in the real one's data folder.
 */
export function makePractice(file: string, options: OpenOptions, name: string, { at, who }: Beginning): void {
  const { write, close } = openDatabase(file, options);
  const change = write.transaction(() => {
    write.prepare('UPDATE workspace SET name = ?, practice_since = ?').run(name, at);
    recordAct(write, { at, kind: 'practiceBegun', who, subject: name });
    write.exec(`
      DELETE FROM inbox_file;
      DELETE FROM snapshot_made;
      DELETE FROM watch_file;
      DELETE FROM setting WHERE key LIKE 'watch.%';
      UPDATE trusted_key SET is_own = 0`);
  });
  try {
    change.immediate();
  } finally {
    close();
  }
}
