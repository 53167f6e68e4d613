import { communeCounts, operatingCounts, taskFigures } from '#main/core/figures/figures.ts';
import { countAtLeast, countPairs } from '#main/core/figures/gap-store.ts';
import { countTasksByGroup, findStatus, listStatuses } from '#main/core/figures/status-store.ts';
import { type CutView, statusView } from '#main/core/ground/cuts/lookup.ts';
import type { ActiveRules } from '#main/core/ground/rules/store.ts';
import { requireUnit } from '#main/core/ground/units/lookup.ts';
import { explainUnit } from '#main/core/judge/judgement/explain.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { WhySubject } from '#shared/contract/why.ts';
import {
  explainCommuneRule,
  explainGapOfShares,
  explainNotReported,
  explainOperatingCounts,
  explainProgressRule,
  explainRollUpRule,
  explainTaskCounts,
} from '#shared/domain/count-reasons.ts';
import { evaluateCoverage, explainCoverage } from '#shared/domain/coverage.ts';
import { gapMatrixOfCounts } from '#shared/domain/gap.ts';
import type { Reason } from '#shared/domain/model.ts';
import type { RuleSet } from '#shared/domain/rule-set.ts';

type Count = Extract<WhySubject, { what: 'count' }>['count'];

/** The rule with its thresholds, and the numbers held against them, as sentences. */
export function whyReasons(
  database: ReadDatabase,
  view: CutView,
  active: ActiveRules,
  about: WhySubject,
): Reason[] {
  const { statusCut } = view;
  if (about.what === 'unit') {
    const unit = requireUnit(database, about.unit, statusCut.asOf);
    const row = findStatus(database, statusCut.id, about.unit);
    return explainUnit(database, statusView(view), active, unit, row);
  }
  if (about.what === 'figure') {
    requireUnit(database, about.unit, statusCut.asOf);
    return [];
  }
  if (about.what === 'group') return groupReasons(database, view, about.group);
  return countReasons(database, view, active.rules, about.count);
}

function countReasons(database: ReadDatabase, view: CutView, rules: RuleSet, count: Count): Reason[] {
  const coverage = () => coverageOf(database, view, rules);
  const operating = () => [operatingReason(database, view), explainRollUpRule(rules)];
  switch (count) {
    case 'green':
    case 'coverage':
      return [...coverage(), explainCommuneRule(rules)];
    case 'notReported':
      return [explainNotReported(), ...coverage()];
    case 'operating':
      return operating();
    case 'gap':
      return [explainGapOfShares(), ...coverage(), ...operating()];
    case 'progress':
      return [explainProgressRule(rules)];
    case 'overdue':
      return explainTaskCounts(taskFigures(countTasksByGroup(database, view.statusCut.id)));
  }
}

function coverageOf(database: ReadDatabase, { statusCut }: CutView, rules: RuleSet): Reason[] {
  const row = listStatuses(database, statusCut.id, 'country')[0];
  if (row === undefined) return [];
  return explainCoverage(evaluateCoverage(communeCounts(row), rules.coverage, row.unanswered ?? 0));
}

function operatingReason(database: ReadDatabase, { statusCut }: CutView): Reason {
  const pairs = countPairs(database, statusCut.id, 'commune');
  return explainOperatingCounts(operatingCounts(gapMatrixOfCounts(pairs)), countAtLeast(pairs));
}

function groupReasons(database: ReadDatabase, { statusCut }: CutView, code: string): Reason[] {
  const { groups } = taskFigures(countTasksByGroup(database, statusCut.id));
  const group = groups.find((one) => one.code === code);
  if (group === undefined) throw new UserError('INPUT_INVALID', { problem: `group ${code}` });
  return explainTaskCounts(group);
}
