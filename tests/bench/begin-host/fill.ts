import { join } from 'node:path';
import { createApp, DATABASE_NAME } from '#main/core/app.ts';
import { illustrative } from '#main/illustrative/load.ts';
import { ageDatabase } from '#tests/fixtures/years/age-database.ts';

/** The built-in half year, and where that is asked for years of work after it. */
export async function fillFolder(dataFolder: string, isOld: boolean): Promise<void> {
  await (await createApp({ dataFolder, illustrative })).close();
  if (isOld) ageDatabase(join(dataFolder, DATABASE_NAME));
}
