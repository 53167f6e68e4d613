import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { AS_THE_ENGINE } from '#tests/setup/as-the-engine.ts';

/** One line of the bench's report. */
export interface Result {
  readonly name: string;
  readonly measured: number;
  readonly budget: number;
  readonly unit: 'ms' | 'MB';
}

/**
 * Runs a module of this folder in a process of its own and gives what it prints as JSON. Its modules come out of a
 * cache in `folder`, as in the built application, where nothing is translated while loading.
 */
export function runChild<Answer>(folder: string, module: string, args: readonly string[]): Answer {
  const file = fileURLToPath(new URL(`./${module}`, import.meta.url));
  const answer = execFileSync(process.execPath, [AS_THE_ENGINE, file, ...args], {
    encoding: 'utf8',
    env: { ...process.env, NODE_COMPILE_CACHE: join(folder, 'compile-cache') },
  });
  return JSON.parse(answer) as Answer;
}
