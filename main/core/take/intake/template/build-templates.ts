import { setImmediate as nextTurn } from 'node:timers/promises';
import { zipParts } from '#main/core/files/zip.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { type BuiltTemplate, templateGround, templateOf } from './build-template.ts';

/** The templates of all provinces for a cut in one zip, one file for each. Throws CUT_UNPLANNED; ends with the signal. */
export async function buildTemplates(
  database: ReadDatabase,
  reference: string | undefined,
  now: string,
  signal?: AbortSignal,
): Promise<BuiltTemplate> {
  const ground = templateGround(database, reference, now);
  const { cut, register } = ground;
  const files: Record<string, Uint8Array> = {};
  for (const { code, level } of register.byCode.values()) {
    if (level !== 'province') continue;
    const { name, bytes } = templateOf(ground, code);
    files[name] = bytes;
    await nextTurn();
    signal?.throwIfAborted();
  }
  // Workbooks are compressed already.
  const bytes = zipParts(files, () => true, new Date(cut.asOf));
  return { name: `kh02-mau-${cut.code}.zip`, bytes };
}
