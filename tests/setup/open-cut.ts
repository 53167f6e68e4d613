import { openCut } from '#main/core/ground/calendar/store.ts';
import type { WriteDatabase } from '#main/db/open.ts';
import { addedCut } from '#shared/domain/calendar.ts';

/** Opens cuts as a person who adds them does, where they have not opened; nothing is judged. */
export function openCuts(database: WriteDatabase, codes: readonly string[], at: string): void {
  for (const code of codes) {
    const cut = addedCut(code);
    const isOpen = database.prepare('SELECT 1 FROM cut WHERE code = ?').get(code) !== undefined;
    if (cut !== null && !isOpen) openCut(database, cut, { who: 'Trực ban', at, reason: null });
  }
}
