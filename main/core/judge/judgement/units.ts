import type { UnitKey } from '#main/core/ground/units/store.ts';
import type { Ground } from '#main/core/ground/units/walk.ts';
import {
  bestOfCommune,
  type CommuneEvaluation,
  type CriterionMark,
  evaluateCommune,
} from '#shared/domain/commune-status.ts';
import { gapSteps } from '#shared/domain/gap.ts';
import type { Colour, CommuneStatus, OperatingStatus, ReportedStatus } from '#shared/domain/model.ts';
import type { OperatingEvaluation } from '#shared/domain/operating.ts';
import {
  bestOfProgress,
  evaluateProgress,
  type ProgressEvaluation,
} from '#shared/domain/province-progress.ts';
import type { RuleSet } from '#shared/domain/rule-set.ts';
import type { JudgedMonth } from './month.ts';
import type { TaskJudgement } from './tasks.ts';

/** How many communes below a province or the country have each reported status. */
export type CommuneCounts = Record<CommuneStatus, number>;

export interface UnitJudgement {
  readonly unit: UnitKey;
  readonly reported: ReportedStatus;
  /** What the report would be if all that was not sent at this cut were good; null where nobody can tell. */
  readonly reportedAtMost: Colour | null;
  readonly operating: OperatingStatus;
  readonly gapSteps: number | null;
  readonly commune: CommuneEvaluation | null;
  readonly progress: ProgressEvaluation | null;
  readonly counts: CommuneCounts | null;
  /** Communes below that are not GREEN only because some of their criteria have no answer; null for communes. */
  readonly unanswered: number | null;
  /** Communes below by operating status; null for communes. */
  readonly operatingCounts: Readonly<Record<OperatingStatus, number>> | null;
  readonly operatingEvaluation: OperatingEvaluation;
}

export interface UnitWalk {
  readonly ground: Ground;
  readonly month: JudgedMonth;
  /** Codes; `marks` is [unit][criterion]. */
  readonly criteria: readonly string[];
  readonly marks: readonly (readonly (CriterionMark | undefined)[])[];
  readonly tasks: readonly TaskJudgement[];
  readonly rules: RuleSet;
}

/** Every unit at a cut: communes by their criteria, provinces and the centre by their tasks, all by outputs. */
export function judgeUnits({ ground, month, criteria, marks, tasks, rules }: UnitWalk): UnitJudgement[] {
  const communes = ground.units.map(({ level }, position) =>
    level === 'commune' ? evaluateCommune(criteria, marks[position] ?? [], rules.commune) : null,
  );
  const counts = countCommunes(ground, communes);
  const unanswered = countUnanswered(ground, communes);
  const tasksOf = Map.groupBy(
    tasks.filter((task) => task.units === 1),
    (task) => task.unitId,
  );
  return ground.units.map((unit, position) => {
    const commune = communes[position] ?? null;
    const schedules = (tasksOf.get(unit.id) ?? []).map((task) => task.outcome.schedule);
    const progress = commune === null ? evaluateProgress(schedules, rules.province) : null;
    const reported = commune?.status ?? progress?.status ?? 'notReported';
    const reportedAtMost =
      commune === null ? bestOfProgress(schedules, rules.province) : bestOfCommune(commune);
    const operating = month.operating[position] ?? missing();
    return {
      unit,
      reported,
      reportedAtMost,
      operating: operating.status,
      gapSteps: gapSteps(reported, operating.status),
      commune,
      progress,
      counts: counts.get(unit.id) ?? null,
      unanswered: unanswered.get(unit.id) ?? null,
      operatingCounts: month.operatingCounts.get(unit.id) ?? null,
      operatingEvaluation: operating,
    };
  });
}

function missing(): never {
  throw new Error('A position outside the units of the cut');
}

function countCommunes(
  { places }: Ground,
  communes: readonly (CommuneEvaluation | null)[],
): Map<number, CommuneCounts> {
  return new Map(
    places.map(({ unit, members }) => {
      const counts = { green: 0, yellow: 0, red: 0, notReported: 0 };
      for (const member of members) counts[communes[member]?.status ?? 'notReported'] += 1;
      return [unit.id, counts] as const;
    }),
  );
}

function countUnanswered(
  { places }: Ground,
  communes: readonly (CommuneEvaluation | null)[],
): Map<number, number> {
  return new Map(
    places.map(({ unit, members }) => {
      const open = members.filter((member) => isOnlyUnanswered(communes[member]));
      return [unit.id, open.length] as const;
    }),
  );
}

function isOnlyUnanswered(commune: CommuneEvaluation | null | undefined): boolean {
  if (!commune || commune.status === 'green' || commune.status === 'notReported') return false;
  return commune.notMet.length === 0;
}
