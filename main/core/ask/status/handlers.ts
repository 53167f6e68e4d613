import { listOwnFigures } from '#main/core/figures/commune-store.ts';
import {
  criterionFigures,
  nationalFigures,
  provinceFigures,
  taskFigures,
  unitCriteria,
} from '#main/core/figures/figures.ts';
import { countPairs } from '#main/core/figures/gap-store.ts';
import { statusHistory } from '#main/core/figures/history-store.ts';
import { judgedOutputs } from '#main/core/figures/judged.ts';
import { listIndicators } from '#main/core/figures/plan-store.ts';
import {
  boundsOf,
  countTasksByGroup,
  findStatus,
  listStatuses,
  scoresOf,
} from '#main/core/figures/status-store.ts';
import { unitFigures } from '#main/core/figures/totals-store.ts';
import { type CutView, requireCut, statusView, viewedCutDto } from '#main/core/ground/cuts/lookup.ts';
import { monthStateOf, waitingMonthOf } from '#main/core/ground/cuts/waiting-month.ts';
import { procedure } from '#main/core/ground/procedure.ts';
import type { ActiveRules } from '#main/core/ground/rules/store.ts';
import { requireUnit } from '#main/core/ground/units/lookup.ts';
import { listProvinces } from '#main/core/ground/units/store.ts';
import { markOf } from '#main/core/ground/workspace/mark.ts';
import { explainUnit } from '#main/core/judge/judgement/explain.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { StatusReportDto } from '#shared/contract/status.ts';
import { vietnamDay } from '#shared/domain/periods.ts';

export const status = {
  get: procedure.status.get.handler(({ context, input }) => {
    const view = requireCut(context.read, input.cut);
    return { ...statusReport(context.read, view, input.unit), mark: markOf(context) };
  }),
  history: procedure.status.history.handler(({ context }) => statusHistory(context.read)),
};

function statusReport(
  database: ReadDatabase,
  view: CutView,
  unitCode: string | undefined,
): Omit<StatusReportDto, 'mark'> {
  const { active, statusCut } = view;
  const day = vietnamDay(statusCut.asOf);
  const names = listProvinces(database, day);
  const provinces = provinceFigures(listStatuses(database, statusCut.id, 'province'), names, active.rules);
  const country = listStatuses(database, statusCut.id, 'country')[0];
  const pairs = countPairs(database, statusCut.id, 'commune', active.rules);
  const outputs = judgedOutputs(database, view, active.rules);
  const unit = unitCode === undefined ? null : unitPart(database, view, active, unitCode);
  const isExtra = unit !== null && !outputs.some((output) => output.unit === unit.code);
  return {
    cut: viewedCutDto(view),
    ruleVersion: country?.ruleVersion ?? active.version,
    waitingMonth: waitingMonthOf(database, view),
    national: nationalFigures(
      provinces,
      country,
      pairs,
      active.rules,
      monthStateOf(database, statusView(view)),
    ),
    provinces,
    criteria: criterionFigures(
      unitFigures(database, view, { of: 'criteria', unit: 'VN' }),
      listIndicators(database),
      listOwnFigures(database, view, { of: 'criteria', unit: 'VN' }),
    ),
    outputs: isExtra ? [...outputs, ...unit.outputs] : outputs,
    tasks: taskFigures(countTasksByGroup(database, statusCut.id)),
    unit,
  };
}

function unitPart(database: ReadDatabase, view: CutView, active: ActiveRules, code: string): UnitPart {
  const unit = requireUnit(database, code, view.statusCut.asOf);
  const row = findStatus(database, view.statusCut.id, code);
  return {
    code,
    name: unit.name,
    nameEn: unit.nameEn,
    status: {
      reported: row?.reported ?? 'notReported',
      operating: row?.operating ?? 'noEvidence',
      ...boundsOf(row),
      ...scoresOf(row),
      gapSteps: row?.gapSteps ?? null,
    },
    reasons: explainUnit(database, view, active, unit, row),
    criteria: unitCriteria(
      unitFigures(database, view, { of: 'criteria', unit: code }),
      listIndicators(database),
      listOwnFigures(database, view, { of: 'criteria', unit: code }),
    ),
    outputs: judgedOutputs(database, view, active.rules, { unit: code }),
  };
}

type UnitPart = NonNullable<StatusReportDto['unit']>;
