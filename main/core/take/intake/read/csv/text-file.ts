import type { ByteSource } from '#main/core/files/byte-source.ts';
import { FileRefused, type Problem, problem } from '../../problem.ts';
import type { TableFile, TextDialect } from '../table.ts';
import { detectDelimiter } from './delimiter.ts';
import { detectEncoding, readUtf8 } from './encoding.ts';
import { scanCsv } from './scanner.ts';

const SAMPLE_BYTES = 64 * 1024;

/** Opens a delimited text; `dialect` overrules what would be guessed. Its one sheet has the file's name. */
export async function openTextFile(
  source: ByteSource,
  dialect: Partial<TextDialect> = {},
): Promise<TableFile> {
  const detected =
    dialect.encoding === undefined
      ? await detectEncoding(source)
      : { encoding: dialect.encoding, mark: (await detectEncoding(source)).mark };
  const sample = new TextDecoder(detected.encoding).decode(await source.read(detected.mark, SAMPLE_BYTES));
  if (sample.trim() === '') throw new FileRefused('FILE_EMPTY');
  const guess = detectDelimiter(sample);
  const delimiter = dialect.delimiter ?? guess.delimiter;
  const problems: Problem[] =
    detected.encoding === 'windows-1258'
      ? [problem('warning', 'ENCODING_GUESSED', { encoding: 'windows-1258' })]
      : [];
  return {
    format: 'csv',
    sheets: [{ name: source.name, isHidden: false }],
    meta: null,
    dialect: { encoding: detected.encoding, delimiter },
    problems,
    rows: () => scanCsv(readUtf8(source, detected), { delimiter, skipLines: guess.hasSepLine ? 1 : 0 }),
  };
}
