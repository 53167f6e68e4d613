import { fingerprintOf, publicKeyOf } from '#main/core/take/snapshots/format/seal.ts';
import { UserError } from '#shared/contract/errors.ts';

const FIRST_LINE = 'KH02 PUBLIC KEY 1';
const RAW_BYTES = 32;

/** A public key as people pass it on: a text of four lines, the fingerprint for comparing it by telephone. */
export function writePublicKey(name: string, publicKey: Buffer): string {
  return [
    FIRST_LINE,
    `name: ${name}`,
    `fingerprint: ${fingerprintOf(publicKey)}`,
    `key: ${publicKey.toString('base64')}`,
    '',
  ].join('\n');
}

export interface PublicKeyText {
  readonly name: string;
  readonly publicKey: Buffer;
}

/** Reads such a text. KEY_INVALID when it is none, or its fingerprint is not that of its key. */
export function readPublicKey(text: string): PublicKeyText {
  const [first, ...lines] = text
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/);
  const fields = new Map(
    lines.map((line) => [line.split(':', 1)[0]?.trim(), line.slice(line.indexOf(':') + 1).trim()]),
  );
  const publicKey = Buffer.from(fields.get('key') ?? '', 'base64');
  const isWhole = first?.trim() === FIRST_LINE && publicKey.length === RAW_BYTES;
  if (!isWhole || fields.get('fingerprint') !== fingerprintOf(publicKey)) {
    throw new UserError('KEY_INVALID', { file: fields.get('name') ?? '?' });
  }
  publicKeyOf(publicKey);
  return { name: (fields.get('name') ?? '').normalize('NFC').slice(0, 60), publicKey };
}
