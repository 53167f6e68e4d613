import type { Place } from '#main/core/ground/units/walk.ts';
import { sidesOf } from '#main/core/judge/judgement/standing.ts';
import type { TaskJudgement } from '#main/core/judge/judgement/tasks.ts';
import { isGraver } from '#shared/domain/alerts/bounds.ts';
import {
  evaluateEvidenceMissing,
  evaluateOutputMissing,
  evaluateOwnEvidence,
  evaluateReportsMissing,
  evaluateTasksMissing,
  type Hidden,
  ofTooOld,
} from '#shared/domain/alerts/missing-evidence.ts';
import { severityOfGap } from '#shared/domain/alerts/unit-alerts.ts';
import { type GapCell, isCertain, widestPossible } from '#shared/domain/gap-ends.ts';
import type { Severity } from '#shared/domain/model.ts';
import type { CutFacts } from './cut-facts.ts';
import { gapAlert, regression } from './find-communes.ts';
import { type Finding, indicatorFinding, type Keyed, unitFinding } from './finding.ts';
import { onlineColumn } from './online.ts';

/** GREEN outside and RED inside: what is raised of a commune. */
const HIDDEN_RED = 2;

/**
 * What silence may hide, by the worse end of every rule: for a province what its reports and those of its communes may
 * hide, their gaps and its own, and its online rate; for a province or the centre tasks that nobody ever reported.
 * `found`: what the rules themselves say.
 */
export function findMissingEvidence(facts: CutFacts, found: readonly Finding[]): Finding[] {
  const ofUnit = Map.groupBy(
    found.filter(({ evaluation }) => evaluation.missing != null),
    ({ unitId }) => unitId,
  );
  const unspoken = unspokenByUnit(facts);
  return facts.judged.ground.places.flatMap((place) => {
    const { unit } = place;
    const ofTasks = unspokenTasks(facts, unit, unspoken.get(unit.id) ?? []);
    const tasks = { ...unitFinding(unit, ofTasks), subject: `unit:${unit.code}|tasks` };
    if (unit.level !== 'province') return [tasks];
    const hidden = ofUnit.get(unit.id) ?? [];
    return [
      unitFinding(unit, gapsOfCommunes(facts, place)),
      { ...unitFinding(unit, ownGap(facts, place)), subject: `unit:${unit.code}|gap` },
      { ...unitFinding(unit, reports(facts, place, hidden)), subject: `unit:${unit.code}|reports` },
      ...online(facts, place, hidden),
      tasks,
    ];
  });
}

function gapsOfCommunes(facts: CutFacts, { unit, members }: Place) {
  const hiding = members.filter((member) => hiddenGap(facts, member)?.steps === HIDDEN_RED);
  const units = hiding.flatMap((member) => facts.judged.units[member]?.unit ?? []);
  return ofTooOld(evaluateEvidenceMissing(unit.code, units, facts.areOutputsDue), facts.tooOld);
}

function ownGap(facts: CutFacts, { unit, position }: Place) {
  const own = evaluateOwnEvidence(unit.code, hiddenGap(facts, position), facts.areOutputsDue);
  return ofTooOld(own, facts.tooOld);
}

/**
 * The widest gap that may be and is not alerted as gravely: one that has been possible for as long as a gap must last, or
 * any where one is alerted already.
 */
function hiddenGap(facts: CutFacts, position: number): GapCell | null {
  const { judged, rules, standing, open } = facts;
  const one = judged.units[position];
  if (one === undefined || facts.isOff('gap')) return null;
  const sides = sidesOf(one);
  if (isCertain(sides)) return null;
  const alerted = open.ofUnit('gap', one.unit.id);
  const { possible } = standing(one.unit.id);
  const cell = widestPossible(possible, sides, alerted === null ? rules.gapLastsCuts : 0);
  if (cell === null) return null;
  const now = gapAlert(facts, position, one.unit.level === 'commune' ? HIDDEN_RED : 1);
  const known = alerted?.severity ?? (now.condition === 'holds' ? now.severity : null);
  return isGraver(severityOfGap(cell.steps), known) ? cell : null;
}

function reports(facts: CutFacts, { unit, members }: Place, found: readonly Finding[]) {
  const { judged } = facts;
  const silent = members.filter((member) => isSilent(facts, member));
  const fallen = silent.filter((member) => mayHaveFallen(facts, member)).length;
  const hidden = hiddenOf(facts, found, ['coverageLow', 'criterionMissing', 'regression']);
  if (fallen > 0) hidden.push({ rule: 'regression', severity: 'critical' });
  const units = silent.flatMap((member) => judged.units[member]?.unit ?? []);
  const state = { hidden, silent: units, communes: members.length, fallen };
  return evaluateReportsMissing(unit.code, state, facts.isDue);
}

/** A commune that reported nothing, or not everything, of what it was asked. */
function isSilent({ judged }: CutFacts, position: number): boolean {
  const commune = judged.units[position]?.commune;
  return (
    commune != null && commune.owed > 0 && (commune.status === 'notReported' || commune.unreported.length > 0)
  );
}

/** A commune whose fall nobody would see: it reports nothing, was not RED, and is not alerted as RED. */
function mayHaveFallen(facts: CutFacts, position: number): boolean {
  const { unit, reported } = facts.judged.units[position] ?? {};
  if (unit === undefined || reported !== 'notReported' || facts.isOff('regression')) return false;
  const { missing = null } = regression(facts, position);
  const known: Severity | null = facts.open.ofUnit('regression', unit.id)?.severity ?? null;
  return missing !== null && isGraver(missing, known);
}

/** What rules may find beyond what they do, and is not alerted as gravely already. */
function hiddenOf(
  { open, isOff }: CutFacts,
  found: readonly Finding[],
  rules: readonly Hidden['rule'][],
): Hidden[] {
  return found.flatMap(({ subject, evaluation: { rule, missing } }) => {
    if (missing == null || isOff(rule) || !rules.includes(rule)) return [];
    const alerted = open.find(rule, subject);
    const known = alerted === null || alerted.state === 'pending' ? null : alerted.severity;
    return isGraver(missing, known) ? [{ rule, severity: missing }] : [];
  });
}

function online(facts: CutFacts, { unit, position, members }: Place, found: readonly Finding[]): Finding[] {
  const { outputs, figures } = facts.judged.month;
  const column = onlineColumn(outputs);
  const key = outputs[column];
  if (key === undefined) return [];
  const silent = members.filter((member) => figures[member]?.[column] === undefined);
  const units: Keyed[] = silent.flatMap((member) => facts.judged.units[member]?.unit ?? []);
  const worst = facts.judged.month.bounds.get(position)?.[column]?.low ?? 0;
  const hidden = hiddenOf(facts, found, ['onlineLow', 'onlineFalling']);
  const isDue = facts.areOutputsDue;
  const evaluation = evaluateOutputMissing(unit.code, key.code, hidden, { silent: units, worst }, isDue);
  return [indicatorFinding(unit, key, ofTooOld(evaluation, facts.tooOld))];
}

/** Tasks that nobody ever reported and that are past their deadline or due soon, by the unit that owes them. */
function unspokenByUnit({ judged, rules, isOff }: CutFacts): ReadonlyMap<number, readonly TaskJudgement[]> {
  const unspoken = judged.tasks.filter(({ units, outcome: { schedule } }) => {
    if (units !== 1 || schedule.progress !== null || schedule.daysLeft > rules.dueSoonDays) return false;
    return !isOff(schedule.daysLeft < 0 ? 'taskOverdue' : 'taskDueSoon');
  });
  return Map.groupBy(unspoken, ({ unitId }) => unitId);
}

function unspokenTasks(facts: CutFacts, { code }: Keyed, unspoken: readonly TaskJudgement[]) {
  const [late, soon] = [true, false].map((isLate) =>
    unspoken.filter(({ outcome }) => outcome.schedule.daysLeft < 0 === isLate),
  );
  const isBehind = soon?.some(({ outcome }) => outcome.schedule.expected > facts.paceTolerance) === true;
  const state = { late: keysOf(facts, late), soon: keysOf(facts, soon), isBehind };
  return evaluateTasksMissing(code, state, facts.areTasksDue);
}

function keysOf({ judged }: CutFacts, tasks: readonly TaskJudgement[] = []): readonly Keyed[] {
  const ids = new Set(tasks.map(({ taskId }) => taskId));
  return ids.size === 0 ? [] : judged.taskKeys.filter(({ id }) => ids.has(id));
}
