import { requireCut } from '#main/core/cuts/lookup.ts';
import { cutDto } from '#main/core/cuts/store.ts';
import { readActiveRules } from '#main/core/judgement/rules.ts';
import { procedure } from '#main/core/procedure.ts';
import { requireUnit } from '#main/core/units/lookup.ts';
import { gapMatrixOfCounts } from '#shared/domain/gap.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { countPairs, listGaps, ruleVersionAt } from './store.ts';

export const gap = {
  get: procedure.gap.get.handler(({ context, input }) => {
    const view = requireCut(context.read, input.cut);
    const { id, asOf } = view.statusCut;
    if (input.province !== undefined) requireUnit(context.read, input.province, asOf);
    return {
      cut: cutDto(view.cut),
      level: input.level,
      ruleVersion: ruleVersionAt(context.read, id) ?? readActiveRules(context.read).version,
      matrix: gapMatrixOfCounts(countPairs(context.read, id, input.level, input.province)),
      units: listGaps(context.read, id, vietnamDay(asOf), input),
    };
  }),
};
