import { LIMITS } from '../../limits.ts';
import { FileRefused, limitExceeded } from '../../problem.ts';
import type { RecordBytes } from '../binary.ts';
import type { LegacyFont } from '../legacy/fonts.ts';
import { type FontRun, richText } from '../rich-text.ts';

/** How a workbook writes its texts: Unicode since Excel 97, one byte a letter in the code page before. */
export interface TextReader {
  readonly isUnicode: boolean;
  /** The text at a place, with its length in two bytes, or in one. */
  readonly text: (record: RecordBytes, at: number, lengthBytes: 1 | 2) => string;
}

export function createTextReader(isUnicode: boolean, codePage: number): TextReader {
  const decoder = isUnicode ? null : decoderOf(codePage);
  return {
    isUnicode,
    text: (record, at, lengthBytes) => {
      const length = lengthBytes === 1 ? record.u8(at) : record.u16(at);
      const start = at + lengthBytes;
      if (decoder !== null) return decoder.decode(record.bytes(start, start + length)).normalize('NFC');
      const isWide = (record.u8(start) & 1) === 1;
      const text = isWide
        ? record.wide(start + 1, length)
        : record.bytes(start + 1, start + 1 + length).toString('latin1');
      return text.normalize('NFC');
    },
  };
}

function decoderOf(codePage: number): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(`windows-${codePage}`);
  } catch {
    return new TextDecoder('windows-1252');
  }
}

const RICH = 8;
const FAR_EAST = 4;
const WIDE = 1;

/** The shared texts, which go on from record to record ([MS-XLS] 2.4.265). */
export interface SharedTexts {
  readonly add: (record: RecordBytes) => void;
  readonly read: (fonts: readonly (LegacyFont | null)[]) => string[];
}

export function collectSharedTexts(): SharedTexts {
  const blocks: Buffer[] = [];
  let bytes = 0;
  return {
    add: (record) => {
      bytes += record.length;
      // Two bytes a letter, and what stands around each text.
      if (bytes > LIMITS.sharedCharacters * 4) throw limitExceeded('sharedCharacters', bytes);
      blocks.push(Buffer.from(record.bytes(0, record.length)));
    },
    read: (fonts) => (blocks.length === 0 ? [] : readAll(blocks, fonts)),
  };
}

function readAll(blocks: readonly Buffer[], fonts: readonly (LegacyFont | null)[]): string[] {
  const reader = createBlockReader(blocks);
  reader.number(4);
  const count = reader.number(4);
  if (count > LIMITS.sharedTexts) throw limitExceeded('sharedTexts', count);
  const texts: string[] = [];
  let characters = 0;
  while (texts.length < count) {
    const text = readShared(reader, fonts);
    characters += text.length;
    if (characters > LIMITS.sharedCharacters) throw limitExceeded('sharedCharacters', characters);
    texts.push(text);
  }
  return texts;
}

function readShared(reader: BlockReader, fonts: readonly (LegacyFont | null)[]): string {
  const length = reader.number(2);
  const flags = reader.number(1);
  const runCount = (flags & RICH) === 0 ? 0 : reader.number(2);
  const behind = (flags & FAR_EAST) === 0 ? 0 : reader.number(4);
  const text = reader.letters(length, (flags & WIDE) === WIDE).normalize('NFC');
  const runs: FontRun[] = [];
  for (let index = 0; index < runCount; index += 1)
    runs.push({ at: reader.number(2), font: fontAt(fonts, reader.number(2)) });
  reader.skip(behind);
  return richText(text, runs);
}

/** There is no font of number 4 ([MS-XLS] 2.5.129). */
export function fontAt(fonts: readonly (LegacyFont | null)[], index: number): LegacyFont | null {
  return fonts[index > 4 ? index - 1 : index] ?? null;
}

type BlockReader = ReturnType<typeof createBlockReader>;

function createBlockReader(blocks: readonly Buffer[]) {
  let block = 0;
  let at = 0;
  /** Bytes that are left in the block; the next one where there are none. */
  const left = (): number => {
    while (at >= (blocks[block]?.length ?? 0)) {
      if (block >= blocks.length) throw new FileRefused('FILE_DAMAGED', { part: 'SST' });
      block += 1;
      at = 0;
    }
    return (blocks[block]?.length ?? 0) - at;
  };
  const byte = (): number => {
    left();
    at += 1;
    return blocks[block]?.[at - 1] ?? 0;
  };
  return {
    number: (length: number): number => {
      let number = 0;
      for (let step = 0; step < length; step += 1) number += byte() * 256 ** step;
      return number;
    },
    skip: (length: number): void => {
      for (let rest = length; rest > 0; ) {
        const step = Math.min(rest, left());
        at += step;
        rest -= step;
      }
    },
    /** Where a text goes on in the next block, that one says again how wide its letters are. */
    letters: (length: number, isWideAtFirst: boolean): string => {
      let text = '';
      let isWide = isWideAtFirst;
      while (text.length < length) {
        const before = block;
        const room = left();
        if (block !== before && text.length > 0) {
          isWide = (byte() & WIDE) === WIDE;
          continue;
        }
        const width = isWide ? 2 : 1;
        const letters = Math.min(length - text.length, Math.floor(room / width));
        if (letters === 0) throw new FileRefused('FILE_DAMAGED', { part: 'SST' });
        const end = at + letters * width;
        text += blocks[block]?.toString(isWide ? 'utf16le' : 'latin1', at, end) ?? '';
        at = end;
      }
      return text;
    },
  };
}
