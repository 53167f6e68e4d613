import type { Database } from 'better-sqlite3';

/**
 * After this step what people decided says how grave it was, and an id that an alert had earlier finds it
 * (`alert_alias`). A database in which a month counted as often as it spoke is judged anew before anybody sees it.
 */
export default function migrate(database: Database): void {
  database.exec(`
-- Of what a person decided: how grave the alert was that they saw. Events of the program have no note but their cause.
ALTER TABLE alert_event ADD COLUMN severity TEXT CHECK (severity IN ('critical', 'warning', 'notice'));

CREATE TABLE alert_alias (
  uuid TEXT PRIMARY KEY,
  alert_id INTEGER NOT NULL REFERENCES alert (id)
) STRICT, WITHOUT ROWID;
CREATE INDEX alert_alias_by_alert ON alert_alias (alert_id);

INSERT OR REPLACE INTO setting (key, value)
  SELECT 'judgement.outdated', 'true' WHERE EXISTS (SELECT 1 FROM unit_status);
`);
}
