import { zipParts } from '#main/core/files/zip.ts';
import { requireCut } from '#main/core/ground/cuts/lookup.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { loadRegisterUnits } from '../store.ts';
import { type BuiltTemplate, buildTemplate } from './build-template.ts';

/** The templates of all provinces for a cut in one zip, one file for each. Throws CUT_UNKNOWN; ends with the signal. */
export async function buildTemplates(
  database: ReadDatabase,
  reference: string | undefined,
  signal?: AbortSignal,
): Promise<BuiltTemplate> {
  const { cut } = requireCut(database, reference);
  const provinces = loadRegisterUnits(database).filter(({ level }) => level === 'province');
  const files: Record<string, Uint8Array> = {};
  for (const { code } of provinces) {
    signal?.throwIfAborted();
    const { name, bytes } = await buildTemplate(database, code, cut.code);
    files[name] = bytes;
  }
  // Workbooks are compressed already.
  const bytes = zipParts(files, () => true, new Date(cut.asOf));
  return { name: `kh02-mau-${cut.code}.zip`, bytes };
}
