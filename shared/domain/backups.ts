import { mondayOf, vietnamDay } from './periods.ts';

/** So many days, and so many weeks, of which a backup is kept. */
const DAYS_KEPT = 7;
const WEEKS_KEPT = 4;

/**
 * Of backups made at these instants (UTC ISO), those to keep: the newest of each of the last seven days that have one,
 * and the newest of each of the last four weeks that have one. Days and weeks are those of Vietnam.
 */
export function backupsToKeep(madeAt: readonly string[]): Set<string> {
  const newestFirst = madeAt.toSorted().reverse();
  const days = firstOfEach(newestFirst, vietnamDay).slice(0, DAYS_KEPT);
  const weeks = firstOfEach(newestFirst, (at) => mondayOf(vietnamDay(at))).slice(0, WEEKS_KEPT);
  return new Set([...days, ...weeks]);
}

function firstOfEach(instants: readonly string[], groupOf: (at: string) => string): string[] {
  return [...Map.groupBy(instants, groupOf).values()].flatMap(([first]) => first ?? []);
}
