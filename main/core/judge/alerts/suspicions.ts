import type { CutRecord } from '#main/core/ground/cuts/store.ts';
import type { UnitKey } from '#main/core/ground/units/store.ts';
import type { Place } from '#main/core/ground/units/walk.ts';
import type { JudgedCut } from '#main/core/judge/judgement/judge.ts';
import type { Kept } from '#main/core/judge/judgement/kept.ts';
import type { AlertEvaluation } from '#shared/domain/alerts/evaluation.ts';
import {
  evaluateCommune,
  evaluateMonthSuspicions,
  type MonthAsked,
} from '#shared/domain/alerts/month-suspicions.ts';
import { usualChanges } from '#shared/domain/alerts/ratio-jump.ts';
import type { SentMonth, SentRow } from '#shared/domain/alerts/sent-months.ts';
import { unlessSilenceAsks } from '#shared/domain/alerts/silent-questions.ts';
import { type Finding, indicatorFinding, unitFinding } from './finding.ts';

/** What the figures of a month give cause to ask, by the id of the unit. */
export interface Suspicions {
  readonly ofProvinces: ReadonlyMap<number, readonly Finding[]>;
  /** What is asked of a commune; where something `isOpen`, also that it is asked no longer. */
  readonly ofCommune: (unitId: number, position: number, isOpen: boolean) => readonly AlertEvaluation[];
}

interface SentUnit extends SentMonth {
  readonly unitId: number;
}

/** Looks at the month that speaks at the cut, and at the one before it; finds nothing before the first has ended. */
export function findSuspicions(
  judged: JudgedCut,
  kept: Kept,
  { now, before }: { readonly now: CutRecord | null; readonly before: CutRecord | null },
): Suspicions {
  const ofProvinces = new Map<number, readonly Finding[]>();
  const ofCommunes = new Map<number, readonly AlertEvaluation[]>();
  if (now === null) return { ofProvinces, ofCommune: () => [] };
  const { ground, month } = judged;
  const earlier = before === null ? [] : kept.figuresOf(before, ground, judged.keys);
  const sent = ground.units.map(({ id, code }, position): SentUnit => {
    return { unitId: id, code, now: sentRow(month.figures[position]), before: sentRow(earlier[position]) };
  });
  const sentOf = ({ members }: Place) => members.flatMap((member) => sent[member] ?? []);
  const country = ground.places.find(({ unit }) => unit.level === 'country');
  const asked: MonthAsked = {
    months: { month: now.code, before: before?.code ?? '' },
    outputs: month.outputs,
    usual: usualChanges(country === undefined ? [] : sentOf(country), month.outputs),
    rules: kept.rules.suspicion,
  };
  for (const place of ground.places) {
    if (place.unit.level !== 'province') continue;
    const communes = sentOf(place);
    const found = evaluateMonthSuspicions(place.unit.code, communes, asked);
    ofProvinces.set(
      place.unit.id,
      found.ofProvince.map((one) => findingOf(place.unit, one, communes, judged)),
    );
    for (const [{ unitId }, evaluations] of found.ofCommunes) ofCommunes.set(unitId, evaluations);
  }
  return {
    ofProvinces,
    ofCommune: (unitId, position, isOpen) => {
      const commune = isOpen ? sent[position] : undefined;
      if (commune === undefined) return ofCommunes.get(unitId) ?? [];
      const evaluations = ofCommunes.get(unitId) ?? evaluateCommune(commune, asked.months);
      return evaluations.map((one) => unlessSilenceAsks(one, [commune], -1));
    },
  };
}

function sentRow(row: SentRow | undefined): SentRow | null {
  return row?.some((figure) => typeof figure === 'object') ? row : null;
}

/** Equal figures are asked about output by output, the others of the month as a whole. */
function findingOf(
  province: UnitKey,
  found: AlertEvaluation,
  communes: readonly SentMonth[],
  { month }: JudgedCut,
): Finding {
  const isOfOutput = found.rule === 'suspectEqualFigures';
  const column = isOfOutput ? month.outputs.findIndex(({ code }) => code === found.facts.indicator) : -1;
  const output = month.outputs[column];
  const evaluation = unlessSilenceAsks(found, communes, column);
  return output === undefined
    ? unitFinding(province, evaluation)
    : indicatorFinding(province, output, evaluation);
}
