import { crc32, deflateRawSync } from 'node:zlib';

/** A part of a zip as it stands in the file: compressed already. */
export interface PackedPart {
  readonly name: string;
  /** 0: stored, 8: deflated. */
  readonly method: number;
  readonly crc: number;
  /** Bytes when it is inflated. */
  readonly size: number;
  readonly packed: Uint8Array;
}

export function packPart(name: string, bytes: Uint8Array): PackedPart {
  return { name, method: 8, crc: crc32(bytes), size: bytes.length, packed: deflateRawSync(bytes) };
}

/** As in `zip.ts`: 1980-01-01, in the form of MS-DOS. */
const DAY = 0x21;
/** Names are UTF-8 (APPNOTE 4.4.4). */
const UTF8_NAMES = 0x800;
const VERSION = 20;

/** A zip of parts that are compressed already (APPNOTE 4.3), in the order given. */
export function zipPacked(parts: readonly PackedPart[]): Uint8Array {
  const pieces: Uint8Array[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const name = Buffer.from(part.name);
    const common = commonOf(part, name.length);
    pieces.push(Buffer.concat([Buffer.from('PK\x03\x04'), common, name]), part.packed);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\x01\x02'), shorts(VERSION), common, rest, name);
    offset += 4 + common.length + name.length + part.packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...pieces, listed, end]);
}

/** What both headers of a part say alike. */
function commonOf({ method, crc, size, packed }: PackedPart, nameLength: number): Buffer {
  const numbers = Buffer.alloc(12);
  numbers.writeUInt32LE(crc, 0);
  numbers.writeUInt32LE(packed.length, 4);
  numbers.writeUInt32LE(size, 8);
  return Buffer.concat([shorts(VERSION, UTF8_NAMES, method, 0, DAY), numbers, shorts(nameLength, 0)]);
}

function shorts(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  for (const [at, value] of values.entries()) bytes.writeUInt16LE(value, at * 2);
  return bytes;
}
