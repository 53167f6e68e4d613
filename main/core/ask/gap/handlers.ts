import { countPairs, listGaps, ruleVersionAt } from '#main/core/figures/gap-store.ts';
import { requireCut } from '#main/core/ground/cuts/lookup.ts';
import { cutDto } from '#main/core/ground/cuts/store.ts';
import { procedure } from '#main/core/ground/procedure.ts';
import { requireUnit } from '#main/core/ground/units/lookup.ts';
import { gapMatrixOfCounts } from '#shared/domain/gap.ts';
import { vietnamDay } from '#shared/domain/periods.ts';

export const gap = {
  get: procedure.gap.get.handler(({ context, input }) => {
    const view = requireCut(context.read, input.cut);
    const { id, asOf } = view.statusCut;
    if (input.province !== undefined) requireUnit(context.read, input.province, asOf);
    return {
      cut: cutDto(view.cut),
      level: input.level,
      ruleVersion: ruleVersionAt(context.read, id) ?? view.active.version,
      matrix: gapMatrixOfCounts(countPairs(context.read, id, input.level, input.province)),
      units: listGaps(context.read, id, vietnamDay(asOf), input),
    };
  }),
};
