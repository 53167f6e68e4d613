/** A square picture: pixels as RGBA with alpha not multiplied in, and the same as PNG. */
export interface Picture {
  readonly size: number;
  readonly rgba: Uint8Array;
  readonly png: Uint8Array;
}

/** Up to this size Windows and its installers want a bitmap; above it PNG, or the file would be huge. */
const BITMAP_AT_MOST = 64;
const ICO_HEAD = 6;
const ICO_ENTRY = 16;

/** An .ico file with every picture in it (the layout is that of Windows' ICONDIR and ICONDIRENTRY). */
export function icoFile(pictures: readonly Picture[]): Buffer {
  const head = Buffer.alloc(ICO_HEAD + ICO_ENTRY * pictures.length);
  head.writeUInt16LE(1, 2);
  head.writeUInt16LE(pictures.length, 4);
  const bodies = pictures.map((picture) =>
    picture.size > BITMAP_AT_MOST ? Buffer.from(picture.png) : bitmap(picture),
  );
  let offset = head.length;
  for (const [index, { size }] of pictures.entries()) {
    const at = ICO_HEAD + ICO_ENTRY * index;
    const bytes = bodies[index]?.length ?? 0;
    // A side of 256 is written as 0.
    head.writeUInt8(size % 256, at);
    head.writeUInt8(size % 256, at + 1);
    head.writeUInt16LE(1, at + 4);
    head.writeUInt16LE(32, at + 6);
    head.writeUInt32LE(bytes, at + 8);
    head.writeUInt32LE(offset, at + 12);
    offset += bytes;
  }
  return Buffer.concat([head, ...bodies]);
}

const BITMAP_HEAD = 40;

/** BITMAPINFOHEADER, rows from the bottom as BGRA, then the one-bit mask that only old programs read. */
function bitmap({ size, rgba }: Picture): Buffer {
  const maskRow = Math.ceil(size / 32) * 4;
  const file = Buffer.alloc(BITMAP_HEAD + size * size * 4 + maskRow * size);
  file.writeUInt32LE(BITMAP_HEAD, 0);
  file.writeInt32LE(size, 4);
  // Colours and mask together.
  file.writeInt32LE(size * 2, 8);
  file.writeUInt16LE(1, 12);
  file.writeUInt16LE(32, 14);
  file.writeUInt32LE(size * size * 4, 20);
  for (let row = 0; row < size; row += 1)
    for (let column = 0; column < size; column += 1) {
      const [red = 0, green = 0, blue = 0, alpha = 0] = rgba.subarray((row * size + column) * 4);
      const below = size - 1 - row;
      file.set([blue, green, red, alpha], BITMAP_HEAD + (below * size + column) * 4);
      if (alpha === 0) setMask(file, BITMAP_HEAD + size * size * 4 + below * maskRow, column);
    }
  return file;
}

function setMask(file: Buffer, row: number, column: number): void {
  const at = row + (column >> 3);
  file.writeUInt8(file.readUInt8(at) | (0x80 >> (column & 7)), at);
}

/** Apple's names of the sizes in pixels; those of 'retina' hold the same pixels under a name of their own. */
const ICNS_TYPES: readonly (readonly [type: string, size: number])[] = [
  ['icp4', 16],
  ['icp5', 32],
  ['ic11', 32],
  ['ic12', 64],
  ['ic07', 128],
  ['ic13', 256],
  ['ic08', 256],
  ['ic14', 512],
  ['ic09', 512],
  ['ic10', 1024],
];

/** An .icns file with every picture that has a name there. */
export function icnsFile(pictures: readonly Picture[]): Buffer {
  const parts = ICNS_TYPES.flatMap(([type, size]) => {
    const picture = pictures.find((one) => one.size === size);
    return picture === undefined ? [] : [icnsPart(type, Buffer.from(picture.png))];
  });
  return icnsPart('icns', Buffer.concat(parts));
}

function icnsPart(type: string, body: Buffer): Buffer {
  const head = Buffer.alloc(8);
  head.write(type, 'latin1');
  head.writeUInt32BE(8 + body.length, 4);
  return Buffer.concat([head, body]);
}
