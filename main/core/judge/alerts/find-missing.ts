import {
  evaluateEvidenceMissing,
  evaluateOwnEvidence,
  evaluateTasksMissing,
  isPossibleGap,
} from '#shared/domain/alerts/missing-evidence.ts';
import { worstGap } from '#shared/domain/gap.ts';
import type { ReportedStatus } from '#shared/domain/model.ts';
import type { CutFacts } from './cut-facts.ts';
import { type Finding, unitFinding } from './finding.ts';

/**
 * What silence may hide: outputs of the communes of a province together, and of the province itself; tasks of a province
 * or the centre that nobody ever reported.
 */
export function findMissingEvidence(facts: CutFacts): Finding[] {
  const { judged, month } = facts;
  const isDue = month?.isDue === true;
  return judged.ground.places.flatMap(({ unit, position, members }) => {
    const tasks = unreportedTasks(facts, position);
    if (unit.level !== 'province') return tasks;
    const count = (last: ReportedStatus) =>
      members.filter((member) => {
        return lastReport(facts, member) === last && isPossible(facts, member, 'green/red', 'green');
      }).length;
    const [communes, silent] = [count('green'), count('notReported')];
    const ofCommunes = evaluateEvidenceMissing(unit.code, { communes, silent, isDue });
    const own = ownEvidence(facts, position, isDue);
    return [unitFinding(unit, ofCommunes), ...(own === null ? [] : [own]), ...tasks];
  });
}

function unreportedTasks({ judged }: CutFacts, position: number): Finding[] {
  const { unit, progress } = judged.units[position] ?? {};
  if (unit === undefined || progress === undefined || progress === null || progress.tasks === 0) return [];
  const evaluation = evaluateTasksMissing(unit.code, progress.unreportedLate);
  return [{ ...unitFinding(unit, evaluation), subject: `unit:${unit.code}|tasks` }];
}

function ownEvidence(facts: CutFacts, position: number, isDue: boolean): Finding | null {
  const judged = facts.judged.units[position];
  if (judged === undefined) return null;
  const { unit, reported, operating, operatingEvaluation } = judged;
  const worst = worstGap(reported, operating, operatingEvaluation.atLeast);
  const isOwnPossible = isPossible(facts, position, `${worst.reported}/${worst.operating}`);
  const evaluation = evaluateOwnEvidence(unit.code, worst, { isPossible: isOwnPossible, isDue });
  return { ...unitFinding(unit, evaluation), subject: `unit:${unit.code}|gap` };
}

/** What a commune said last: that it is silent now takes nothing back. */
function lastReport({ judged, lastReported }: CutFacts, position: number): ReportedStatus {
  const { unit, reported } = judged.units[position] ?? {};
  if (unit === undefined || reported !== 'notReported') return reported ?? 'notReported';
  return lastReported(unit.id)?.reported ?? 'notReported';
}

/** A gap that would be alerted at the worse end. One that is alerted stays so by itself. */
function isPossible(
  { judged, rules, worstRun, open }: CutFacts,
  position: number,
  cell: string,
  reported = judged.units[position]?.reported,
): boolean {
  const one = judged.units[position];
  if (one === undefined || reported === undefined || open.ofUnit('gap', one.unit.id) !== null) return false;
  if (!isPossibleGap(reported, one.operating, one.operatingEvaluation.atLeast)) return false;
  const run = worstRun(one.unit.id);
  return run.cell === cell && run.months >= rules.gapLastsCuts;
}
