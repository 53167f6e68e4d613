import type { WriteDatabase } from '#main/db/open.ts';
import { atHour, type NewCut, type PlannedCut } from './calendar.ts';

/** Writes the cuts and gives them back with their ids. */
export function insertCuts(database: WriteDatabase, cuts: readonly NewCut[]): PlannedCut[] {
  const insert = database.prepare(
    'INSERT INTO cut (code, kind, start, as_of, due_at, opened_at, owes) VALUES (?, ?, ?, ?, ?, ?, ?)',
  );
  return cuts.map((cut) => {
    const owes = cut.kind === 'month' ? null : JSON.stringify(['criteria', 'taskReports']);
    const { code, kind, start, asOf, dueAt } = cut;
    const { lastInsertRowid } = insert.run(code, kind, start, asOf, dueAt, atHour(start, 0), owes);
    return { ...cut, id: Number(lastInsertRowid) };
  });
}
