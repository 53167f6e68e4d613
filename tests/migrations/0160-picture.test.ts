import Sqlite from 'better-sqlite3';
import { expect, it } from 'vitest';
import { MIGRATIONS, migrateToLatest } from '#main/db/migrate.ts';

const upTo = (version: number) => MIGRATIONS.filter((step) => step.version <= version);

const CUTS = `
  INSERT INTO cut (id, code, kind, start, as_of, due_at, state, closed_at, closed_by) VALUES
    (1, 'week-2026-01-05', 'week', '2025-12-30', '2026-01-05T09:00:00.000Z', '2026-01-05T09:00:00.000Z', 'open', NULL, NULL),
    (2, 'week-2026-01-12', 'week', '2026-01-06', '2026-01-12T09:00:00.000Z', '2026-01-12T09:00:00.000Z', 'open', NULL, NULL),
    (3, 'week-2026-01-19', 'week', '2026-01-13', '2026-01-19T09:00:00.000Z', '2026-01-19T09:00:00.000Z', 'closed',
      '2026-01-21T02:00:00.000Z', 'Lan'),
    (4, 'month-2026-01', 'month', '2026-01-01', '2026-01-31T09:00:00.000Z', '2026-02-05T09:00:00.000Z', 'open', NULL, NULL);`;

/** Ten provinces; the first week has nine of them and 91% of the figures, the others eight. */
const PROVINCES = Array.from({ length: 10 }, (_, index) => index + 2);
const submissions = PROVINCES.flatMap((unit) =>
  [1, 2, 3, 4].map((cut) => {
    const sent = unit === 2 ? 10 : unit === 3 && cut !== 1 ? 80 : 100;
    return `(${cut}, ${unit}, 1, 1, '2026-01-0${cut}T01:00:00.000Z', 'partial', 100, ${sent})`;
  }),
);

it('0160-picture makes those cuts pictures that had enough or are closed, and has all judged anew where a month falls silent', () => {
  const database = new Sqlite(':memory:');
  migrateToLatest(database, 'memory', upTo(150));
  database.pragma('foreign_keys = OFF');
  database.exec(CUTS);
  database.exec(`
    INSERT INTO submission (cut_id, unit_id, expected, received, received_at, state, owed, sent)
      VALUES ${submissions.join(', ')};
    INSERT INTO unit_status (cut_id, unit_id, rule_version, reported, operating, gap_cuts, facts)
      VALUES (1, 1, 1, 'green', 'green', 0, '{}');
    DELETE FROM setting WHERE key = 'judgement.outdated'`);
  migrateToLatest(database, 'memory', upTo(160));
  expect(database.prepare('SELECT cut_id, kind, at, who FROM picture_event ORDER BY id').all()).toEqual([
    { cut_id: 1, kind: 'complete', at: '2026-01-01T01:00:00.000Z', who: null },
    { cut_id: 3, kind: 'closed', at: '2026-01-21T02:00:00.000Z', who: 'Lan' },
  ]);
  const outdated = database.prepare(`SELECT value FROM setting WHERE key = 'judgement.outdated'`).pluck();
  expect(outdated.get()).toBe('true');
});
