import { fork } from 'node:child_process';
import { watch } from 'node:fs';
import { COMPILED } from './compiled.ts';

export interface Attempt {
  readonly hasFinished: boolean;
  /** Milliseconds from when it said 'begin' to the end of the process. */
  readonly lasted: number;
}

/**
 * Runs a program of ours that says 'begin' and 'done'. Ends once it has gone and all that it said has come: killed `delay`
 * ms after it began, unless it was faster, or as soon as it touches something in a folder. Throws what it complained of.
 */
export function runAndKill(
  program: string,
  words: readonly string[],
  delay: number | { readonly inFolder: string } | null,
): Promise<Attempt> {
  return new Promise((resolve, reject) => {
    const child = fork(program, [...words], {
      execArgv: [COMPILED],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    let complaint = '';
    let begun = 0;
    let hasFinished = false;
    child.stderr?.on('data', (data) => {
      complaint += data;
    });
    child.on('message', (message) => {
      if (message === 'done') hasFinished = true;
      if (message !== 'begin') return;
      begun = performance.now();
      if (typeof delay === 'number') setTimeout(() => child.kill('SIGKILL'), delay);
    });
    const folder = typeof delay === 'number' ? undefined : delay?.inFolder;
    const watcher = folder === undefined ? null : watch(folder, () => child.kill('SIGKILL'));
    child.on('close', (code, signal) => {
      watcher?.close();
      if (code === 0 || signal === 'SIGKILL') resolve({ hasFinished, lasted: performance.now() - begun });
      else reject(new Error(complaint));
    });
  });
}
