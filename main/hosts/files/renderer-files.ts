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

/** The built user interface by the path in an address: `/` is the page, `/assets/index-1a2b3c4d.js` a part of it. */
export type RendererFiles = ReadonlyMap<string, ServedFile>;

/** Vite puts a content hash into the name of everything under assets/, so such a file never changes. */
const HASHED = /^\/assets\/.+-[\w-]{8}\.\w+$/;

/**
 * Reads a whole built user interface into memory (some 10 MB). From then on only those paths exist: nothing that is
 * asked for is ever joined to a path, so no spelling of `..` leaves the folder, and a rebuild does not pull the
 * files away from a running host. Throws RENDERER_MISSING when the folder holds no built page.
 *
 * They are not compressed: on one machine reading plain bytes is faster than unpacking them.
 */
export async function readRendererFiles(folder: string): Promise<RendererFiles> {
  requireRenderer(folder);
  const names = await readdir(folder, { recursive: true });
  const entries = await Promise.all(names.map((name) => readEntry(folder, name)));
  const files = new Map(entries.filter((entry) => entry !== null));
  const page = files.get('/index.html');
  if (page !== undefined) files.set('/', page);
  return files;
}

/** Throws RENDERER_MISSING when the folder holds no built page. */
export function requireRenderer(folder: string): void {
  if (!existsSync(join(folder, 'index.html'))) throw new UserError('RENDERER_MISSING', { folder });
}

async function readEntry(folder: string, name: string): Promise<[string, ServedFile] | null> {
  const file = join(folder, name);
  if (!(await stat(file)).isFile() || name.endsWith('.map')) return null;
  const path = `/${name.split(sep).join('/')}`;
  const body = new Uint8Array(await readFile(file));
  const cacheControl = HASHED.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache';
  return [path, { body, contentType: contentTypeOf(path), cacheControl }];
}
