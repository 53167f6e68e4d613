import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { makeTargetFolder, openAtomically, writeAtomically } from '#main/core/files/atomic-write.ts';
import { openZip } from '#main/core/files/zip.ts';
import { pause } from '#main/core/work/progress.ts';
import type { Client } from '#shared/contract/contract.ts';
import { UserError } from '#shared/contract/errors.ts';
import { choosePages } from './choose.ts';
import { bytesOf, EXPORT_ENDINGS, type ExportFormat, type ExportOptions } from './export.ts';
import { type FactsOptions, gatherFacts } from './facts.ts';
import { gatherCommunes } from './facts-province.ts';
import { fileName } from './file-name.ts';
import { gatherHouse, provinceBriefing, withHouse } from './make.ts';

export interface ProvincesOptions
  extends FactsOptions,
    Pick<ExportOptions, 'language' | 'tools' | 'onProgress' | 'pages'> {
  readonly format: ExportFormat;
  /** A folder (made when it is missing), or a file ending in .zip that takes them all. */
  readonly out: string;
}

export interface ProvincesResult {
  readonly out: string;
  readonly files: readonly string[];
  readonly bytes: number;
}

interface Target {
  readonly add: (name: string, bytes: Uint8Array) => void;
  readonly finish: () => void;
  readonly abandon: () => void;
}

/**
 * One province sheet after the other, to a folder or into one zip. Stopped halfway, a folder holds the whole files
 * that were finished and a zip does not come to be. UserErrors as of exportBriefing.
 */
export async function exportProvinces(client: Client, options: ProvincesOptions): Promise<ProvincesResult> {
  const facts = await gatherFacts(client, options);
  const communes = await gatherCommunes(client, facts);
  const house = await gatherHouse(client);
  const out = resolve(options.out);
  const target = /\.zip$/i.test(out) ? zipTarget(out) : folderTarget(out);
  const files: string[] = [];
  let bytes = 0;
  try {
    for (const [index, { code }] of facts.now.provinces.entries()) {
      await pause(options.signal);
      const whole = withHouse(await provinceBriefing(client, facts, communes, code, options), house);
      const briefing = await choosePages(client, whole, options.pages);
      const name = fileName(briefing, EXPORT_ENDINGS[options.format]);
      options.onProgress?.({ done: index + 1, total: facts.now.provinces.length, step: name });
      const { onProgress: _pages, ...rest } = options;
      const content = await bytesOf(client, briefing, { ...rest, kind: 'province', unit: code });
      target.add(name, content);
      files.push(name);
      bytes += content.length;
    }
    target.finish();
  } catch (error) {
    target.abandon();
    throw error;
  }
  return { out, files, bytes };
}

function folderTarget(folder: string): Target {
  makeTargetFolder(folder);
  if (!statSync(folder).isDirectory()) throw new UserError('FILE_UNWRITABLE', { file: folder });
  return {
    add: (name, bytes) => writeAtomically(join(folder, name), bytes),
    finish: () => undefined,
    abandon: () => undefined,
  };
}

function zipTarget(path: string): Target {
  const file = openAtomically(path);
  const zip = openZip(file.write);
  return {
    add: zip.add,
    finish: () => {
      zip.end();
      file.commit();
    },
    abandon: () => file.abandon(),
  };
}
