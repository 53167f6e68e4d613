const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** Pixels of a PNG, from its header (RFC 2083, 3.2: IHDR comes first). Throws for bytes that are no PNG. */
export function pngSize(bytes: Uint8Array): { readonly width: number; readonly height: number } {
  if (SIGNATURE.some((byte, at) => bytes[at] !== byte)) throw new Error('These bytes are no PNG');
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  return { width: view.getUint32(16), height: view.getUint32(20) };
}
