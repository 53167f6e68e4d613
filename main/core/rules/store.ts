import { ACTIVE_RULES_SETTING, readActiveRules } from '#main/core/judgement/rules.ts';
import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import type { RuleVersionDto } from '#shared/contract/rules.ts';
import type { RuleSet } from '#shared/domain/rule-set.ts';

interface VersionRow {
  readonly version: number;
  readonly createdAt: string;
  readonly who: string;
  readonly note: string;
}

/** Every version, newest first; exactly one is in force. */
export function listVersions(database: ReadDatabase): RuleVersionDto[] {
  const active = readActiveRules(database).version;
  const sql = 'SELECT version, created_at AS createdAt, who, note FROM rule_set ORDER BY version DESC';
  const rows = database.prepare(sql).all() as VersionRow[];
  return rows.map((row) => ({ ...row, isActive: row.version === active }));
}

/** The rules of a version, or null when there is none. */
export function findRules(database: ReadDatabase, version: number): RuleSet | null {
  const row = database.prepare('SELECT rules FROM rule_set WHERE version = ?').pluck().get(version);
  return row === undefined ? null : (JSON.parse(row as string) as RuleSet);
}

/** Stores rules as the next version and returns its number; versions are never changed afterwards. */
export function insertRules(
  database: WriteDatabase,
  rules: RuleSet,
  who: string,
  note: string,
  at: string,
): number {
  const version = 1 + (database.prepare('SELECT max(version) FROM rule_set').pluck().get() as number);
  const sql = 'INSERT INTO rule_set (version, created_at, who, note, rules) VALUES (?, ?, ?, ?, ?)';
  database.prepare(sql).run(version, at, who, note, JSON.stringify(rules));
  return version;
}

/** Puts a version in force. What is computed still rests on the old one until it is computed anew. */
export function setActive(database: WriteDatabase, version: number): void {
  const sql =
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value';
  database.prepare(sql).run(ACTIVE_RULES_SETTING, JSON.stringify(version));
}
