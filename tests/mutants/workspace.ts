import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createVitest } from 'vitest/node';
import { PROJECT_FOLDER } from '#main/hosts/launch/project.ts';

/** `failed`: a test said so. `broken`: something could not even be loaded, or did not come to an end, which proves nothing. */
export type Verdict = 'passed' | 'failed' | 'broken';

/** A copy of the files of the repository as they stand, with the packages of the tree; gone after `remove`. */
export function copyProject(): { readonly folder: string; readonly remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'kh02-mutants-'));
  const list = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: PROJECT_FOLDER,
    encoding: 'utf8',
  });
  for (const file of list.split('\0').filter((name) => name !== '')) {
    if (!existsSync(join(PROJECT_FOLDER, file))) continue;
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    copyFileSync(join(PROJECT_FOLDER, file), join(folder, file));
  }
  symlinkSync(join(PROJECT_FOLDER, 'node_modules'), join(folder, 'node_modules'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/**
 * Runs test files of the copy. Without the set-up of the project: a change of a rule would have the database with the
 * built-in data made anew each time, so tests that need it cannot be named here.
 */
export async function runTests(root: string, tests: readonly string[]): Promise<Verdict> {
  const vitest = await createVitest('test', {
    ...{ root, config: false, watch: false, bail: 1, testTimeout: 30_000 },
    include: [...tests],
    reporters: [{}],
    cache: false,
  });
  try {
    await vitest.start();
    const modules = vitest.state.getTestModules();
    const cases = modules.flatMap((module) => [...module.children.allTests()]);
    if (cases.some((test) => test.result().state === 'failed')) return 'failed';
    const isWhole = modules.length === tests.length && modules.every((module) => module.ok());
    return isWhole && vitest.state.getUnhandledErrors().length === 0 ? 'passed' : 'broken';
  } finally {
    await vitest.close();
  }
}
