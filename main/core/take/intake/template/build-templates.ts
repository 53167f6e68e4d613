import { zipParts } from '#main/core/files/zip.ts';
import { collectableCut } from '#main/core/ground/calendar/planned.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { loadRegisterUnits } from '../store.ts';
import { type BuiltTemplate, buildTemplate } from './build-template.ts';

/** The templates of all provinces for a cut in one zip, one file for each. Throws CUT_UNPLANNED; ends with the signal. */
export async function buildTemplates(
  database: ReadDatabase,
  reference: string | undefined,
  now: string,
  signal?: AbortSignal,
): Promise<BuiltTemplate> {
  const cut = collectableCut(database, reference, now);
  const provinces = loadRegisterUnits(database).filter(({ level }) => level === 'province');
  const files: Record<string, Uint8Array> = {};
  for (const { code } of provinces) {
    signal?.throwIfAborted();
    const { name, bytes } = await buildTemplate(database, code, cut.code, now);
    files[name] = bytes;
  }
  // Workbooks are compressed already.
  const bytes = zipParts(files, () => true, new Date(cut.asOf));
  return { name: `kh02-mau-${cut.code}.zip`, bytes };
}
