import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { openAtomically, writeAtomically } from '#main/core/files/atomic-write.ts';
import { stopWhenAsked, type Watch } from '#main/core/work/progress.ts';
import type { EXPORT_FORMATS } from '#shared/contract/briefing.ts';
import type { PageChoiceDto } from '#shared/contract/briefing-page.ts';
import type { Client } from '#shared/contract/contract.ts';
import { UserError } from '#shared/contract/errors.ts';
import { choosePages } from './choose.ts';
import { writeCsv } from './csv/write.ts';
import type { Briefing } from './description.ts';
import { fileName } from './file-name.ts';
import { type BriefingOptions, makeBriefing } from './make.ts';
import { writePdf } from './pdf/write.ts';
import { drawableOf, figurePng, figureSvg, svgBytes } from './pictures/figure-picture.ts';
import type { PictureScale } from './pictures/png.ts';
import { writePptx } from './pptx/write.ts';
import { communeTable, wholeTables } from './tables.ts';
import type { Tools } from './tools.ts';
import { writeBriefingWorkbook } from './xlsx/briefing-workbook.ts';

/** What a briefing can become, and the ending of its file. */
export const EXPORT_ENDINGS = {
  deck: 'pptx',
  pdf: 'pdf',
  'pdf-a4': 'pdf',
  workbook: 'xlsx',
  csv: 'csv',
  png: 'png',
  svg: 'svg',
} as const satisfies Record<(typeof EXPORT_FORMATS)[number], string>;
export type ExportFormat = keyof typeof EXPORT_ENDINGS;

export interface Progress {
  readonly done: number;
  readonly total: number;
  /** What is being written: a page's number or a file's name. */
  readonly step: string;
  /** Of a page. */
  readonly title?: string;
}

export interface ExportOptions extends BriefingOptions {
  readonly tools: Tools;
  readonly format: ExportFormat;
  /** A file, or a folder in which the file gets a name of its own. */
  readonly out: string;
  /** The pages in their order; absent: all built-in ones. */
  readonly pages?: readonly PageChoiceDto[] | undefined;
  /** Pictures only: the page whose first chart or map is drawn (default: the first page that has one). */
  readonly page?: string | undefined;
  readonly scale?: PictureScale | undefined;
  readonly onProgress?: Watch<Progress>['onProgress'];
}

export interface ExportResult {
  readonly file: string;
  readonly bytes: number;
  readonly pages: number;
}

/**
 * Makes a built-in briefing and writes it. Only a whole file ever bears the final name. UserErrors: those of
 * makeBriefing, of the file system (FOLDER_MISSING, FILE_UNWRITABLE, FILE_BUSY, DISK_FULL), INPUT_INVALID for a page
 * without a picture, CANCELLED.
 */
export async function exportBriefing(client: Client, options: ExportOptions): Promise<ExportResult> {
  const briefing = await choosePages(client, await makeBriefing(client, options), options.pages);
  stopWhenAsked(options.signal);
  const file = targetOf(options.out, briefing, options.format);
  const bytes =
    options.format === 'workbook'
      ? await writeWorkbookFile(client, briefing, file, options)
      : await writeBytes(client, briefing, file, options);
  return { file, bytes, pages: briefing.pages.length };
}

/** The path to write: `out` itself, or a file of its own name when `out` is a folder. */
function targetOf(out: string, briefing: Briefing, format: ExportFormat): string {
  const path = resolve(out);
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? /[\\/]$/.test(out);
  return isFolder ? join(path, fileName(briefing, EXPORT_ENDINGS[format])) : path;
}

async function writeBytes(
  client: Client,
  briefing: Briefing,
  file: string,
  options: ExportOptions,
): Promise<number> {
  const bytes = await bytesOf(client, briefing, options);
  stopWhenAsked(options.signal);
  writeAtomically(file, bytes);
  return bytes.length;
}

/** The briefing in a format that is built in memory. */
export function bytesOf(client: Client, briefing: Briefing, options: ExportOptions): Promise<Uint8Array> {
  const write = {
    tools: options.tools,
    signal: options.signal,
    onPage: (done: number, total: number, title: string) =>
      options.onProgress?.({ done, total, step: String(done), title }),
  };
  switch (options.format) {
    case 'deck':
      return writePptx(briefing, write);
    case 'pdf':
      return writePdf(briefing, { ...write, format: 'wide' });
    case 'pdf-a4':
      return writePdf(briefing, { ...write, format: 'a4' });
    case 'csv':
      return communeTable(client, briefing).then((table) => writeCsv(table, briefing.language));
    case 'workbook':
      return workbookBytes(client, briefing, options.signal);
    default:
      return pictureBytes(briefing, options);
  }
}

function pictureBytes(briefing: Briefing, options: ExportOptions): Promise<Uint8Array> {
  const page = briefing.pages.find((each) =>
    options.page === undefined ? drawableOf(each) !== null : each.id === options.page,
  );
  const drawable = page === undefined ? null : drawableOf(page);
  if (page === undefined || drawable === null)
    throw new UserError('INPUT_INVALID', { problem: `page ${options.page ?? ''}` });
  const svg = figureSvg(drawable, page, briefing, options.tools);
  if (options.format === 'svg') return Promise.resolve(svgBytes(svg));
  return figurePng(svg, options.scale ?? '2x', options.tools);
}

async function workbookBytes(
  client: Client,
  briefing: Briefing,
  signal: AbortSignal | undefined,
): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  const extra = await wholeTables(client, briefing);
  await writeBriefingWorkbook(briefing, extra, (chunk) => chunks.push(chunk), signal);
  return Buffer.concat(chunks);
}

/** Piece by piece into the file: a workbook can be larger than the memory it may take. */
async function writeWorkbookFile(
  client: Client,
  briefing: Briefing,
  path: string,
  { signal }: ExportOptions,
): Promise<number> {
  const extra = await wholeTables(client, briefing);
  const file = openAtomically(path);
  let bytes = 0;
  try {
    await writeBriefingWorkbook(
      briefing,
      extra,
      (chunk) => {
        bytes += chunk.length;
        file.write(chunk);
      },
      signal,
    );
    stopWhenAsked(signal);
    file.commit();
  } catch (error) {
    file.abandon();
    throw error;
  }
  return bytes;
}
