import {
  countPairs,
  countPairsByProvince,
  type GapRow,
  listGaps,
  ruleVersionAt,
} from '#main/core/figures/gap-store.ts';
import { requireCut, viewedCutDto } from '#main/core/ground/cuts/lookup.ts';
import { waitingMonthOf } from '#main/core/ground/cuts/waiting-month.ts';
import { procedure } from '#main/core/ground/procedure.ts';
import { requireUnit } from '#main/core/ground/units/lookup.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { GapUnitDto } from '#shared/contract/gap.ts';
import { gapCellOf, gapMatrixOfCounts } from '#shared/domain/gap.ts';
import { countGaps } from '#shared/domain/gap-counts.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import type { RuleSet } from '#shared/domain/rule-set.ts';

export const gap = {
  get: procedure.gap.get.handler(({ context, input }) => {
    const view = requireCut(context.read, input.cut);
    const { id, asOf } = view.statusCut;
    if (input.province !== undefined) requireUnit(context.read, input.province, asOf);
    const pairs = countPairs(context.read, id, input.level, view.active.rules, input.province);
    return {
      cut: viewedCutDto(view),
      level: input.level,
      ruleVersion: ruleVersionAt(context.read, id) ?? view.active.version,
      waitingMonth: waitingMonthOf(context.read, view),
      matrix: gapMatrixOfCounts(pairs),
      gaps: countGaps(pairs),
      byProvince: input.byProvince ? gapsByProvince(context.read, id, view.active.rules) : null,
      units: listGaps(
        context.read,
        { cutId: id, day: vietnamDay(asOf), rules: view.active.rules },
        input,
      ).map(gapUnitOf),
    };
  }),
};

function gapsByProvince(database: ReadDatabase, cutId: number, rules: RuleSet) {
  return [...countPairsByProvince(database, cutId, rules)]
    .map(([code, pairs]) => ({ code, gaps: countGaps(pairs) }))
    .filter(({ gaps }) => gaps.any.atMost > 0);
}

function gapUnitOf({ lastCell, ...unit }: GapRow): GapUnitDto {
  return { ...unit, last: lastCell === null ? null : gapCellOf(lastCell) };
}
