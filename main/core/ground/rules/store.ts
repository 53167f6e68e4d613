import type { ReadDatabase } from '#main/db/open.ts';
import { completeRules, type StoredRuleSet } from '#shared/domain/default-rules.ts';
import type { IndicatorReference, RuleSet } from '#shared/domain/rule-set.ts';

export interface ActiveRules {
  readonly version: number;
  readonly rules: RuleSet;
}

/** The setting that names the rule set in force; without it the newest is in force. */
export const ACTIVE_RULES_SETTING = 'rules.activeVersion';

/** The rule set in force. Every database has one from its first start, so its absence is our mistake. */
export function readActiveRules(database: ReadDatabase): ActiveRules {
  const sql = `
    SELECT version, rules FROM rule_set
    WHERE version = ifnull((SELECT json_extract(value, '$') FROM setting WHERE key = ?),
      (SELECT max(version) FROM rule_set))`;
  const row = database.prepare(sql).get(ACTIVE_RULES_SETTING) as
    | { version: number; rules: string }
    | undefined;
  if (row === undefined) throw new Error('The database holds no rule set');
  return { version: row.version, rules: completeRules(JSON.parse(row.rules) as StoredRuleSet) };
}

export interface IndicatorKey extends IndicatorReference {
  readonly id: number;
}

/** Indicators in the order of the catalogue, with the keys that observations are stored by. */
export function listIndicatorKeys(database: ReadDatabase): IndicatorKey[] {
  const sql = 'SELECT id, code, kind, direction FROM indicator ORDER BY position';
  return database.prepare(sql).all() as IndicatorKey[];
}
