import { openArchive } from '#main/core/files/archive.ts';
import type { ByteSource } from '#main/core/files/byte-source.ts';
import { LIMITS } from '../limits.ts';
import { type Problem, problem } from '../problem.ts';
import { openTextFile } from './csv/text-file.ts';
import { type Content, sniffContent } from './inspect.ts';
import { openJsonFeed } from './json.ts';
import { readLegacyLetters } from './legacy/by-letters.ts';
import { openHtml } from './markup/html.ts';
import { namedEncoding, utf8Pieces } from './markup/text-pieces.ts';
import { openXmlSpreadsheet } from './markup/xml-2003.ts';
import { openOpenDocument } from './ods/document.ts';
import { readOpenDocument } from './ods/workbook.ts';
import { type PackageKind, packageKind } from './package-kind.ts';
import type { TableFile, TableFormat, TextDialect } from './table.ts';
import { openOldWorkbook } from './xls/workbook.ts';
import { readBinary } from './xlsb/workbook.ts';
import { readWorkbook } from './xlsx/workbook.ts';

/** Names under which files of each format usually come. Many programs write a page or XML and call it .xls. */
const EXTENSIONS: Readonly<Record<TableFormat, readonly string[]>> = {
  xlsx: ['xlsx', 'xlsm', 'xltx'],
  xlsb: ['xlsb'],
  xls: ['xls', 'xlt'],
  ods: ['ods', 'ots', 'fods'],
  html: ['html', 'htm', 'xls'],
  xml: ['xml', 'xls'],
  json: ['json'],
  csv: ['csv', 'txt', 'tsv'],
};

/**
 * Opens a table by its content; a name that says otherwise is a warning. Text of the alphabets of before Unicode
 * comes out as Unicode. Throws FileRefused, with the reason and what to do, for everything that is no table.
 */
export async function openTable(source: ByteSource, dialect: Partial<TextDialect> = {}): Promise<TableFile> {
  const content = await sniffContent(source);
  const file = await openContent(content, source, dialect);
  const named = { ...file, problems: [...extensionProblems(source.name, file.format), ...file.problems] };
  return file.format === 'json' ? named : readLegacyLetters(named);
}

type Open = (source: ByteSource, dialect: Partial<TextDialect>) => Promise<TableFile>;

const OPENERS: Readonly<Record<Content, Open>> = {
  zip: openPackage,
  ole: openOldWorkbook,
  json: openJsonFeed,
  text: openTextFile,
  html: openHtml,
  xml2003: openXmlSpreadsheet,
  fods: openFlatDocument,
};

async function openContent(
  content: Content,
  source: ByteSource,
  dialect: Partial<TextDialect>,
): Promise<TableFile> {
  return await OPENERS[content](source, dialect);
}

const PACKAGES: Readonly<Record<PackageKind, typeof readWorkbook>> = {
  xlsx: readWorkbook,
  xlsb: readBinary,
  ods: readOpenDocument,
};

async function openPackage(source: ByteSource): Promise<TableFile> {
  const archive = await openArchive(source, LIMITS);
  return await PACKAGES[packageKind(archive)](archive);
}

async function openFlatDocument(source: ByteSource): Promise<TableFile> {
  const encoding = namedEncoding(await source.read(0, 4096));
  const content = () => utf8Pieces(source, encoding);
  return await openOpenDocument({ name: source.name, bytes: source.size, content, styles: null });
}

function extensionProblems(name: string, format: TableFormat): Problem[] {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (EXTENSIONS[format].includes(extension)) return [];
  const found = format.toUpperCase();
  return [problem('warning', 'FILE_EXTENSION_WRONG', { extension: extension || '-', found })];
}
