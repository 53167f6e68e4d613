import type { Database } from 'better-sqlite3';

/**
 * After this step a figure that came in a data file keeps the source it had there: its run is one of that source,
 * within the run of the data file (`through_id`). The outer run is the import: what is listed, counted and undone.
 */
export default function migrate(database: Database): void {
  database.exec(`
ALTER TABLE import_run ADD COLUMN through_id INTEGER REFERENCES import_run (id);
CREATE INDEX import_run_by_outer ON import_run (through_id) WHERE through_id IS NOT NULL;
`);
}
