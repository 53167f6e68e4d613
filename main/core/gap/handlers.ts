import { requireCut } from '#main/core/cuts/lookup.ts';
import { cutDto } from '#main/core/cuts/store.ts';
import { readActiveRules } from '#main/core/judgement/rules.ts';
import { procedure } from '#main/core/procedure.ts';
import { listStatuses, type StatusRow } from '#main/core/status/store.ts';
import { requireUnit } from '#main/core/units/lookup.ts';
import { unitNames } from '#main/core/units/names.ts';
import { compareGaps, gapMatrix } from '#shared/domain/gap.ts';
import { vietnamDay } from '#shared/domain/periods.ts';

export const gap = {
  get: procedure.gap.get.handler(({ context, input }) => {
    const view = requireCut(context.read, input.cut);
    const { statusCut } = view;
    if (input.province !== undefined) requireUnit(context.read, input.province, statusCut.asOf);
    const all = listStatuses(context.read, statusCut.id, input.level);
    const rows = input.province === undefined ? all : all.filter((row) => row.parent === input.province);
    const names = unitNames(context.read, vietnamDay(statusCut.asOf));
    return {
      cut: cutDto(view.cut),
      level: input.level,
      ruleVersion: rows[0]?.ruleVersion ?? readActiveRules(context.read).version,
      matrix: gapMatrix(rows),
      units: rows
        .filter(hasGap)
        .sort(byGap)
        .map((row) => ({
          ...names.of(row.code),
          province: row.parent === 'VN' ? null : row.parent,
          reported: row.reported,
          operating: row.operating,
          steps: row.gapSteps,
          cuts: row.gapCuts,
        })),
    };
  }),
};

type GapRow = StatusRow & { readonly gapSteps: number };

function hasGap(row: StatusRow): row is GapRow {
  return row.gapSteps !== null && row.gapSteps > 0;
}

function byGap(left: GapRow, right: GapRow): number {
  return compareGaps(
    { code: left.code, steps: left.gapSteps, cuts: left.gapCuts },
    { code: right.code, steps: right.gapSteps, cuts: right.gapCuts },
  );
}
