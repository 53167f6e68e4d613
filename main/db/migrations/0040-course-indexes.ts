import type { Database } from 'better-sqlite3';

/**
 * After this step the course of one place over all cuts is read from an index: statuses lie cut by cut, and a year
 * of daily cuts is 365 places on disk for one line of a chart. Communes have no such index: 3,321 entries a cut
 * would cost every recompute more than a look at one commune's course gains.
 */
export default function migrate(database: Database): void {
  database.exec(`
CREATE INDEX unit_status_of_places ON unit_status (unit_id, cut_id, communes, green, not_reported)
  WHERE communes IS NOT NULL;
CREATE INDEX task_status_by_unit ON task_status (unit_id, cut_id, task_id, schedule, progress);
`);
}
