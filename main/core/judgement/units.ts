import type { UnitKey } from '#main/core/units/store.ts';
import {
  type CommuneEvaluation,
  type CriterionMark,
  evaluateCommune,
} from '#shared/domain/commune-status.ts';
import { type FigureOrEmpty, type FigureTotal, sumFigures } from '#shared/domain/figures.ts';
import { gapSteps } from '#shared/domain/gap.ts';
import type { OperatingStatus, ReportedStatus } from '#shared/domain/model.ts';
import {
  evaluateOperating,
  type OperatingEvaluation,
  type OperatingIndicator,
} from '#shared/domain/operating.ts';
import { evaluateProgress, type ProgressEvaluation } from '#shared/domain/province-progress.ts';
import type { IndicatorReference, RuleSet } from '#shared/domain/rule-set.ts';
import type { TaskJudgement } from './tasks.ts';

/** How many communes below a province or the country have each reported status. */
export type CommuneCounts = Record<ReportedStatus, number>;

export interface UnitJudgement {
  readonly unit: UnitKey;
  readonly reported: ReportedStatus;
  readonly operating: OperatingStatus;
  readonly gapSteps: number | null;
  readonly commune: CommuneEvaluation | null;
  readonly progress: ProgressEvaluation | null;
  readonly counts: CommuneCounts | null;
  /** Communes below by operating status; null for communes. */
  readonly operatingCounts: Readonly<Record<OperatingStatus, number>> | null;
  readonly operatingEvaluation: OperatingEvaluation;
}

export interface UnitWalk {
  readonly units: readonly UnitKey[];
  readonly criteria: readonly string[];
  readonly marks: readonly (readonly (CriterionMark | undefined)[])[];
  readonly indicators: readonly OperatingIndicator[];
  /** [unit][output] in the order of `indicators`; provinces and the country hold their totals. */
  readonly figures: readonly (readonly (FigureOrEmpty | FigureTotal | undefined)[])[];
  readonly tasks: readonly TaskJudgement[];
  readonly rules: RuleSet;
}

/** Every unit at a cut: communes by their criteria, provinces and the centre by their tasks, all by outputs. */
export function judgeUnits(walk: UnitWalk): UnitJudgement[] {
  const communes = new Map<number, CommuneEvaluation>();
  walk.units.forEach((unit, position) => {
    if (unit.level !== 'commune') return;
    communes.set(unit.id, evaluateCommune(walk.criteria, walk.marks[position] ?? [], walk.rules.commune));
  });
  const counts = countCommunes(walk.units, communes);
  const tasksOf = Map.groupBy(
    walk.tasks.filter((task) => task.units === 1),
    (task) => task.unitId,
  );
  const judged = walk.units.map((unit, position) => {
    const commune = communes.get(unit.id) ?? null;
    const schedules = (tasksOf.get(unit.id) ?? []).map((task) => task.outcome.schedule);
    const progress = commune === null ? evaluateProgress(schedules, walk.rules.province) : null;
    const reported = commune?.status ?? progress?.status ?? 'notReported';
    const operating = evaluateOperating(walk.indicators, walk.figures[position] ?? [], walk.rules.operating);
    return {
      unit,
      reported,
      operating: operating.status,
      gapSteps: gapSteps(reported, operating.status),
      commune,
      progress,
      counts: counts.get(unit.id) ?? null,
      operatingEvaluation: operating,
    };
  });
  const operatingCounts = countOperating(judged);
  return judged.map((one) => ({ ...one, operatingCounts: operatingCounts.get(one.unit.id) ?? null }));
}

function countOperating(
  judged: readonly { readonly unit: UnitKey; readonly operating: OperatingStatus }[],
): Map<number, Record<OperatingStatus, number>> {
  const country = judged.find(({ unit }) => unit.level === 'country')?.unit;
  const counts = new Map<number, Record<OperatingStatus, number>>();
  for (const { unit } of judged) {
    if (unit.level !== 'commune') counts.set(unit.id, { green: 0, yellow: 0, red: 0, noEvidence: 0 });
  }
  for (const { unit, operating } of judged) {
    if (unit.level !== 'commune') continue;
    for (const place of [unit.parentId, country?.id]) {
      const count = place === null || place === undefined ? undefined : counts.get(place);
      if (count !== undefined) count[operating] += 1;
    }
  }
  return counts;
}

function countCommunes(
  units: readonly UnitKey[],
  communes: ReadonlyMap<number, CommuneEvaluation>,
): Map<number, CommuneCounts> {
  const country = units.find((unit) => unit.level === 'country');
  const counts = new Map<number, CommuneCounts>();
  for (const unit of units) {
    if (unit.level !== 'commune') counts.set(unit.id, { green: 0, yellow: 0, red: 0, notReported: 0 });
  }
  for (const unit of units) {
    const status = communes.get(unit.id)?.status;
    if (status === undefined) continue;
    for (const place of [unit.parentId, country?.id]) {
      const count = place === null || place === undefined ? undefined : counts.get(place);
      if (count !== undefined) count[status] += 1;
    }
  }
  return counts;
}

/**
 * Puts the totals of provinces and the country beside the communes' own figures: ratios of sums. A province
 * of which no commune reported is answered by a figure of its own where it sent one.
 */
export function withTotals(
  units: readonly UnitKey[],
  indicators: readonly IndicatorReference[],
  own: readonly (readonly (FigureOrEmpty | undefined)[])[],
): (readonly (FigureOrEmpty | FigureTotal | undefined)[])[] {
  const communesOf = new Map<number, number[]>();
  const everyCommune: number[] = [];
  units.forEach((unit, position) => {
    if (unit.level !== 'commune' || unit.parentId === null) return;
    everyCommune.push(position);
    const siblings = communesOf.get(unit.parentId);
    if (siblings === undefined) communesOf.set(unit.parentId, [position]);
    else siblings.push(position);
  });
  return units.map((unit, position) => {
    const ownFigures = own[position] ?? [];
    if (unit.level === 'commune') return ownFigures;
    const members = unit.level === 'country' ? everyCommune : (communesOf.get(unit.id) ?? []);
    return indicators.map((indicator, place) => {
      const total = sumFigures(
        indicator.kind,
        members.map((member) => own[member]?.[place]),
      );
      const ownFigure = ownFigures[place];
      return total.reported === 0 && typeof ownFigure === 'object' ? ownFigure : total;
    });
  });
}
