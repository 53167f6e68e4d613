import { procedure } from '#main/core/ground/procedure.ts';

export const settings = {
  get: procedure.settings.get.handler(({ context }) => ({ personName: context.person.name() })),
  set: procedure.settings.set.handler(async ({ context, input }) => {
    if (input.personName !== undefined) await context.person.set(input.personName);
    return { personName: context.person.name() };
  }),
};
