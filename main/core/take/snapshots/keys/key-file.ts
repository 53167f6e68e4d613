import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
  randomBytes,
  scryptSync,
} from 'node:crypto';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { fingerprintOf, type Signer } from '#main/core/take/snapshots/format/seal.ts';
import { makePrivateFolder, writePrivately } from '#main/files/private.ts';
import { UserError } from '#shared/contract/errors.ts';

// scrypt at 64 MB: half a second for the owner, a long time for who guesses (RFC 7914, section 2).
const SCRYPT = { N: 2 ** 16, r: 8, p: 1, maxmem: 128 * 1024 ** 2 } as const;
const CIPHER = 'aes-256-gcm';

const base64 = z.base64();
const keyFile = z.object({
  name: z.string().min(1),
  madeAt: z.string(),
  publicKey: base64,
  /** PKCS #8; where a passphrase was given, encrypted. */
  privateKey: base64,
  encryption: z.object({ salt: base64, iv: base64, tag: base64 }).nullable(),
});
type KeyFile = z.infer<typeof keyFile>;

export interface OwnKey {
  readonly name: string;
  readonly madeAt: string;
  readonly publicKey: Buffer;
  readonly fingerprint: string;
  readonly isEncrypted: boolean;
}

/** Where the key pair of the data folder lies. */
export function keyFilePath(dataFolder: string): string {
  return join(dataFolder, 'keys', 'signing-key.json');
}

/** The key pair of the data folder without its secret half; null when none was made. KEY_DAMAGED. */
export function findOwnKey(dataFolder: string): OwnKey | null {
  const file = readKeyFile(dataFolder);
  if (file === null) return null;
  const publicKey = Buffer.from(file.publicKey, 'base64');
  const { name, madeAt, encryption } = file;
  return { name, madeAt, publicKey, fingerprint: fingerprintOf(publicKey), isEncrypted: encryption !== null };
}

/** Whether there is a key pair of which nothing can be used any more. */
export function isKeyDamaged(dataFolder: string): boolean {
  try {
    findOwnKey(dataFolder);
    return false;
  } catch {
    return true;
  }
}

function readKeyFile(dataFolder: string): KeyFile | null {
  const path = keyFilePath(dataFolder);
  if (!existsSync(path)) return null;
  try {
    return keyFile.parse(JSON.parse(readFileSync(path, 'utf8')));
  } catch (cause) {
    throw new UserError('KEY_DAMAGED', { file: path }, { cause });
  }
}

/**
 * Makes an Ed25519 key pair, readable by the owner of the data folder only, its secret half encrypted when a
 * passphrase is given. An earlier pair is kept beside it under its fingerprint, a damaged one under the time.
 */
export function makeOwnKey(
  dataFolder: string,
  {
    name,
    passphrase,
    madeAt,
  }: { readonly name: string; readonly passphrase?: string | undefined; readonly madeAt: string },
): OwnKey {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const raw = rawPublicKey(publicKey);
  const secret = privateKey.export({ format: 'der', type: 'pkcs8' });
  const sealed = passphrase === undefined ? plain(secret) : encrypt(secret, passphrase);
  const file: KeyFile = { name, madeAt, publicKey: raw.toString('base64'), ...sealed };
  makePrivateFolder(join(dataFolder, 'keys'));
  keepEarlier(dataFolder, madeAt);
  writePrivately(keyFilePath(dataFolder), JSON.stringify(file, null, 2));
  return {
    name,
    madeAt,
    publicKey: raw,
    fingerprint: fingerprintOf(raw),
    isEncrypted: file.encryption !== null,
  };
}

function keepEarlier(dataFolder: string, now: string): void {
  if (!existsSync(keyFilePath(dataFolder))) return;
  const earlier = isKeyDamaged(dataFolder) ? null : findOwnKey(dataFolder);
  const mark = earlier === null ? `hong-${now}` : earlier.fingerprint;
  renameSync(
    keyFilePath(dataFolder),
    join(dataFolder, 'keys', `signing-key-${mark.replaceAll(/[ :.]/g, '')}.json`),
  );
}

type Secret = Pick<KeyFile, 'privateKey' | 'encryption'>;

function plain(secret: Buffer): Secret {
  return { privateKey: secret.toString('base64'), encryption: null };
}

function encrypt(secret: Buffer, passphrase: string): Secret {
  const salt = randomBytes(16);
  const iv = randomBytes(12);
  const cipher = createCipheriv(CIPHER, keyFrom(passphrase, salt), iv);
  const text = Buffer.concat([cipher.update(secret), cipher.final()]);
  const encryption = {
    salt: salt.toString('base64'),
    iv: iv.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
  };
  return { privateKey: text.toString('base64'), encryption };
}

function keyFrom(passphrase: string, salt: Buffer): Buffer {
  return scryptSync(passphrase.normalize('NFC'), salt, 32, SCRYPT);
}

/** Whoever signs with the key pair of the data folder. KEY_MISSING, PASSPHRASE_WRONG, KEY_DAMAGED. */
export function openSigner(dataFolder: string, passphrase: string | undefined): Signer {
  const file = readKeyFile(dataFolder);
  if (file === null) throw new UserError('KEY_MISSING');
  const publicKey = Buffer.from(file.publicKey, 'base64');
  const privateKey = openPrivateKey(file, passphrase, keyFilePath(dataFolder));
  // Halves that do not belong together would give signatures that nobody can verify.
  if (!rawPublicKey(createPublicKey(privateKey)).equals(publicKey)) {
    throw new UserError('KEY_DAMAGED', { file: keyFilePath(dataFolder) });
  }
  return { name: file.name, publicKey, privateKey };
}

function rawPublicKey(key: KeyObject): Buffer {
  return Buffer.from(key.export({ format: 'jwk' }).x ?? '', 'base64url');
}

function openPrivateKey(file: KeyFile, passphrase: string | undefined, path: string): KeyObject {
  const bytes = Buffer.from(file.privateKey, 'base64');
  const secret = file.encryption === null ? bytes : decrypt(bytes, file.encryption, passphrase);
  try {
    return createPrivateKey({ key: secret, format: 'der', type: 'pkcs8' });
  } catch (cause) {
    throw new UserError('KEY_DAMAGED', { file: path }, { cause });
  }
}

function decrypt(
  bytes: Buffer,
  { salt, iv, tag }: NonNullable<KeyFile['encryption']>,
  passphrase: string | undefined,
): Buffer {
  if (passphrase === undefined) throw new UserError('PASSPHRASE_WRONG');
  const decipher = createDecipheriv(
    CIPHER,
    keyFrom(passphrase, Buffer.from(salt, 'base64')),
    Buffer.from(iv, 'base64'),
  );
  decipher.setAuthTag(Buffer.from(tag, 'base64'));
  try {
    return Buffer.concat([decipher.update(bytes), decipher.final()]);
  } catch (cause) {
    throw new UserError('PASSPHRASE_WRONG', {}, { cause });
  }
}
