import { procedure } from '#main/core/ground/procedure.ts';
import { namesOfUnits } from '#main/core/ground/units/names-store.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { pageOfActs } from './page.ts';

export const journal = {
  list: procedure.journal.list.handler(({ context, input }) => {
    const { acts, ...page } = pageOfActs(context.read, input);
    const codes = acts.flatMap(({ unit }) => unit ?? []);
    const names = namesOfUnits(context.read, vietnamDay(context.clock().toISOString()), codes);
    return {
      ...page,
      acts: acts.map((act) => ({ ...act, unit: act.unit === null ? null : names.of(act.unit) })),
    };
  }),
};
