import type { Database } from 'better-sqlite3';

const STEPS = `
-- Why a resolution was taken back.
ALTER TABLE unit_act ADD COLUMN undo_reason TEXT;
CREATE INDEX unit_act_by_time ON unit_act (at);
CREATE INDEX unit_act_undone ON unit_act (undone_at) WHERE undone_at IS NOT NULL;
`;

/** After this step the journal can tell resolutions that changed units, and those that were taken back. */
export default function migrate(database: Database): void {
  database.exec(STEPS);
}
