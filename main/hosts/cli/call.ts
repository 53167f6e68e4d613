import { type Application, createApp } from '#main/core/app.ts';
import { logCopy, logRestored } from '#main/hosts/engine/log.ts';
import { chooseDataFolder } from '#main/hosts/options.ts';
import { asUserError } from '#main/hosts/user-error.ts';
import { illustrative } from '#main/illustrative/load.ts';
import type { Client } from '#shared/contract/contract.ts';
import type { CommonOptions } from './options.ts';

/**
 * Runs work on the application in this process and closes it afterwards, also when the work fails. The contract's
 * typed errors come out as the UserError they started as.
 */
export async function withApplication<T>(
  options: CommonOptions,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const application: Application = await createApp({
    dataFolder: chooseDataFolder(options.data),
    beginsAnew: options['begin-anew'],
    illustrative,
    onCopy: logCopy,
    onRestored: logRestored,
  });
  try {
    return await work(application.client);
  } catch (error) {
    throw asUserError(error);
  } finally {
    await application.close();
  }
}
