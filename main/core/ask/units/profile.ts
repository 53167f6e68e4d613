import { listOwnFigures } from '#main/core/figures/commune-store.ts';
import { figureCourses } from '#main/core/figures/course-store.ts';
import { unitCriteria } from '#main/core/figures/figures.ts';
import { judgedOutputs } from '#main/core/figures/judged.ts';
import { listIndicators } from '#main/core/figures/plan-store.ts';
import { boundsOf, findStatus, listStatuses, scoresOf } from '#main/core/figures/status-store.ts';
import { unitFigures } from '#main/core/figures/totals-store.ts';
import { knownStateOf, unitsAsked } from '#main/core/figures/unit-figure.ts';
import { type CutView, requireCut, viewedCutDto } from '#main/core/ground/cuts/lookup.ts';
import { waitingMonthOf } from '#main/core/ground/cuts/waiting-month.ts';
import type { ActiveRules } from '#main/core/ground/rules/store.ts';
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
  listProvenance,
  listUnitTasks,
} from './profile-store.ts';

/** Everything known of one unit at a cut. UNIT_UNKNOWN and CUT_UNKNOWN name what was asked for. */
export function unitProfile(
  database: ReadDatabase,
  code: string,
  reference: string | undefined,
): UnitProfileDto {
  const view = requireCut(database, reference);
  const { active, statusCut } = view;
  const unit = requireUnit(database, code, statusCut.asOf);
  const row = findStatus(database, statusCut.id, code);
  const day = vietnamDay(statusCut.asOf);
  const provenance = listProvenance(database, view, code);
  return {
    cut: viewedCutDto(view),
    unit,
    province:
      unit.level === 'commune' && unit.parent ? requireUnit(database, unit.parent, statusCut.asOf) : null,
    ruleVersion: row?.ruleVersion ?? active.version,
    waitingMonth: waitingMonthOf(database, view),
    reported: row?.reported ?? 'notReported',
    operating: row?.operating ?? 'noEvidence',
    ...boundsOf(row),
    ...scoresOf(row),
    gapSteps: row?.gapSteps ?? null,
    gapMonths: row?.gapMonths ?? 0,
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
    criteria: unitCriteria(
      unitFigures(database, view, { of: 'criteria', unit: code }),
      listIndicators(database),
      listOwnFigures(database, view, { of: 'criteria', unit: code }),
    ).map((criterion) => ({
      ...criterion,
      provenance: provenance.get(criterion.code) ?? null,
    })),
    outputs: profileOutputs(database, view, active, unit, provenance),
    history: listHistory(database, code),
    tasks: listUnitTasks(database, statusCut.id, code, day),
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
  const province = unit.level === 'commune' ? unit.parent : unit.level === 'province' ? unit.code : null;
  const provinceMedians = mediansOf(database, view, province);
  const countryMedians = mediansOf(database, view, knowsCountry(database, view) ? 'VN' : null);
  const courses = Map.groupBy(
    figureCourses(database, view, { of: 'outputs', unit: unit.code }),
    (point) => point.code,
  );
  const indicators = new Map(listIndicators(database).map((indicator) => [indicator.code, indicator]));
  return judgedOutputs(database, view, active.rules, { unit: unit.code }).flatMap((output) => {
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
        provinceMedian: provinceMedians.get(output.code)?.median ?? null,
        countryMedian: countryMedians.get(output.code)?.median ?? null,
        provinceMedianOf: provinceMedians.get(output.code)?.of ?? null,
        countryMedianOf: countryMedians.get(output.code)?.of ?? null,
        trend: (courses.get(output.code) ?? []).map(({ cut, asOf, value }) => ({ cut, asOf, value })),
        provenance: provenance.get(output.code) ?? null,
      },
    ];
  });
}

/** False in a data file of one province, where the country's communes are those of the province. */
function knowsCountry(database: ReadDatabase, { statusCut }: CutView): boolean {
  return listStatuses(database, statusCut.id, 'province').length !== 1;
}

/** Each output's median over the communes of a place, with how many of them it is of. */
function mediansOf(database: ReadDatabase, view: CutView, unit: string | null) {
  const figures = unit === null ? [] : unitFigures(database, view, { of: 'outputs', unit });
  return new Map(
    figures.map((figure) => {
      const { code, median, reported } = figure;
      // A denominator of 0 is reported, and no value of a median.
      const known = knownStateOf(figure);
      const state = known === 'value' && median === null ? 'nothingToMeasure' : known;
      return [code, { median, of: { state, reported, units: unitsAsked(figure) } }] as const;
    }),
  );
}
