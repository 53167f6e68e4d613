import { existsSync } from 'node:fs';
import { readdir, readFile, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { UserError } from '#shared/contract/errors.ts';
import { contentTypeOf } from './content-types.ts';

export interface ServedFile {
  readonly body: Uint8Array<ArrayBuffer>;
  readonly contentType: string;
  readonly cacheControl: string;
}

/** The built user interface, by the path in an address. */
export interface RendererFiles {
  /** The file at a path such as `/assets/index-1a2b3c4d.js`; null when there is none. `/` is the page itself. */
  readonly find: (pathname: string) => Promise<ServedFile | null>;
}

/** Vite puts a content hash into the name of everything under assets/, so such a file never changes. */
const HASHED = /^\/assets\/.+-[\w-]{8}\.\w+$/;

/**
 * Serves the files of one folder. Only paths that were listed at start-up exist: nothing that is asked for is ever
 * joined to a path, so no spelling of `..` can leave the folder. Files stay in memory after their first use.
 * Throws RENDERER_MISSING when the folder holds no built page.
 *
 * They are not compressed: on one machine reading plain bytes is faster than unpacking them.
 */
export async function openRendererFiles(folder: string): Promise<RendererFiles> {
  if (!existsSync(join(folder, 'index.html'))) throw new UserError('RENDERER_MISSING', { folder });
  const paths = await listFiles(folder);
  const loaded = new Map<string, Promise<ServedFile>>();
  return {
    find: async (pathname) => {
      const name = pathname === '/' ? '/index.html' : pathname;
      const file = paths.get(name);
      if (file === undefined) return null;
      const known = loaded.get(name) ?? load(file, name);
      loaded.set(name, known);
      return known;
    },
  };
}

async function listFiles(folder: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(folder, { recursive: true });
  const paths = new Map<string, string>();
  for (const name of names) {
    const file = join(folder, name);
    if ((await stat(file)).isFile()) paths.set(`/${name.split(sep).join('/')}`, file);
  }
  return paths;
}

async function load(file: string, name: string): Promise<ServedFile> {
  return {
    body: new Uint8Array(await readFile(file)),
    contentType: contentTypeOf(name),
    cacheControl: HASHED.test(name) ? 'public, max-age=31536000, immutable' : 'no-cache',
  };
}
