import type { ByteSource } from '#main/core/files/byte-source.ts';
import type { Context } from '#main/core/ground/context.ts';
import type { Inspected } from '../inspect.ts';
import { SheetPages } from './pages.ts';

/** What the sheets that people look at may take of memory; the one looked at longest ago goes first. */
const BYTES_AT_MOST = 96 * 1024 * 1024;

interface Opened {
  readonly source: ByteSource;
  readonly key: string;
  readonly pages: SheetPages;
}

const opened = new WeakMap<Context['events'], Opened[]>();

/** The sheet of a file that is looked at; what a person says of a file changes none of its rows. */
export function openedSheet(
  context: Context,
  { source, file }: Pick<Inspected, 'source' | 'file'>,
  sheet: number,
): SheetPages {
  const all = opened.get(context.events) ?? [];
  opened.set(context.events, all);
  const key = JSON.stringify([sheet, file.dialect]);
  const at = all.findIndex((one) => one.source === source && one.key === key);
  const [known = { source, key, pages: new SheetPages(file, sheet) }] = at < 0 ? [] : all.splice(at, 1);
  all.push(known);
  while (all.length > 1 && all.reduce((sum, { pages }) => sum + pages.bytes, 0) > BYTES_AT_MOST)
    all.shift()?.pages.end();
  return known.pages;
}

/** The file is not what it was, or could not be read: whoever asks again begins anew. */
export function forgetSheet(context: Context, pages: SheetPages): void {
  const all = opened.get(context.events) ?? [];
  opened.set(
    context.events,
    all.filter((one) => one.pages !== pages),
  );
}
