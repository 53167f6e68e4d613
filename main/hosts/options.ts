import { join, resolve } from 'node:path';
import envPaths from 'env-paths';
import type { WorkspacePlaces } from '#main/core/desk/workspace/service.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** Where this user's workspaces are: the list of those that were opened, and the folder of new ones. */
export function workspacePlaces(environment: Environment = process.env): WorkspacePlaces {
  const { config } = envPaths('kh02-center', { suffix: '' });
  return {
    recentFile: join(config, 'workspaces.json'),
    newOnes: `${chooseDataFolder(undefined, environment)}-workspaces`,
  };
}

/** Where the name of who sits here is remembered, whatever workspace is open. */
export function personFile(): string {
  return join(envPaths('kh02-center', { suffix: '' }).config, 'person.json');
}

/**
 * The absolute data folder: what was asked for (`--data`), else KH02_DATA, else the user's own data folder. An
 * empty value counts as absent, because a script with an unset variable passes one.
 */
export function chooseDataFolder(asked: string | undefined, environment: Environment = process.env): string {
  return resolve(asked || environment.KH02_DATA || envPaths('kh02-center', { suffix: '' }).data);
}
