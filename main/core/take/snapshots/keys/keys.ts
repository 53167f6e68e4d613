import { fingerprintOf } from '#main/core/take/snapshots/format/seal.ts';
import type { SnapshotService } from '#main/core/take/snapshots/service.ts';
import { deleteTrustedKey, insertTrustedKey, listTrustedKeys } from '#main/core/take/snapshots/store.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { TrustedKeyDto } from '#shared/contract/snapshots.ts';
import { findOwnKey, isKeyDamaged, keyFilePath, makeOwnKey, type OwnKey } from './key-file.ts';
import { readPublicKey, writePublicKey } from './public-key-text.ts';

/** The own key, or the file of it that is damaged, and all keys that are trusted. */
export function listKeys({ around, workspace }: SnapshotService) {
  const isDamaged = isKeyDamaged(around.dataFolder);
  const own = isDamaged ? null : findOwnKey(around.dataFolder);
  const damaged = isDamaged ? keyFilePath(around.dataFolder) : null;
  return { own: own && ownDto(own), damaged, trusted: listTrustedKeys(workspace.read) };
}

export function ownDto({ name, fingerprint, madeAt, isEncrypted }: OwnKey) {
  return { name, fingerprint, madeAt, isEncrypted };
}

export interface NewKey {
  readonly name: string;
  readonly passphrase?: string | undefined;
  readonly replace: boolean;
}

/** Makes the key pair and trusts it here. KEY_EXISTS or KEY_DAMAGED unless it may be replaced; KEY_NAME_IN_USE. */
export async function makeKey(
  service: SnapshotService,
  { name, passphrase, replace }: NewKey,
): Promise<OwnKey> {
  const { dataFolder, clock } = service.around;
  const earlier = replace ? null : findOwnKey(dataFolder);
  if (earlier !== null) throw new UserError('KEY_EXISTS', { name: earlier.name });
  const clean = name.normalize('NFC');
  const trusted = listTrustedKeys(service.workspace.read);
  // The own earlier key may bear the name: it stays trusted under its fingerprint, for the files it signed.
  const holder = trusted.find((key) => key.name === clean);
  if (holder !== undefined && !holder.isOwn) throw new UserError('KEY_NAME_IN_USE', { name: clean });
  const madeAt = clock().toISOString();
  const own = makeOwnKey(dataFolder, { name: clean, passphrase, madeAt });
  await service.workspace.write((database) => {
    if (holder !== undefined)
      insertTrustedKey(database, { ...holder, name: `${clean} (${holder.fingerprint})` });
    insertTrustedKey(database, trustedDto(clean, own.publicKey, madeAt, true));
  });
  return own;
}

/** The public key as a text file for others. KEY_MISSING. */
export function exportKey({ around }: SnapshotService): { fileName: string; text: string } {
  const own = findOwnKey(around.dataFolder);
  if (own === null) throw new UserError('KEY_MISSING');
  return {
    fileName: `kh02-key-${own.fingerprint.replaceAll(' ', '')}.txt`,
    text: writePublicKey(own.name, own.publicKey),
  };
}

/** Trusts the key of a public key text. KEY_INVALID, KEY_NAME_IN_USE. */
export async function trustKey(
  service: SnapshotService,
  text: string,
  name: string | undefined,
): Promise<TrustedKeyDto> {
  const read = readPublicKey(text);
  const clean = (name ?? read.name).normalize('NFC');
  const publicKey = read.publicKey.toString('base64');
  const trusted = listTrustedKeys(service.workspace.read);
  if (trusted.some((key) => key.name === clean && key.publicKey !== publicKey)) {
    throw new UserError('KEY_NAME_IN_USE', { name: clean });
  }
  const isOwn = trusted.some((key) => key.publicKey === publicKey && key.isOwn);
  const key = trustedDto(clean, read.publicKey, service.around.clock().toISOString(), isOwn);
  await service.workspace.write((database) => insertTrustedKey(database, key));
  return key;
}

/** Trusts a key no longer; files it signed become unsigned ones. */
export function distrustKey(service: SnapshotService, fingerprint: string): Promise<boolean> {
  return service.workspace.write((database) => deleteTrustedKey(database, fingerprint));
}

function trustedDto(name: string, publicKey: Buffer, addedAt: string, isOwn: boolean): TrustedKeyDto {
  return {
    name,
    publicKey: publicKey.toString('base64'),
    fingerprint: fingerprintOf(publicKey),
    addedAt,
    isOwn,
  };
}
