import type { Context } from '#main/core/ground/context.ts';
import { standingCut } from '#main/core/ground/cuts/picture.ts';
import { listCuts } from '#main/core/ground/cuts/store.ts';
import { procedure } from '#main/core/ground/procedure.ts';
import { formerNamed, searchFormer } from '#main/core/ground/units/former.ts';
import { listUnits, listUnitsOfOtherDays } from '#main/core/ground/units/store.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { unitBackground } from './background.ts';
import { unitProfile } from './profile.ts';

/** The day of the picture; without one, today. */
function dayOf({ read, clock }: Context): string {
  return vietnamDay(standingCut(read, listCuts(read))?.cut.asOf ?? clock().toISOString());
}

export const units = {
  list: procedure.units.list.handler(({ context, input }) => {
    const date = input.date ?? dayOf(context);
    const others = input.others ? listUnitsOfOtherDays(context.read, date) : [];
    return { date, units: listUnits(context.read, date), others };
  }),
  former: procedure.units.former.handler(({ context, input: { text, limit, date: asked } }) => {
    const date = asked ?? dayOf(context);
    return { date, ...searchFormer(context.snapshots.workspace.read, text, { day: date, limit }) };
  }),
  formerNamed: procedure.units.formerNamed.handler(({ context, input: { text, date: asked } }) => {
    const date = asked ?? dayOf(context);
    return { date, found: formerNamed(context.snapshots.workspace.read, text, date) };
  }),
  background: procedure.units.background.handler(({ context, input }) =>
    unitBackground(context.read, context.snapshots.workspace.read, input),
  ),
  profile: procedure.units.profile.handler(({ context, input }) =>
    unitProfile(context.read, input.code, input.cut),
  ),
};
