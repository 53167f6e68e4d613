import type { WriteDatabase } from './open.ts';

/** One transaction around work that pauses, which a function of SQLite's driver cannot hold; a throw undoes it. */
export async function transact<T>(
  database: WriteDatabase,
  kind: 'DEFERRED' | 'IMMEDIATE',
  work: () => Promise<T>,
): Promise<T> {
  database.exec(`BEGIN ${kind}`);
  try {
    const result = await work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    if (database.inTransaction) database.exec('ROLLBACK');
    throw error;
  }
}
