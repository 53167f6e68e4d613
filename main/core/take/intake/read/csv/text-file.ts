import type { ByteSource } from '#main/core/files/byte-source.ts';
import { FileRefused, type Problem, problem } from '../../problem.ts';
import { guessCharset } from '../legacy/letters.ts';
import { CHARSET_NAMES } from '../legacy/notes.ts';
import type { TableFile, TextDialect } from '../table.ts';
import { detectDelimiter } from './delimiter.ts';
import { type DetectedEncoding, decoderOf, detectEncoding, readUtf8 } from './encoding.ts';
import { scanCsv } from './scanner.ts';

const SAMPLE_BYTES = 64 * 1024;

/** Opens a delimited text; `dialect` overrules what would be guessed. Its one sheet has the file's name. */
export async function openTextFile(
  source: ByteSource,
  dialect: Partial<TextDialect> = {},
): Promise<TableFile> {
  const detected = await encodingOf(source, dialect.encoding);
  const sample = decoderOf(detected.encoding).decode(await source.read(detected.mark, SAMPLE_BYTES));
  if (sample.trim() === '') throw new FileRefused('FILE_EMPTY');
  const guess = detectDelimiter(sample);
  const delimiter = dialect.delimiter ?? guess.delimiter;
  return {
    format: 'csv',
    sheets: [{ name: source.name, isHidden: false }],
    meta: null,
    dialect: { encoding: detected.encoding, delimiter },
    problems: guessedProblems(detected),
    rows: () => scanCsv(readUtf8(source, detected), { delimiter, skipLines: guess.hasSepLine ? 1 : 0 }),
  };
}

async function encodingOf(
  source: ByteSource,
  given: TextDialect['encoding'] | undefined,
): Promise<DetectedEncoding> {
  const detected = await detectEncoding(source);
  if (given !== undefined) return { encoding: given, mark: detected.mark };
  if (detected.encoding !== 'windows-1258') return detected;
  // The bytes of an old alphabet look like letters of windows-1252, and like no Vietnamese of windows-1258.
  const latin = new TextDecoder('windows-1252').decode(await source.read(0, SAMPLE_BYTES));
  return { encoding: guessCharset([latin]) ?? 'windows-1258', mark: 0 };
}

function guessedProblems({ encoding }: DetectedEncoding): Problem[] {
  if (encoding !== 'windows-1258' && encoding !== 'tcvn3' && encoding !== 'vni') return [];
  const name = encoding === 'windows-1258' ? encoding : CHARSET_NAMES[encoding];
  return [problem('warning', 'ENCODING_GUESSED', { encoding: name })];
}
