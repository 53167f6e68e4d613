import { listIndicatorKeys } from '#main/core/ground/rules/store.ts';
import { findUnitId } from '#main/core/ground/units/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { reason } from '#shared/domain/reason.ts';
import type { RuleSet } from '#shared/domain/rule-set.ts';
import { type Problem, validateRuleSet } from '#shared/domain/validate-rules.ts';

/** What keeps these rules from judging this workspace: their numbers, and units or indicators it does not know. */
export function ruleProblems(database: ReadDatabase, rules: RuleSet): Problem[] {
  const indicators = listIndicatorKeys(database);
  const known = new Set(indicators.map(({ code }) => code));
  const problems = validateRuleSet(rules, indicators);
  for (const [unit, asked] of Object.entries(rules.notAsked)) {
    const path = `notAsked.${unit}`;
    if (findUnitId(database, unit) === null)
      problems.push({ path, reason: reason('reason.plan.unknownUnit', { value: unit }) });
    for (const value of asked.filter((code) => !known.has(code)))
      problems.push({ path, reason: reason('reason.plan.unknownIndicator', { code: unit, value }) });
  }
  return problems;
}
