import { resolve } from 'node:path';
import envPaths from 'env-paths';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The absolute data folder: what was asked for (`--data`), else KH02_DATA, else the user's own data folder. An
 * empty value counts as absent, because a script with an unset variable passes one.
 */
export function chooseDataFolder(asked: string | undefined, environment: Environment = process.env): string {
  return resolve(asked || environment.KH02_DATA || envPaths('kh02-center', { suffix: '' }).data);
}
