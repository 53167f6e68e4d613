import { standingCut } from '#main/core/ground/cuts/picture.ts';
import { listCuts } from '#main/core/ground/cuts/store.ts';
import { procedure } from '#main/core/ground/procedure.ts';
import { listUnits } from '#main/core/ground/units/store.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { unitProfile } from './profile.ts';

export const units = {
  list: procedure.units.list.handler(({ context, input }) => {
    const standing = standingCut(context.read, listCuts(context.read));
    const date = input.date ?? vietnamDay(standing?.cut.asOf ?? context.clock().toISOString());
    return { date, units: listUnits(context.read, date) };
  }),
  profile: procedure.units.profile.handler(({ context, input }) =>
    unitProfile(context.read, input.code, input.cut),
  ),
};
