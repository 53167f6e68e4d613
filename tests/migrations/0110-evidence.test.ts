import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { MIGRATIONS, migrateToLatest } from '#main/db/migrate.ts';

const upTo = (version: number) => MIGRATIONS.filter((step) => step.version <= version);

it('0110-evidence keeps readings and events, and has the database judged anew', () => {
  const database = new Sqlite(':memory:');
  migrateToLatest(database, 'memory', upTo(100));
  database.pragma('foreign_keys = OFF');
  database.exec(`
    INSERT INTO unit_status (cut_id, unit_id, rule_version, reported, operating, gap_cuts, corrected, facts)
      VALUES (1, 1, 1, 'green', 'red', 4, 0, '{}');
    INSERT INTO alert VALUES (1, 'earlier', 'gap', 'unit:1', 1, NULL, NULL, 1);
    INSERT INTO alert_reading VALUES (1, 1, 'firing', 'critical', 'holds', 4, 0, 'c', NULL, '{}');
    INSERT INTO alert_event (alert_id, at, cut_id, who, kind, to_state) VALUES (1, 'x', 1, 'Lan', 'snoozed', 'snoozed');
    DELETE FROM setting;`);
  migrateToLatest(database, 'memory', upTo(110));
  const one = (sql: string) => database.prepare(sql).get();
  expect(one('SELECT kind, severity FROM alert_event')).toEqual({ kind: 'snoozed', severity: null });
  expect(one('SELECT count(*) AS aliases FROM alert_alias')).toEqual({ aliases: 0 });
  expect(one('SELECT key FROM setting')).toEqual({ key: 'judgement.outdated' });
});
