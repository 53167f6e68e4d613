import { evaluationsAt } from '#main/core/ask/forecast/evaluations.ts';
import { outlooksAt } from '#main/core/ask/forecast/outlooks.ts';
import { explainTask } from '#main/core/ask/plan/explain-task.ts';
import { taskOutputs } from '#main/core/ask/plan/task-outputs.ts';
import {
  communeCounts,
  operatingCounts,
  operatingCoverage,
  taskFigures,
} from '#main/core/figures/figures.ts';
import { countAtLeast, countPairs } from '#main/core/figures/gap-store.ts';
import { findTask } from '#main/core/figures/plan-store.ts';
import { countTasksByGroup, findStatus, listStatuses } from '#main/core/figures/status-store.ts';
import { type CutView, statusView } from '#main/core/ground/cuts/lookup.ts';
import { monthStateOf, waitingMonthOf } from '#main/core/ground/cuts/waiting-month.ts';
import { type ActiveRules, listIndicatorKeys } from '#main/core/ground/rules/store.ts';
import { requireUnit } from '#main/core/ground/units/lookup.ts';
import { explainFigure, explainUnit } from '#main/core/judge/judgement/explain.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { WhySubject } from '#shared/contract/why.ts';
import {
  explainChange,
  explainCommuneRule,
  explainFigureRule,
  explainGapCell,
  explainGapOfShares,
  explainNotReported,
  explainOperatingCounts,
  explainProgressCounts,
  explainProgressRule,
  explainRollUpRule,
  explainTaskCounts,
} from '#shared/domain/count-reasons.ts';
import { evaluateCoverage, explainCoverage } from '#shared/domain/coverage.ts';
import { explainMethod } from '#shared/domain/forecast.ts';
import { gapMatrixOfCounts, matrixTotal } from '#shared/domain/gap.ts';
import type { Reason } from '#shared/domain/model.ts';
import { explainMonth, explainTooOld, explainWaiting } from '#shared/domain/operating-reasons.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { isUnitCode } from '#shared/domain/plan.ts';
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
    const own = explainFigure(database, view, active, about.unit, about.indicator);
    return about.unit.length === 5 ? own : [...figureRule(database, about.indicator), ...own];
  }
  if (about.what === 'group') return groupReasons(database, view, about.group);
  if (about.what === 'task') return taskReasons(database, view, active, about.task);
  if (about.what === 'forecast') return forecastReasons(database, view, about.code);
  if (about.what === 'cell') return cellReasons(database, view, active.rules, about);
  if (about.what === 'change') {
    const month = about.side === 'operating' ? monthReasons(database, view) : [];
    return [explainChange(about.side), ...month, ...sideRules(active.rules, about)];
  }
  return countReasons(database, view, active.rules, about.count);
}

/** A group of tasks, where places are asked about as well. */
export function isGroup(code: string): boolean {
  return !isUnitCode(code);
}

/** How the figures of communes make one. */
function figureRule(database: ReadDatabase, code: string): Reason[] {
  const indicator = listIndicatorKeys(database).find((one) => one.code === code);
  return indicator === undefined ? [] : [explainFigureRule(indicator.kind)];
}

function taskReasons(database: ReadDatabase, view: CutView, active: ActiveRules, code: string): Reason[] {
  const task = findTask(database, view.statusCut.id, code);
  if (task === null) throw new UserError('TASK_UNKNOWN', { code });
  const { evaluations } = taskOutputs(database, view, active, code);
  return explainTask(task, vietnamDay(view.statusCut.asOf), active, evaluations);
}

function forecastReasons(database: ReadDatabase, view: CutView, code: string): Reason[] {
  const { national, groups, provinces } = outlooksAt(database, view);
  const outlook = [national, ...groups, ...provinces].find((one) => one.code === code);
  if (outlook === undefined) throw new UserError('UNIT_UNKNOWN', { code });
  const { groups: tasks, places } = evaluationsAt(database, view);
  const evaluation = (isGroup(code) ? tasks : places).get(code)?.evaluation;
  const method =
    evaluation === undefined ? [] : explainMethod(evaluation, isGroup(code) ? 'progress' : 'communes');
  return [...outlook.reasons, ...method];
}

function cellReasons(
  database: ReadDatabase,
  view: CutView,
  rules: RuleSet,
  cell: Extract<WhySubject, { what: 'cell' }>,
): Reason[] {
  const { level, province, reported, operating } = cell;
  const matrix = gapMatrixOfCounts(countPairs(database, view.statusCut.id, level, rules, province));
  const total = matrixTotal(matrix);
  const cells = reported === undefined || operating === undefined ? GAPS : [{ reported, operating }];
  return [
    ...cells.map((one) =>
      explainGapCell({ ...one, level, count: matrix[one.reported][one.operating], total }),
    ),
    ...sideRules(rules, { level, side: 'reported' }),
    ...monthReasons(database, view),
    ...sideRules(rules, { level, side: 'operating' }),
  ];
}

/** Reported better than operating, the widest first. */
const GAPS = [
  { reported: 'green', operating: 'red' },
  { reported: 'green', operating: 'yellow' },
  { reported: 'yellow', operating: 'red' },
] as const;

/** The rule that gives units of a level their colour on one side. */
function sideRules(
  rules: RuleSet,
  { level, side }: { readonly level: 'province' | 'commune'; readonly side: 'reported' | 'operating' },
): Reason[] {
  if (side === 'operating') return [explainRollUpRule(rules)];
  return [level === 'commune' ? explainCommuneRule(rules) : explainProgressRule(rules)];
}

function countReasons(database: ReadDatabase, view: CutView, rules: RuleSet, count: Count): Reason[] {
  const coverage = () => coverageOf(database, view, rules);
  const operating = () => [
    operatingReason(database, view, rules),
    ...monthReasons(database, view),
    explainRollUpRule(rules),
  ];
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
      return [explainProgressCounts(progressOf(database, view)), explainProgressRule(rules)];
    case 'overdue':
      return explainTaskCounts(taskFigures(countTasksByGroup(database, view.statusCut.id)));
  }
}

/** Of which month the outputs are that colour, or why none do. */
function monthReasons(database: ReadDatabase, view: CutView): Reason[] {
  const { tooOld, monthsAtMost, outputsCut } = statusView(view);
  const used =
    tooOld === null ? explainMonth(outputsCut?.code ?? null) : [explainTooOld(tooOld.code, monthsAtMost)];
  return [...used, ...explainWaiting(waitingMonthOf(database, view))];
}

function coverageOf(database: ReadDatabase, { statusCut }: CutView, rules: RuleSet): Reason[] {
  const row = listStatuses(database, statusCut.id, 'country')[0];
  if (row === undefined) return [];
  return explainCoverage(evaluateCoverage(communeCounts(row), rules.coverage, row.unanswered ?? 0));
}

function operatingReason(database: ReadDatabase, view: CutView, rules: RuleSet): Reason {
  const pairs = countPairs(database, view.statusCut.id, 'commune', rules);
  return explainOperatingCounts(
    operatingCounts(gapMatrixOfCounts(pairs)),
    countAtLeast(pairs),
    operatingCoverage(pairs, monthStateOf(database, statusView(view))),
  );
}

/** Provinces by the colour of their tasks. */
function progressOf(database: ReadDatabase, { statusCut }: CutView) {
  const counts = { green: 0, yellow: 0, red: 0, undetermined: 0, notReported: 0 };
  for (const { reported } of listStatuses(database, statusCut.id, 'province')) counts[reported] += 1;
  return counts;
}

function groupReasons(database: ReadDatabase, { statusCut }: CutView, code: string): Reason[] {
  const { groups } = taskFigures(countTasksByGroup(database, statusCut.id));
  const group = groups.find((one) => one.code === code);
  if (group === undefined) throw new UserError('INPUT_INVALID', { problem: `group ${code}` });
  return explainTaskCounts(group);
}
