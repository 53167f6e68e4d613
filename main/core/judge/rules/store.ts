import { ACTIVE_RULES_SETTING, readActiveRules } from '#main/core/ground/rules/store.ts';
import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import type { RuleVersionDto } from '#shared/contract/rules.ts';
import { completeRules, type StoredRuleSet } from '#shared/domain/default-rules.ts';
import type { RuleSet } from '#shared/domain/rule-set.ts';

/** Setting: every time a version was put in force, oldest first, so that going back is on record too. */
const ACTIVATIONS_SETTING = 'rules.activations';
/** Enough for years; the versions themselves are all kept. */
const ACTIVATIONS_KEPT = 500;

interface Activation {
  readonly version: number;
  readonly at: string;
  readonly who: string;
}

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
  const activations = listActivations(database);
  return rows.map((row) => {
    const last = activations.findLast((activation) => activation.version === row.version);
    return {
      ...row,
      isActive: row.version === active,
      activatedAt: last?.at ?? null,
      activatedBy: last?.who ?? null,
    };
  });
}

function listActivations(database: ReadDatabase): Activation[] {
  const value = database.prepare('SELECT value FROM setting WHERE key = ?').pluck().get(ACTIVATIONS_SETTING);
  return value === undefined ? [] : (JSON.parse(value as string) as Activation[]);
}

/** The rules of a version, or null when there is none. */
export function findRules(database: ReadDatabase, version: number): RuleSet | null {
  const row = database.prepare('SELECT rules FROM rule_set WHERE version = ?').pluck().get(version);
  return row === undefined ? null : completeRules(JSON.parse(row as string) as StoredRuleSet);
}

/** Stores rules as the next version and returns its number; versions are never changed afterwards. */
export function insertRules(
  database: WriteDatabase,
  rules: RuleSet,
  who: string,
  note: string,
  at: string,
): number {
  const version =
    1 + ((database.prepare('SELECT max(version) FROM rule_set').pluck().get() as number | null) ?? 0);
  const sql = 'INSERT INTO rule_set (version, created_at, who, note, rules) VALUES (?, ?, ?, ?, ?)';
  database.prepare(sql).run(version, at, who, note, JSON.stringify(rules));
  return version;
}

/** Puts a version in force and records who did. What is computed rests on the old one until it is computed anew. */
export function setActive(database: WriteDatabase, version: number, who: string, at: string): void {
  const sql =
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value';
  const activations = [...listActivations(database), { version, at, who }].slice(-ACTIVATIONS_KEPT);
  database.prepare(sql).run(ACTIVATIONS_SETTING, JSON.stringify(activations));
  database.prepare(sql).run(ACTIVE_RULES_SETTING, JSON.stringify(version));
}
