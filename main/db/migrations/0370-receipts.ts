import type { Database } from 'better-sqlite3';

/** After this step what was said of a file when it came in stays beside its import. */
const RECEIPTS = `
-- receipt: JSON; what was held against what, which rows were left out, which recipe read it, what was to be mended.
CREATE TABLE import_receipt (
  source_id INTEGER PRIMARY KEY REFERENCES source (id) ON DELETE CASCADE,
  receipt TEXT NOT NULL
) STRICT;
`;

export default function migrate(database: Database): void {
  database.exec(RECEIPTS);
}
