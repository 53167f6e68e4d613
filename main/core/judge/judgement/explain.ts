import { communeFigures, communeMarks } from '#main/core/figures/inputs-store.ts';
import type { StatusRow } from '#main/core/figures/status-store.ts';
import { figureOfSum, outputTotals } from '#main/core/figures/totals-store.ts';
import type { CutView } from '#main/core/ground/cuts/lookup.ts';
import { type ActiveRules, listIndicatorKeys } from '#main/core/ground/rules/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { UnitDto } from '#shared/contract/units.ts';
import { evaluateCommune, explainCommune } from '#shared/domain/commune-status.ts';
import { evaluateCoverage, explainCoverage } from '#shared/domain/coverage.ts';
import { evaluateGap, explainGap } from '#shared/domain/gap.ts';
import type { Reason } from '#shared/domain/model.ts';
import { evaluateOperating, operatingIndicators } from '#shared/domain/operating.ts';
import { explainOperating } from '#shared/domain/operating-reasons.ts';
import { explainProgress, type ProgressEvaluation } from '#shared/domain/province-progress.ts';

type StoredStatus = StatusRow & { readonly facts: string };

/**
 * Why a unit has its colours, as sentences: reported first, then operating, then the gap. Made by the rules'
 * own `explain` from the figures behind the stored status, so that sentence and colour cannot drift apart.
 */
export function explainUnit(
  database: ReadDatabase,
  view: CutView,
  active: ActiveRules,
  unit: UnitDto,
  row: StoredStatus | null,
): Reason[] {
  if (row === null) return [];
  const reported =
    unit.level === 'commune' ? explainMarks(database, view, active, unit) : explainPlace(row, active);
  const gap = explainGap(evaluateGap(row.reported, row.operating), row.gapCuts);
  return [...reported, ...explainOutputs(database, view, active, unit), ...gap];
}

function explainMarks(database: ReadDatabase, view: CutView, active: ActiveRules, unit: UnitDto): Reason[] {
  const marks = communeMarks(database, view.statusCut.id, unit.code);
  return explainCommune(
    evaluateCommune(
      marks.map(({ criterion }) => criterion),
      marks.map(({ mark }) => mark),
      active.rules.commune,
    ),
  );
}

function explainPlace(row: StoredStatus, active: ActiveRules): Reason[] {
  const { progress } = JSON.parse(row.facts) as { progress: ProgressEvaluation | null };
  const counts = {
    green: row.green ?? 0,
    yellow: row.yellow ?? 0,
    red: row.red ?? 0,
    notReported: row.notReported ?? 0,
  };
  const coverage = explainCoverage(evaluateCoverage(counts, active.rules.coverage));
  return progress === null ? coverage : [...explainProgress(progress), ...coverage];
}

function explainOutputs(database: ReadDatabase, view: CutView, active: ActiveRules, unit: UnitDto): Reason[] {
  const { indicators, figures } = unitFigures(database, view, active, unit);
  return explainOperating(evaluateOperating(indicators, figures, active.rules.operating));
}

/** The output figures of one unit with the indicators that are judged: totals for a province or the country. */
function unitFigures(database: ReadDatabase, view: CutView, active: ActiveRules, unit: UnitDto) {
  const indicators = operatingIndicators(active.rules.operating, listIndicatorKeys(database));
  const isDue = view.outputsCut !== null;
  const own = new Map(
    unit.level === 'commune'
      ? communeFigures(database, view.outputsCut?.id ?? null, unit.code)
      : outputTotals(database, view, unit.code).map((sum) => [sum.code, figureOfSum(sum, isDue)] as const),
  );
  const absent = isDue ? undefined : ('notYetDue' as const);
  return { indicators, figures: indicators.map(({ code }) => own.get(code) ?? absent) };
}
