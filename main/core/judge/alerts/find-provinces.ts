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
  evaluateGapAlert,
  evaluateNoOutputs,
  evaluateNoReport,
  evaluateOnlineFalling,
  evaluateOnlineLow,
} from '#shared/domain/alerts/unit-alerts.ts';
import { evaluateCoverage } from '#shared/domain/coverage.ts';
import { evaluateGap } from '#shared/domain/gap.ts';
import type { CutFacts } from './cut-facts.ts';
import { regression } from './find-communes.ts';
import { type Finding, indicatorFinding, outputsFinding, unitFinding } from './finding.ts';
import { ONLINE } from './online.ts';
import { unlessSilenceHides, worstRatio } from './silent-share.ts';

/** The rules that look at a province, and the question about deadlines that is asked of the centre as well. */
export function findProvinces(facts: CutFacts): Finding[] {
  return facts.judged.ground.places.flatMap((place) => {
    const { unit, position } = place;
    if (unit.level === 'country') return [deadlineDay(facts, position)];
    return [
      ...wholeProvince(facts, position),
      unitFinding(unit, evaluateSuspectOvernight(unit.code, riseOf(facts, place), facts.suspicion)),
      ...online(facts, place),
      ...criteria(facts, place),
      ...(facts.ofMonth.suspicions.ofProvinces.get(unit.id) ?? []),
      ...silentOutputs(facts, place),
    ];
  });
}

function wholeProvince(facts: CutFacts, position: number): Finding[] {
  const { judged, rules } = facts;
  const { unit, reported, operating, counts, unanswered } = unitAt(facts, position);
  const coverage = evaluateCoverage(
    counts ?? { green: 0, yellow: 0, red: 0, notReported: 0 },
    facts.coverageBands,
    unanswered ?? 0,
  );
  const { communes, notReported: silent } = coverage;
  const gap = evaluateGap(reported, operating);
  const isOpen = facts.open.ofUnit('gap', unit.id) !== null;
  return [
    evaluateCoverageLow(unit.code, coverage, rules),
    evaluateGapAlert(unit.code, gap, facts.gapRun(unit.id), rules, isOpen),
    evaluateNoReport(unit.code, { communes, silent, isDue: facts.isDue }),
    regression(facts, position),
  ]
    .map((evaluation) => unitFinding(judged.units[position]?.unit ?? unit, evaluation))
    .concat(deadlineDay(facts, position));
}

/** Communes that reported now and before, however long ago within the cuts looked back on. */
function riseOf({ judged, lastReported }: CutFacts, { members }: Place): Rise {
  const turned: UnitKey[] = [];
  const counts = { communes: 0, greenBefore: 0, greenNow: 0 };
  for (const member of members) {
    const { unit, reported } = judged.units[member] ?? missing();
    const before = reported === 'notReported' ? null : lastReported(unit.id);
    if (before === null) continue;
    counts.communes += 1;
    if (before.reported === 'green') counts.greenBefore += 1;
    if (reported !== 'green') continue;
    counts.greenNow += 1;
    if (before.reported !== 'green') turned.push(unit);
  }
  return { ...counts, turned };
}

function deadlineDay(facts: CutFacts, position: number): Finding {
  const { unit } = unitAt(facts, position);
  const { done, onDeadlineDay } = facts.doneTasks.get(unit.id) ?? { done: 0, onDeadlineDay: 0 };
  return unitFinding(unit, evaluateSuspectDeadlineDay(unit.code, done, onDeadlineDay, facts.rules));
}

/** Nothing where the rule set leaves the online rate out: there is no threshold to speak of then. */
function online(facts: CutFacts, { position, members }: Place): Finding[] {
  const { unit, operatingEvaluation } = unitAt(facts, position);
  const now = operatingEvaluation.indicators.find((indicator) => indicator.code === ONLINE);
  const key = facts.judged.month.outputs.find((output) => output.code === ONLINE);
  if (now === undefined || key === undefined) return [];
  const before = facts.ofMonth.onlineBefore.get(unit.id) ?? null;
  const worst = worstRatio(facts, members, ONLINE);
  const { onlineLowBelow, onlineFallBy } = facts.rules;
  const low = evaluateOnlineLow(unit.code, now, facts.rules);
  const falling = evaluateOnlineFalling(unit.code, ONLINE, before, now.value, facts.rules);
  return [
    unlessSilenceHides(low, worst !== null && worst < onlineLowBelow),
    unlessSilenceHides(falling, worst !== null && before !== null && before - worst >= onlineFallBy),
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
