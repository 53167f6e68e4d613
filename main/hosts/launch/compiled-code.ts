import { enableCompileCache, flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { PROJECT_FOLDER } from './project.ts';

/** After so long everything that a start needs has been read. */
const WRITE_AFTER_MS = 10_000;

/**
 * Lets Node keep what it made of the sources (types taken off, code compiled) from start to start, in this thread and
 * in those that it starts. A changed source is read anew; a folder that cannot be written keeps nothing.
 */
export function keepCompiledCode(): void {
  const folder = join(PROJECT_FOLDER, 'out/compiled-code');
  enableCompileCache(folder);
  // Worker threads take it from here.
  process.env.NODE_COMPILE_CACHE ??= folder;
  // Written at the end of the process as well, but a host may run until the power goes.
  setTimeout(flushCompileCache, WRITE_AFTER_MS).unref();
}
