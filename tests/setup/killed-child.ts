import { fork } from 'node:child_process';

export interface Attempt {
  readonly hasFinished: boolean;
  /** Milliseconds from when it said 'begin' to the end of the process. */
  readonly lasted: number;
}

/**
 * Runs a program of ours that says 'begin' and 'done'. Ends once it has gone and all that it said has come: killed `delay`
 * ms after it began, unless it was faster. Throws what it complained of.
 */
export function runAndKill(
  program: string,
  words: readonly string[],
  delay: number | null,
): Promise<Attempt> {
  return new Promise((resolve, reject) => {
    const child = fork(program, [...words], { stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
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
      if (delay !== null) setTimeout(() => child.kill('SIGKILL'), delay);
    });
    child.on('close', (code, signal) => {
      if (code === 0 || signal === 'SIGKILL') resolve({ hasFinished, lasted: performance.now() - begun });
      else reject(new Error(complaint));
    });
  });
}
