import { listOrigins } from '#main/core/figures/origins-store.ts';
import { requireCut, requireFiguresCut } from '#main/core/ground/cuts/lookup.ts';
import { listOpenCuts } from '#main/core/ground/cuts/picture.ts';
import { procedure } from '#main/core/ground/procedure.ts';

export const cuts = {
  list: procedure.cuts.list.handler(({ context, input }) => listOpenCuts(context.read, input?.months)),
  origins: procedure.cuts.origins.handler(({ context, input }) => {
    const { cut, indicator } = input;
    const view =
      indicator === undefined
        ? requireCut(context.read, cut)
        : requireFiguresCut(context.read, cut, indicator);
    return listOrigins(context.read, view, input);
  }),
};
