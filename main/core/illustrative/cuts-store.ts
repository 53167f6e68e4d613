import type { WriteDatabase } from '#main/db/open.ts';
import type { NewCut, PlannedCut } from './calendar.ts';

/** Writes the cuts and gives them back with their ids. */
export function insertCuts(database: WriteDatabase, cuts: readonly NewCut[]): PlannedCut[] {
  const insert = database.prepare(
    'INSERT INTO cut (code, kind, start, as_of, due_at) VALUES (?, ?, ?, ?, ?)',
  );
  return cuts.map((cut) => {
    const { lastInsertRowid } = insert.run(cut.code, cut.kind, cut.start, cut.asOf, cut.dueAt);
    return { ...cut, id: Number(lastInsertRowid) };
  });
}
