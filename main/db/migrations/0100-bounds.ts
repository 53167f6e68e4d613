import type { Database } from 'better-sqlite3';

/**
 * After this step a status may be undetermined: the worst and the best colour that it can have stand beside it (NULL
 * where it is certain or empty), and beside a score the lowest and the highest. A table cannot change what it checks,
 * so it is made anew; what older rules judged is judged anew before anybody sees it.
 */
export default function migrate(database: Database): void {
  database.exec(`
CREATE TABLE unit_status_new (
  cut_id INTEGER NOT NULL REFERENCES cut (id),
  unit_id INTEGER NOT NULL REFERENCES unit (id),
  rule_version INTEGER NOT NULL REFERENCES rule_set (version),
  reported TEXT NOT NULL CHECK (reported IN ('green', 'yellow', 'red', 'undetermined', 'notReported')),
  reported_at_least TEXT CHECK (reported_at_least IN ('yellow', 'red')),
  reported_at_most TEXT CHECK (reported_at_most IN ('green', 'yellow')),
  operating TEXT NOT NULL CHECK (operating IN ('green', 'yellow', 'red', 'undetermined', 'noEvidence')),
  operating_at_least TEXT CHECK (operating_at_least IN ('yellow', 'red')),
  operating_at_most TEXT CHECK (operating_at_most IN ('green', 'yellow')),
  operating_score REAL,
  score_low REAL,
  score_high REAL,
  gap_steps INTEGER CHECK (gap_steps BETWEEN -2 AND 2),
  gap_cuts INTEGER NOT NULL DEFAULT 0,
  reported_since INTEGER REFERENCES cut (id),
  operating_since INTEGER REFERENCES cut (id),
  met INTEGER,
  missing INTEGER,
  communes INTEGER,
  green INTEGER,
  yellow INTEGER,
  red INTEGER,
  not_reported INTEGER,
  corrected INTEGER NOT NULL DEFAULT 0 CHECK (corrected IN (0, 1)),
  facts TEXT NOT NULL CHECK (json_valid(facts)),
  PRIMARY KEY (cut_id, unit_id),
  CHECK ((reported = 'undetermined') = (reported_at_least IS NOT NULL)),
  CHECK ((reported_at_least IS NULL) = (reported_at_most IS NULL)),
  CHECK ((operating = 'undetermined') = (operating_at_least IS NOT NULL)),
  CHECK ((operating_at_least IS NULL) = (operating_at_most IS NULL))
) STRICT, WITHOUT ROWID;
INSERT INTO unit_status_new (cut_id, unit_id, rule_version, reported, operating, operating_score, gap_steps, gap_cuts,
    reported_since, operating_since, met, missing, communes, green, yellow, red, not_reported, corrected, facts)
  SELECT cut_id, unit_id, rule_version, reported, operating, operating_score, gap_steps, gap_cuts,
    reported_since, operating_since, met, missing, communes, green, yellow, red, not_reported, corrected, facts
  FROM unit_status;
DROP TABLE unit_status;
ALTER TABLE unit_status_new RENAME TO unit_status;
CREATE INDEX unit_status_of_places ON unit_status (unit_id, cut_id, communes, green, not_reported)
  WHERE communes IS NOT NULL;
INSERT OR REPLACE INTO setting (key, value)
  SELECT 'judgement.outdated', 'true' WHERE EXISTS (SELECT 1 FROM unit_status);
`);
}
