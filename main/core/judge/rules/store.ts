import {
  ACTIVATIONS_SETTING,
  ACTIVE_RULES_SETTING,
  listActivations,
  listInForce,
  readActiveRules,
} from '#main/core/ground/rules/store.ts';
import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import type { RuleVersionDto } from '#shared/contract/rules.ts';
import type { RuleSet } from '#shared/domain/rule-set.ts';

/** Enough for years; the versions themselves are all kept. */
const ACTIVATIONS_KEPT = 500;

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

/**
 * Stores rules as the next revision of the plan, which says what the one in force says and holds from the same day on;
 * revisions are never changed afterwards. Gives its number and that day (null = all cuts).
 */
export function insertRules(
  database: WriteDatabase,
  rules: RuleSet,
  who: string,
  note: string,
  at: string,
): { readonly version: number; readonly from: string | null } {
  const base = listInForce(database)[0]?.version ?? 0;
  const sql = `
    INSERT INTO rule_set (version, created_at, who, note, rules, valid_from, plan)
    VALUES ((SELECT 1 + ifnull(max(version), 0) FROM rule_set), :at, :who, :note, :rules,
      (SELECT valid_from FROM rule_set WHERE version = :base), (SELECT plan FROM rule_set WHERE version = :base))
    RETURNING version, valid_from AS "from"`;
  const values = { at, who, note, rules: JSON.stringify(rules), base };
  return database.prepare(sql).get(values) as { version: number; from: string | null };
}

/** Puts a version in force and records who did. What is computed rests on the old one until it is computed anew. */
export function setActive(database: WriteDatabase, version: number, who: string, at: string): void {
  const sql =
    'INSERT INTO setting (key, value) VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value';
  const activations = [...listActivations(database), { version, at, who }].slice(-ACTIVATIONS_KEPT);
  database.prepare(sql).run(ACTIVATIONS_SETTING, JSON.stringify(activations));
  database.prepare(sql).run(ACTIVE_RULES_SETTING, JSON.stringify(version));
}
