import { listOrigins } from '#main/core/figures/origins-store.ts';
import { requireCut } from '#main/core/ground/cuts/lookup.ts';
import { cutDto, listCuts } from '#main/core/ground/cuts/store.ts';
import { procedure } from '#main/core/ground/procedure.ts';

export const cuts = {
  list: procedure.cuts.list.handler(({ context }) =>
    listCuts(context.read)
      .filter((cut) => cut.kind !== 'month')
      .map(cutDto)
      .reverse(),
  ),
  origins: procedure.cuts.origins.handler(({ context, input }) =>
    listOrigins(context.read, requireCut(context.read, input.cut), input),
  ),
};
