import { enableCompileCache, flushCompileCache, registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

// Read by `node --import` before a program and before each of its threads: Node keeps what it made of the sources
// (types taken off, code compiled) from start to start. A changed source is read anew; a folder that cannot be written
// keeps nothing. Plain JavaScript, because Node loads its remover of types (30 ms) for a source that is not kept yet.

/** After so long everything that a start needs has been read. */
const WRITE_AFTER_MS = 10_000;

const PROJECT = new URL('../../', import.meta.url).href;
const PACKAGES = `${PROJECT}node_modules/`;

enableCompileCache(fileURLToPath(new URL('out/compiled-code', PROJECT)));
// Written at the end of the process as well, but a host may run until the power goes.
setTimeout(flushCompileCache, WRITE_AFTER_MS).unref();

// Our own sources are named in full (`#main/db/open.ts`, `./open.ts`). For each of a thousand Node would look for links
// and for the package.json above it: a third of a command's time.
registerHooks({
  resolve(name, context, next) {
    const url = ownSource(name, context.parentURL);
    return url === null ? next(name, context) : { url, format: 'module-typescript', shortCircuit: true };
  },
});

function ownSource(name, parent) {
  if (!name.endsWith('.ts') || !parent?.startsWith(PROJECT) || parent.startsWith(PACKAGES)) return null;
  if (name.startsWith('#')) return PROJECT + name.slice(1);
  return name.startsWith('.') ? new URL(name, parent).href : null;
}
