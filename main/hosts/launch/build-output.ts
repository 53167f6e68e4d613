import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { isRunning } from '#main/core/work/is-running.ts';
import { hashSources } from './source-hash.ts';

/** A folder under out/ that is computed from sources. */
export interface BuildOutput {
  /** Relative to the root, such as `out/renderer`; its hash is kept beside it as `out/renderer.sources`. */
  readonly folder: string;
  /** A file whose presence says that the folder is complete. */
  readonly proof: string;
  readonly sources: readonly string[];
  /** Node arguments of the program that builds into the folder given last. */
  readonly command: (target: string) => readonly string[];
}

/** The user interface, and what the bundle for Electron adds to it. */
export const RENDERER_OUTPUT: BuildOutput = {
  folder: 'out/renderer',
  proof: 'index.html',
  sources: ['renderer', 'shared', 'assets/geo', 'vite.config.ts', 'package-lock.json'],
  command: (target) => [
    'node_modules/vite/bin/vite.js',
    'build',
    '--outDir',
    target,
    '--emptyOutDir',
    '--logLevel',
    'warn',
  ],
};

export const MAIN_OUTPUT: BuildOutput = {
  folder: 'out/main',
  proof: 'entry.js',
  sources: ['main', 'shared', 'package.json', 'package-lock.json'],
  command: (target) => ['main/hosts/desktop/bundle.ts', target],
};

/** True when the output is there and was computed from the very sources that are there now. */
export function isFresh(root: string, output: BuildOutput): boolean {
  if (!existsSync(join(root, output.folder, output.proof))) return false;
  const record = recordOf(root, output);
  return existsSync(record) && readFileSync(record, 'utf8') === hashSources(root, output.sources);
}

/**
 * Builds the output when it is not fresh. It is built beside its place and put there by renaming, so that nobody
 * meets half of it. Throws with the builder's exit code; the old output then stays.
 */
export async function ensureBuilt(root: string, output: BuildOutput): Promise<void> {
  if (!isFresh(root, output)) await build(root, output);
}

/** Builds whether it is fresh or not. */
export async function build(root: string, output: BuildOutput): Promise<void> {
  const hash = hashSources(root, output.sources);
  const target = join(root, `${output.folder}.${process.pid}`);
  try {
    await mkdir(dirname(target), { recursive: true });
    await removeLeftovers(join(root, output.folder));
    await run(root, output.command(target));
    await putInPlace(target, join(root, output.folder));
    await writeFile(recordOf(root, output), hash);
  } finally {
    await rm(target, { recursive: true, force: true });
  }
}

function recordOf(root: string, output: BuildOutput): string {
  return join(root, `${output.folder}.sources`);
}

/** What builds left behind that were killed: folders named by a process that is gone. */
async function removeLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(dirname(folder))) {
    const [, pid] = name.startsWith(`${basename(folder)}.`) ? (/\.(\d+)(\.old)?$/.exec(name) ?? []) : [];
    if (pid === undefined || isRunning(Number(pid))) continue;
    await rm(join(dirname(folder), name), { recursive: true, force: true });
  }
}

/** Two builds at once end with either's output: they were made from the same sources. */
async function putInPlace(target: string, folder: string): Promise<void> {
  const old = `${target}.old`;
  await rm(old, { recursive: true, force: true });
  if (existsSync(folder)) await rename(folder, old);
  await rename(target, folder);
  await rm(old, { recursive: true, force: true });
}

/** Standard output belongs to the program that builds, so what a builder says goes to standard error. */
function run(root: string, command: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    // Always what a user gets: under a test runner NODE_ENV is 'test', and React would be built for its developers.
    const env = { ...process.env, NODE_ENV: 'production' };
    const child = spawn(process.execPath, [...command], { cwd: root, env, stdio: ['ignore', 2, 2] });
    child.once('error', reject);
    child.once('exit', (code, signal) => {
      if (code === 0) resolve();
      else reject(new Error(`${command.join(' ')} ended with ${signal ?? code}`));
    });
  });
}
