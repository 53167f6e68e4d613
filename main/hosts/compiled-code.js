import { enableCompileCache, flushCompileCache } from 'node:module';
import { fileURLToPath } from 'node:url';

// Read by `node --import` before a program and before each of its threads: Node keeps what it made of the sources
// (types taken off, code compiled) from start to start. A changed source is read anew; a folder that cannot be written
// keeps nothing. Plain JavaScript, because Node loads its remover of types (30 ms) for a source that is not kept yet.

/** After so long everything that a start needs has been read. */
const WRITE_AFTER_MS = 10_000;

enableCompileCache(fileURLToPath(new URL('../../out/compiled-code', import.meta.url)));
// Written at the end of the process as well, but a host may run until the power goes.
setTimeout(flushCompileCache, WRITE_AFTER_MS).unref();
