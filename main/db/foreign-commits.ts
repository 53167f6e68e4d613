import type { WriteDatabase } from './open.ts';

/**
 * Gives the question whether another process has committed something since it was asked last. The writing connection
 * answers it: SQLite raises its `data_version` for the commits of everybody else and never for its own. A checkpoint
 * of another process may count as well.
 */
export function foreignCommits(write: WriteDatabase): () => boolean {
  const version = write.prepare('PRAGMA data_version').pluck();
  let seen = version.get();
  return () => {
    const now = version.get();
    const isOther = now !== seen;
    seen = now;
    return isOther;
  };
}
