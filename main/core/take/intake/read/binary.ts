import { FileRefused } from '../problem.ts';

/** Little-endian values at places of a record, each within it; beyond its end the file is damaged. */
export interface RecordBytes {
  readonly length: number;
  readonly u8: (at: number) => number;
  readonly u16: (at: number) => number;
  readonly u32: (at: number) => number;
  readonly f64: (at: number) => number;
  readonly bytes: (start: number, end: number) => Buffer;
  /** `characters` of UTF-16. */
  readonly wide: (at: number, characters: number) => string;
}

/** One record after another is read through the same view. */
export function createRecordBytes(part: string): RecordBytes & { readonly show: (bytes: Buffer) => void } {
  let shown: Buffer = Buffer.alloc(0);
  const within = (at: number, length: number): void => {
    if (at + length > shown.length) throw new FileRefused('FILE_DAMAGED', { part });
  };
  const view = {
    length: 0,
    show: (bytes: Buffer) => {
      shown = bytes;
      view.length = bytes.length;
    },
    u8: (at: number) => {
      within(at, 1);
      return shown[at] ?? 0;
    },
    u16: (at: number) => {
      within(at, 2);
      return shown.readUInt16LE(at);
    },
    u32: (at: number) => {
      within(at, 4);
      return shown.readUInt32LE(at);
    },
    f64: (at: number) => {
      within(at, 8);
      return shown.readDoubleLE(at);
    },
    bytes: (start: number, end: number) => {
      within(start, Math.max(0, end - start));
      return shown.subarray(start, end);
    },
    wide: (at: number, characters: number) => {
      within(at, characters * 2);
      return shown.toString('utf16le', at, at + characters * 2);
    },
  };
  return view;
}

const scratch = Buffer.alloc(8);

/** A number in four bytes: 30 bits of a double or a whole number, perhaps in hundredths ([MS-XLS] 2.5.217). */
export function rkNumber(rk: number): number {
  let number = rk >> 2;
  if ((rk & 2) === 0) {
    scratch.writeUInt32LE(0, 0);
    scratch.writeUInt32LE((rk & 0xfffffffc) >>> 0, 4);
    number = scratch.readDoubleLE(0);
  }
  return (rk & 1) === 0 ? number : number / 100;
}

const ERRORS: Readonly<Record<number, string>> = {
  0: '#NULL!',
  7: '#DIV/0!',
  15: '#VALUE!',
  23: '#REF!',
  29: '#NAME?',
  36: '#NUM!',
  42: '#N/A',
  43: '#GETTING_DATA',
};

/** What a cell shows for the number of an error ([MS-XLS] 2.5.10). */
export function errorName(code: number): string {
  return ERRORS[code] ?? `#${code}`;
}
