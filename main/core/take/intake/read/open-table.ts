import type { ByteSource } from '#main/core/files/byte-source.ts';
import { type Problem, problem } from '../problem.ts';
import { openTextFile } from './csv/text-file.ts';
import { type Content, sniffContent } from './inspect.ts';
import { openJsonFeed } from './json.ts';
import type { TableFile, TextDialect } from './table.ts';
import { openWorkbook } from './xlsx/workbook.ts';

const EXTENSIONS: Readonly<Record<Content, readonly string[]>> = {
  zip: ['xlsx', 'xlsm', 'xltx'],
  json: ['json'],
  text: ['csv', 'txt', 'tsv'],
};

/**
 * Opens a workbook, a CSV or a JSON feed by its content; a name that says otherwise is a warning. Throws
 * FileRefused, with the reason and what to do, for everything else.
 */
export async function openTable(source: ByteSource, dialect: Partial<TextDialect> = {}): Promise<TableFile> {
  const content = await sniffContent(source);
  const file = await openContent(content, source, dialect);
  return { ...file, problems: [...extensionProblems(source.name, content), ...file.problems] };
}

async function openContent(
  content: Content,
  source: ByteSource,
  dialect: Partial<TextDialect>,
): Promise<TableFile> {
  if (content === 'zip') return await openWorkbook(source);
  if (content === 'json') return await openJsonFeed(source);
  return await openTextFile(source, dialect);
}

function extensionProblems(name: string, content: Content): Problem[] {
  const extension = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  if (EXTENSIONS[content].includes(extension)) return [];
  const found = content === 'zip' ? 'XLSX' : content === 'json' ? 'JSON' : 'CSV';
  return [problem('warning', 'FILE_EXTENSION_WRONG', { extension: extension || '-', found })];
}
