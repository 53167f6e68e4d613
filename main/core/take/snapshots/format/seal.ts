import { createPublicKey, type KeyObject, sign, verify } from 'node:crypto';
import { sha256 } from '#main/core/files/hash.ts';
import { PAGE_BYTES } from './constants.ts';

// The seal's body: fixed places, so that it can be read and written without SQLite.
const HASH_BYTES = 32;
const KEY_BYTES = 32;
const SIGNATURE_BYTES = 64;
const NAME_BYTES = 128;
export const SEAL_BYTES = HASH_BYTES + KEY_BYTES + SIGNATURE_BYTES + NAME_BYTES;

/** Only row of the second page; SQLite writes cells from the end of a page backwards. */
export const SEAL_AT: number = 2 * PAGE_BYTES - SEAL_BYTES;

/** What a signature covers begins with this, so that it can be taken for nothing else. */
const PURPOSE = Buffer.from('KH02 snapshot seal 1\0', 'latin1');

export interface Seal {
  /** SHA-256 of the whole file in which the seal's own bytes are zero. */
  readonly hash: Buffer;
  /** Null for a file that nobody signed. */
  readonly signature: SealSignature | null;
}

export interface SealSignature {
  /** Raw Ed25519 public key. */
  readonly publicKey: Buffer;
  readonly signature: Buffer;
  readonly name: string;
}

/** The bytes of a seal over the hash, signed when a key is given. The name is cut at 128 bytes of UTF-8. */
export function makeSeal(hash: Buffer, signer: Signer | null): Buffer {
  if (signer === null) return Buffer.concat([hash, Buffer.alloc(SEAL_BYTES - HASH_BYTES)]);
  const name = Buffer.alloc(NAME_BYTES);
  name.write(signer.name, 'utf8');
  const signature = sign(null, signedBytes(hash, signer.publicKey, name), signer.privateKey);
  return Buffer.concat([hash, signer.publicKey, signature, name]);
}

export interface Signer {
  readonly name: string;
  readonly publicKey: Buffer;
  readonly privateKey: KeyObject;
}

function signedBytes(hash: Buffer, publicKey: Buffer, name: Buffer): Buffer {
  return Buffer.concat([PURPOSE, hash, publicKey, name]);
}

/** Reads a seal's bytes; believes nothing of them. */
export function readSeal(bytes: Buffer): Seal {
  const keyAt = HASH_BYTES;
  const signatureAt = keyAt + KEY_BYTES;
  const nameAt = signatureAt + SIGNATURE_BYTES;
  const hash = bytes.subarray(0, keyAt);
  if (bytes.subarray(keyAt).every((byte) => byte === 0)) return { hash, signature: null };
  // Shown to people: nothing in it may break a line or turn the reading direction.
  const name = bytes.subarray(nameAt).toString('utf8').replaceAll(/\p{C}/gu, '');
  return {
    hash,
    signature: {
      publicKey: bytes.subarray(keyAt, signatureAt),
      signature: bytes.subarray(signatureAt, nameAt),
      name,
    },
  };
}

/** Whether the signature inside the seal fits its hash, key and name. Says nothing about whose key it is. */
export function isSignatureRight(bytes: Buffer): boolean {
  const { hash, signature } = readSeal(bytes);
  if (signature === null) return false;
  const name = bytes.subarray(SEAL_BYTES - NAME_BYTES);
  const message = signedBytes(hash, signature.publicKey, name);
  try {
    return verify(null, message, publicKeyOf(signature.publicKey), signature.signature);
  } catch {
    // Bytes that are no point of the curve.
    return false;
  }
}

/** A key object of raw Ed25519 bytes (RFC 8037). */
export function publicKeyOf(raw: Buffer): KeyObject {
  return createPublicKey({
    key: { kty: 'OKP', crv: 'Ed25519', x: raw.toString('base64url') },
    format: 'jwk',
  });
}

/** Short name of a key that people can read to each other: 16 hexadecimal digits of its SHA-256. */
export function fingerprintOf(publicKey: Buffer): string {
  const digits = sha256(publicKey).slice(0, 16);
  return digits.match(/.{4}/g)?.join(' ') ?? digits;
}
