import type { Database } from 'better-sqlite3';

/**
 * Difficulties are counted from an index alone, and those that are open found among all that the years have brought: the
 * days on which one was reported and resolved stand in them.
 */
const INDEXES = `
DROP INDEX difficulty_by_unit;
CREATE INDEX difficulty_by_unit ON difficulty (unit_id, category_code, reported_on, resolved_on);
CREATE INDEX difficulty_by_category ON difficulty (category_code, reported_on);
CREATE INDEX difficulty_by_end ON difficulty (resolved_on, reported_on, unit_id, category_code);
`;

export default function migrate(database: Database): void {
  database.exec(INDEXES);
}
