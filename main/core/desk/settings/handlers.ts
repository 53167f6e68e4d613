import { procedure } from '#main/core/ground/procedure.ts';
import { readSetting, writeSetting } from '#main/core/ground/settings/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { personName, type UserSettingsDto } from '#shared/contract/settings.ts';

const PERSON_NAME = 'person.name';

export const settings = {
  get: procedure.settings.get.handler(({ context }) => readUserSettings(context.read)),
  set: procedure.settings.set.handler(async ({ context, input }) => {
    await context.write((database) => {
      if (input.personName !== undefined) writeSetting(database, PERSON_NAME, input.personName);
    });
    return readUserSettings(context.read);
  }),
};

/** What the user has set; what cannot be read counts as not set. */
function readUserSettings(database: ReadDatabase): UserSettingsDto {
  return { personName: personName.safeParse(readSetting(database, PERSON_NAME)).data ?? null };
}
