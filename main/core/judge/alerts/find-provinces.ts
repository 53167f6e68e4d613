import type { UnitKey } from '#main/core/ground/units/store.ts';
import type { Place } from '#main/core/ground/units/walk.ts';
import {
  evaluateSuspectDeadlineDay,
  evaluateSuspectOvernight,
  type Rise,
} from '#shared/domain/alerts/suspicion-alerts.ts';
import {
  type CriterionCounts,
  evaluateCoverageLow,
  evaluateCriterionMissing,
  evaluateNoOutputs,
  evaluateNoReport,
  evaluateOnlineFalling,
  evaluateOnlineLow,
} from '#shared/domain/alerts/unit-alerts.ts';
import { evaluateCoverage } from '#shared/domain/coverage.ts';
import type { CutFacts } from './cut-facts.ts';
import { gapAlert, regression } from './find-communes.ts';
import { type Finding, indicatorFinding, outputsFinding, unitFinding } from './finding.ts';
import { onlineColumn } from './online.ts';

/** The rules that look at a province, and the question about deadlines that is asked of the centre as well. */
export function findProvinces(facts: CutFacts): Finding[] {
  return facts.judged.ground.places.flatMap((place) => {
    const { unit, position } = place;
    if (unit.level === 'country') return [deadlineDay(facts, position)];
    return [
      ...wholeProvince(facts, place),
      unitFinding(unit, evaluateSuspectOvernight(unit.code, riseOf(facts, place), facts.suspicion)),
      ...online(facts, place),
      ...criteria(facts, place),
      ...(facts.ofMonth.suspicions.ofProvinces.get(unit.id) ?? []),
      ...silentOutputs(facts, place),
    ];
  });
}

const NOBODY = { green: 0, yellow: 0, red: 0, notReported: 0 };

function wholeProvince(facts: CutFacts, { position, members }: Place): Finding[] {
  const { unit, counts, unanswered } = unitAt(facts, position);
  // Whom the plan asks nothing is not silent.
  const isAsked = members.some((member) => (facts.judged.units[member]?.commune?.owed ?? 0) > 0);
  const coverage = evaluateCoverage(
    isAsked && counts !== null ? counts : NOBODY,
    facts.coverageBands,
    unanswered ?? 0,
  );
  const { communes, notReported: silent } = coverage;
  return [
    evaluateCoverageLow(unit.code, coverage, facts.rules),
    gapAlert(facts, position),
    evaluateNoReport(unit.code, { communes, silent, isDue: facts.isDue }),
    regression(facts, position),
  ]
    .map((evaluation) => unitFinding(unit, evaluation))
    .concat(deadlineDay(facts, position));
}

/** Communes that reported now and before, however long ago; those that are silent now beside them. */
function riseOf({ judged, lastReported }: CutFacts, { members }: Place): Rise {
  const turned: UnitKey[] = [];
  const counts = { communes: 0, greenBefore: 0, greenNow: 0, silent: 0, greenSilent: 0 };
  for (const member of members) {
    const { unit, reported } = judged.units[member] ?? missing();
    const before = lastReported(unit.id);
    if (before === null) continue;
    const wasGreen = before.reported === 'green';
    if (reported === 'notReported') {
      counts.silent += 1;
      if (wasGreen) counts.greenSilent += 1;
      continue;
    }
    counts.communes += 1;
    if (wasGreen) counts.greenBefore += 1;
    if (reported !== 'green') continue;
    counts.greenNow += 1;
    if (!wasGreen) turned.push(unit);
  }
  return { ...counts, turned };
}

function deadlineDay(facts: CutFacts, position: number): Finding {
  const { unit } = unitAt(facts, position);
  const { done, onDeadlineDay } = facts.doneTasks.get(unit.id) ?? { done: 0, onDeadlineDay: 0 };
  const unsaid = facts.unsaidTasks(unit.id);
  return unitFinding(unit, evaluateSuspectDeadlineDay(unit.code, done, onDeadlineDay, facts.rules, unsaid));
}

/** Nothing where the rule set leaves the online rate out: there is no threshold to speak of then. */
function online(facts: CutFacts, { position }: Place): Finding[] {
  const { unit, operatingEvaluation } = unitAt(facts, position);
  const { outputs, bounds: sums } = facts.judged.month;
  const column = onlineColumn(outputs);
  const key = outputs[column];
  const now = operatingEvaluation.indicators.find((indicator) => indicator.code === key?.code);
  if (now === undefined || key === undefined) return [];
  const before = facts.ofMonth.onlineBefore.get(unit.id) ?? null;
  const isNothingThere = facts.month === null && facts.areOutputsDue;
  const bounds = isNothingThere ? { low: 0, high: 1 } : (sums.get(position)?.[column] ?? null);
  return [
    evaluateOnlineLow(unit.code, now, facts.rules, bounds),
    evaluateOnlineFalling(unit.code, key.code, before, now.value, facts.rules, bounds),
  ].map((evaluation) => indicatorFinding(unit, key, evaluation));
}

function criteria(facts: CutFacts, { unit, members }: Place): Finding[] {
  return facts.judged.criteria.map((criterion, column) => {
    const counts = countMarks(facts, members, column);
    return indicatorFinding(unit, criterion, evaluateCriterionMissing(unit.code, criterion.code, counts));
  });
}

function countMarks({ judged }: CutFacts, communes: readonly number[], place: number): CriterionCounts {
  const counts = { met: 0, notMet: 0, notReported: 0 };
  for (const position of communes) {
    const mark = judged.marks[position]?.[place];
    if (mark === undefined || mark === 'notReported' || mark === 'selfExempt') counts.notReported += 1;
    else if (typeof mark === 'number') counts[mark >= 1 ? 'met' : 'notMet'] += 1;
  }
  return counts;
}

/** Communes without a single output of the month; nothing before the first month has ended. */
function silentOutputs({ ofMonth, month }: CutFacts, { unit, members }: Place): Finding[] {
  if (month === null) return [];
  const silent = ofMonth.silent.get(unit.id) ?? 0;
  const state = { communes: members.length, silent, isDue: month.isDue };
  return [outputsFinding(unit, evaluateNoOutputs(unit.code, month.code, state))];
}

function unitAt({ judged }: CutFacts, position: number) {
  return judged.units[position] ?? missing();
}

function missing(): never {
  throw new Error('A position outside the units of the cut');
}
