import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { makePrivateFolder } from '#main/files/private.ts';
import { isRunning } from './is-running.ts';

/** Makes a folder of folders named by process where it is missing; what a process that is gone left there is removed. */
export function clearDeadProcesses(root: string): void {
  makePrivateFolder(root);
  for (const name of readdirSync(root)) {
    if (!isRunning(Number(name.split('-')[0]))) rmSync(join(root, name), { recursive: true, force: true });
  }
}
