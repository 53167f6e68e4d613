import { spawn } from 'node:child_process';
import { ensureBuilt, MAIN_OUTPUT, RENDERER_OUTPUT } from './build-output.ts';
import { fetchElectron } from './electron-binary.ts';
import type { StartOptions } from './options.ts';
import { PROJECT_FOLDER } from './project.ts';

/** A program that dies sooner, with an error, never showed a window: no display, or a broken sandbox. */
const SHOWN_AFTER_MS = 5000;

type DesktopStart = Pick<StartOptions, 'dataFolder' | 'wall' | 'file' | 'beginsAnew'>;

/**
 * Runs the application in Electron until its last window closes. False when Electron cannot be had or cannot show
 * a window here, so that another host may be tried.
 */
export async function runDesktopHost({ dataFolder, wall, file, beginsAnew }: DesktopStart): Promise<boolean> {
  const program = await fetchElectron({ root: PROJECT_FOLDER, dataFolder });
  if (program === null) return false;
  await ensureBuilt(PROJECT_FOLDER, RENDERER_OUTPUT);
  await ensureBuilt(PROJECT_FOLDER, MAIN_OUTPUT);
  const words = [PROJECT_FOLDER, '--data', dataFolder];
  if (wall) words.push('--wall');
  if (beginsAnew) words.push('--begin-anew');
  if (file !== null) words.push(file);
  return runProgram(program, words);
}

function runProgram(program: string, words: readonly string[]): Promise<boolean> {
  const startedAt = Date.now();
  return new Promise((resolve) => {
    const child = spawn(program, [...words], { stdio: 'inherit' });
    const pass = (signal: NodeJS.Signals): void => {
      child.kill(signal);
    };
    process.on('SIGINT', pass).on('SIGTERM', pass);
    child.once('error', () => resolve(false));
    child.once('exit', (code) => {
      process.off('SIGINT', pass).off('SIGTERM', pass);
      resolve(code === 0 || Date.now() - startedAt > SHOWN_AFTER_MS);
    });
  });
}
