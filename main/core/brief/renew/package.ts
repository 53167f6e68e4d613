import { openAsBlob } from 'node:fs';
import { openArchive, readParts } from '#main/core/files/archive.ts';
import { blobSource } from '#main/core/files/byte-source.ts';
import { type OfficePackage, partXml, relationsOf } from '#main/core/files/office-package.ts';
import { UnsoundFile } from '#main/core/files/unsound-file.ts';
import { attributeOf, findAll } from '#main/core/files/xml-tree.ts';
import { type Parts, zipParts } from '#main/core/files/zip.ts';
import { UserError } from '#shared/contract/errors.ts';
import { type RefusalReason, refuseDeck } from './refused.ts';

const MIB = 1024 * 1024;

/** How much a deck from outside may ask of the machine. A deck of 60 pages with 4K maps is a tenth of it. */
export const DECK_LIMITS = {
  fileBytes: 200 * MIB,
  archiveEntries: 5000,
  partBytes: 100 * MIB,
  totalBytes: 400 * MIB,
  /** Of a part that is read as XML. */
  xmlBytes: 20 * MIB,
} as const;

const OLE_HEAD = [0xd0, 0xcf, 0x11, 0xe0];

/** A deck in memory. What it cannot be relied on for is refused with DECK_REFUSED. */
export interface DeckPackage extends OfficePackage {
  readonly file: string;
}

export function deckOf(parts: Parts, file: string): DeckPackage {
  const refuse = (reason: RefusalReason, cause?: unknown) => refuseDeck(file, reason, cause);
  return { parts, file, xmlBytes: DECK_LIMITS.xmlBytes, refuse };
}

/**
 * Reads a deck whole. UserErrors: FILE_UNREADABLE, DECK_REFUSED (damaged, encrypted, unsafe, large, macros, or no
 * deck at all: foreign).
 */
export async function readDeck(path: string, file: string): Promise<DeckPackage> {
  const blob = await openFile(path, file);
  if (blob.size > DECK_LIMITS.fileBytes) throw refuseDeck(file, 'large');
  await refuseOther(blob, file);
  try {
    const parts = await readParts(await openArchive(blobSource(file, blob), DECK_LIMITS));
    if (parts['ppt/presentation.xml'] === undefined) throw refuseDeck(file, 'foreign');
    if (Object.keys(parts).some((name) => /vbaProject/i.test(name))) throw refuseDeck(file, 'macros');
    return deckOf(parts, file);
  } catch (error) {
    throw error instanceof UnsoundFile ? refuseDeck(file, REASONS[error.code], error) : error;
  }
}

// Refuses at once, not by its promise, where there is no such file.
async function openFile(path: string, file: string): Promise<Blob> {
  try {
    return await openAsBlob(path);
  } catch (cause) {
    throw new UserError('FILE_UNREADABLE', { file }, { cause });
  }
}

const REASONS: Readonly<Record<UnsoundFile['code'], RefusalReason>> = {
  ARCHIVE_UNSAFE: 'unsafe',
  FILE_DAMAGED: 'damaged',
  FILE_ENCRYPTED: 'encrypted',
  LIMIT_EXCEEDED: 'large',
};

/** A deck with a password is an OLE file, as is one of PowerPoint 97-2003; anything else is no deck. */
async function refuseOther(blob: Blob, file: string): Promise<void> {
  const head = new Uint8Array(await blob.slice(0, 4).arrayBuffer());
  if (OLE_HEAD.every((byte, at) => head[at] === byte)) throw refuseDeck(file, 'encrypted');
  if (head[0] !== 0x50 || head[1] !== 0x4b) throw refuseDeck(file, blob.size === 0 ? 'damaged' : 'foreign');
}

/** The slides in the order of the deck. */
export function slidesOf(deck: DeckPackage): string[] {
  const { text, root } = partXml(deck, 'ppt/presentation.xml');
  const relations = new Map(relationsOf(deck, 'ppt/presentation.xml').map((one) => [one.id, one]));
  return findAll(root, 'p:sldId').flatMap((element) => {
    const target = relations.get(attributeOf(text, element, 'r:id') ?? '')?.target ?? null;
    return target === null || deck.parts[target] === undefined ? [] : [target];
  });
}

/** The file again: parts in their old order, new ones last, the same bytes for the same parts. */
export function writeDeck(deck: DeckPackage): Uint8Array {
  return zipParts(deck.parts, (name) => /\.(png|jpe?g|xlsx)$/i.test(name));
}
