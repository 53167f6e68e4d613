import { unitCriteria } from '#main/core/figures/figures.ts';
import { monthTotals } from '#main/core/figures/month-totals-store.ts';
import { judgeOutputs } from '#main/core/figures/outputs.ts';
import { listIndicators } from '#main/core/figures/plan-store.ts';
import { communeOutputs, findStatus } from '#main/core/figures/status-store.ts';
import { criterionTotals, outputMedians, outputTotals } from '#main/core/figures/totals-store.ts';
import { type CutView, requireCut } from '#main/core/ground/cuts/lookup.ts';
import { cutDto } from '#main/core/ground/cuts/store.ts';
import { type ActiveRules, readActiveRules } from '#main/core/ground/rules/store.ts';
import { requireUnit } from '#main/core/ground/units/lookup.ts';
import { listUnitAlerts } from '#main/core/judge/alerts/store.ts';
import { explainUnit } from '#main/core/judge/judgement/explain.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { UnitDto, UnitProfileDto } from '#shared/contract/units.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import {
  listDifficulties,
  listDocuments,
  listHistory,
  listMedians,
  listOutputTrends,
  listProvenance,
  listUnitTasks,
  type TrendPoint,
} from './profile-store.ts';

/** Everything known of one unit at a cut. UNIT_UNKNOWN and CUT_UNKNOWN name what was asked for. */
export function unitProfile(
  database: ReadDatabase,
  code: string,
  reference: string | undefined,
): UnitProfileDto {
  const view = requireCut(database, reference);
  const { statusCut, outputsCut } = view;
  const unit = requireUnit(database, code, statusCut.asOf);
  const active = readActiveRules(database);
  const row = findStatus(database, statusCut.id, code);
  const day = vietnamDay(view.cut.asOf);
  const provenance = listProvenance(database, [statusCut.id, outputsCut?.id ?? null], code);
  return {
    cut: cutDto(view.cut),
    unit,
    province:
      unit.level === 'commune' && unit.parent ? requireUnit(database, unit.parent, statusCut.asOf) : null,
    ruleVersion: row?.ruleVersion ?? active.version,
    reported: row?.reported ?? 'notReported',
    operating: row?.operating ?? 'noEvidence',
    gapSteps: row?.gapSteps ?? null,
    gapCuts: row?.gapCuts ?? 0,
    corrected: row?.corrected === 1,
    reportedSince: row?.reportedSince ?? null,
    met: row?.met ?? null,
    missing: row?.missing ?? null,
    communes: row?.communes ?? null,
    green: row?.green ?? null,
    yellow: row?.yellow ?? null,
    red: row?.red ?? null,
    notReported: row?.notReported ?? null,
    reasons: explainUnit(database, view, active, unit, row),
    criteria: unitCriteria(criterionTotals(database, view, code)).map((criterion) => ({
      ...criterion,
      provenance: provenance.get(criterion.code) ?? null,
    })),
    outputs: profileOutputs(database, view, active, unit, provenance),
    history: listHistory(database, code),
    tasks: listUnitTasks(database, statusCut.id, code),
    difficulties: listDifficulties(database, code, day),
    documents: listDocuments(database, code, day),
    alerts: listUnitAlerts(database, statusCut, code),
  };
}

function profileOutputs(
  database: ReadDatabase,
  view: CutView,
  active: ActiveRules,
  unit: UnitDto,
  provenance: ReturnType<typeof listProvenance>,
): UnitProfileDto['outputs'] {
  const month = view.outputsCut?.id ?? null;
  const sums =
    unit.level === 'commune'
      ? communeOutputs(database, month, unit.code)
      : outputTotals(database, view, unit.code);
  const province = unit.level === 'commune' ? unit.parent : unit.level === 'province' ? unit.code : null;
  const medians = new Map(
    (outputMedians(database, view, province) ?? listMedians(database, month, province)).map((median) => [
      median.code,
      median,
    ]),
  );
  const trends = Map.groupBy(outputTrends(database, view, unit), (point) => point.code);
  const indicators = new Map(listIndicators(database).map((indicator) => [indicator.code, indicator]));
  return judgeOutputs(sums, view.outputsCut?.code ?? null, active.rules.operating).flatMap((output) => {
    const indicator = indicators.get(output.code);
    if (indicator === undefined || indicator.kind === 'criterion') return [];
    const thresholds = active.rules.operating.indicators[output.code];
    return [
      {
        ...output,
        name: indicator.name,
        nameEn: indicator.nameEn,
        kind: indicator.kind,
        greenFrom: thresholds?.greenFrom ?? null,
        yellowFrom: thresholds?.yellowFrom ?? null,
        provinceMedian: medians.get(output.code)?.province ?? null,
        countryMedian: medians.get(output.code)?.country ?? null,
        trend: (trends.get(output.code) ?? []).map(({ cut, asOf, value }) => ({ cut, asOf, value })),
        provenance: provenance.get(output.code) ?? null,
      },
    ];
  });
}

/** Months that a recompute has added up are looked up; a commune's own figures are few. */
function outputTrends(database: ReadDatabase, view: CutView, { code, level }: UnitDto): TrendPoint[] {
  const { asOf } = view.cut;
  if (level === 'commune') return listOutputTrends(database, code, asOf);
  const totals = monthTotals(database, { cuts: view.all, asOf, unit: code });
  return totals.map(({ indicator, cut, asOf: at, value }) => ({ code: indicator, cut, asOf: at, value }));
}
