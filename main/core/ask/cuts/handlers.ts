import { listOrigins } from '#main/core/figures/origins-store.ts';
import { requireCut } from '#main/core/ground/cuts/lookup.ts';
import { listOpenCuts } from '#main/core/ground/cuts/picture.ts';
import { procedure } from '#main/core/ground/procedure.ts';

export const cuts = {
  list: procedure.cuts.list.handler(({ context, input }) => listOpenCuts(context.read, input?.months)),
  origins: procedure.cuts.origins.handler(({ context, input }) =>
    listOrigins(context.read, requireCut(context.read, input.cut), input),
  ),
};
