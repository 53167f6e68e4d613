import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { addressOf } from '#main/hosts/web/way-in.ts';
import { UserError } from '#shared/contract/errors.ts';
import { PROJECT_FOLDER } from './project.ts';
import { findRunningHost } from './running-host.ts';

const LOOK_EVERY_MS = 50;

/**
 * The address, good once, of the web host on a data folder; one is started where none runs. It ends with the host that
 * started it. WORKSPACE_ELSEWHERE when it does not start.
 */
export async function openWorkspace(dataFolder: string): Promise<string> {
  let child: ChildProcess | null = null;
  for (;;) {
    const door = await findRunningHost(dataFolder);
    if (door !== null) return addressOf(door.port, await door.issueTicket());
    if (child !== null && child.exitCode !== null)
      throw new UserError('WORKSPACE_ELSEWHERE', { folder: dataFolder });
    child ??= startHost(dataFolder);
    await wait(LOOK_EVERY_MS);
  }
}

function startHost(dataFolder: string): ChildProcess {
  const words = ['main/hosts/launch/start.ts', '--host', 'web', '--no-open', '--data', dataFolder];
  return spawn(process.execPath, ['--import=./main/hosts/compiled-code.js', ...words], {
    cwd: PROJECT_FOLDER,
    stdio: 'ignore',
    // Whoever runs it is gone when this host is: `npm-parent.ts`.
    env: { ...process.env, npm_lifecycle_event: 'start' },
  });
}
