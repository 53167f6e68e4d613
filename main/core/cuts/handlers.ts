import { procedure } from '#main/core/procedure.ts';
import { cutDto, listCuts } from './store.ts';

export const cuts = {
  list: procedure.cuts.list.handler(({ context }) =>
    listCuts(context.read)
      .filter((cut) => cut.kind !== 'month')
      .map(cutDto)
      .reverse(),
  ),
};
