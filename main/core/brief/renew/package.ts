import { openAsBlob } from 'node:fs';
import { posix } from 'node:path';
import { escapeXml } from '#main/core/brief/xml-text.ts';
import { decodeText, encodeText, type Parts, zipParts } from '#main/core/brief/zip.ts';
import { FileRefused } from '#main/core/take/intake/problem.ts';
import { openArchive } from '#main/core/take/intake/read/xlsx/archive.ts';
import { UserError } from '#shared/contract/errors.ts';
import { type RefusalReason, refuseDeck } from './refused.ts';
import { attributeOf, findAll, parseXml, XmlRefused } from './xml-tree.ts';

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

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CONTENT_TYPES = '[Content_Types].xml';
const OLE_HEAD = [0xd0, 0xcf, 0x11, 0xe0];

export interface Relation {
  readonly id: string;
  /** The last word of the type: slide, chart, image, notesSlide, ... */
  readonly type: string;
  /** Name of the part; null for something outside the file. */
  readonly target: string | null;
}

/** A deck in memory: its parts, which can be read, replaced and added. */
export interface DeckPackage {
  readonly parts: Parts;
  readonly file: string;
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
    const archive = await openArchive(sourceOf(blob, file), DECK_LIMITS);
    const parts: Parts = {};
    for (const entry of archive.entries.values()) {
      if (entry.name.endsWith('/')) continue;
      const pieces: Uint8Array[] = [];
      for await (const piece of archive.read(entry)) pieces.push(piece);
      parts[entry.name] = Buffer.concat(pieces);
    }
    if (parts['ppt/presentation.xml'] === undefined) throw refuseDeck(file, 'foreign');
    if (Object.keys(parts).some((name) => /vbaProject/i.test(name))) throw refuseDeck(file, 'macros');
    return { parts, file };
  } catch (error) {
    throw error instanceof FileRefused
      ? refuseDeck(file, REASONS[error.problem.code] ?? 'unsafe', error)
      : error;
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

const REASONS: Readonly<Record<string, RefusalReason>> = {
  FILE_DAMAGED: 'damaged',
  FILE_ENCRYPTED: 'encrypted',
  LIMIT_EXCEEDED: 'large',
};

function sourceOf(blob: Blob, name: string) {
  return {
    name,
    size: blob.size,
    read: async (start: number, end: number) => new Uint8Array(await blob.slice(start, end).arrayBuffer()),
  };
}

/** A deck with a password is an OLE file, as is one of PowerPoint 97-2003; anything else is no deck. */
async function refuseOther(blob: Blob, file: string): Promise<void> {
  const head = new Uint8Array(await blob.slice(0, 4).arrayBuffer());
  if (OLE_HEAD.every((byte, at) => head[at] === byte)) throw refuseDeck(file, 'encrypted');
  if (head[0] !== 0x50 || head[1] !== 0x4b) throw refuseDeck(file, blob.size === 0 ? 'damaged' : 'foreign');
}

/** The text of a part that is there. DECK_REFUSED when it is missing or too large. */
function partText(deck: DeckPackage, name: string): string {
  const bytes = deck.parts[name];
  if (bytes === undefined) throw refuseDeck(deck.file, 'damaged');
  if (bytes.length > DECK_LIMITS.xmlBytes) throw refuseDeck(deck.file, 'large');
  return decodeText(bytes).replace(/^\uFEFF/, '');
}

/** A part as a tree with its text. DECK_REFUSED when it is no XML that can be relied on. */
export function partXml(deck: DeckPackage, name: string) {
  const text = partText(deck, name);
  try {
    return { text, root: parseXml(text) };
  } catch (error) {
    if (error instanceof XmlRefused) throw refuseDeck(deck.file, 'damaged', error);
    throw error;
  }
}

function relationsName(part: string): string {
  return posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
}

/** Where a part points to, in the order of the file. */
export function relationsOf(deck: DeckPackage, part: string): Relation[] {
  const name = relationsName(part);
  if (deck.parts[name] === undefined) return [];
  const { text, root } = partXml(deck, name);
  return findAll(root, 'Relationship').map((element) => {
    const target = attributeOf(text, element, 'Target') ?? '';
    const isOutside = attributeOf(text, element, 'TargetMode') === 'External';
    return {
      id: attributeOf(text, element, 'Id') ?? '',
      type: (attributeOf(text, element, 'Type') ?? '').split('/').at(-1) ?? '',
      target: isOutside ? null : resolveTarget(part, target),
    };
  });
}

function resolveTarget(part: string, target: string): string {
  return target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(part), target);
}

/** Replaces all relations of a part. */
export function setRelations(deck: DeckPackage, part: string, xml: string): void {
  deck.parts[relationsName(part)] = encodeText(xml);
}

/** Adds a relation to a part, under a free id or the one wanted; gives the id. */
export function addRelation(
  deck: DeckPackage,
  part: string,
  type: string,
  target: string,
  wanted?: string,
): string {
  const id = wanted ?? freeId(relationsOf(deck, part));
  const name = relationsName(part);
  const before =
    deck.parts[name] === undefined
      ? '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
      : partText(deck, name).replace(/<Relationships([^>]*)\/>/, '<Relationships$1></Relationships>');
  const path = escapeXml(posix.relative(posix.dirname(part), target));
  const relation = `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${path}"/>`;
  deck.parts[name] = encodeText(before.replace('</Relationships>', () => `${relation}</Relationships>`));
  return id;
}

function freeId(relations: readonly Relation[]): string {
  const taken = new Set(relations.map(({ id }) => id));
  let number = 1;
  while (taken.has(`kh02r${number}`)) number += 1;
  return `kh02r${number}`;
}

/** Adds a part under a name like the one wanted that is free; gives the name. */
export function addPart(deck: DeckPackage, wanted: string, bytes: Uint8Array, contentType?: string): string {
  const { dir, name, ext } = posix.parse(wanted);
  let number = 1;
  const taken = new Set(Object.keys(deck.parts).map((part) => part.toLowerCase()));
  while (taken.has(`${dir}/kh02-${name}-${number}${ext}`.toLowerCase())) number += 1;
  const free = `${dir}/kh02-${name}-${number}${ext}`;
  deck.parts[free] = bytes;
  if (contentType === undefined) needDefault(deck, ext.slice(1));
  else addOverride(deck, free, contentType);
  return free;
}

const DEFAULTS: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

function needDefault(deck: DeckPackage, extension: string): void {
  const types = partText(deck, CONTENT_TYPES);
  if (new RegExp(`<Default[^>]*Extension="${extension}"`, 'i').test(types)) return;
  const entry = `<Default Extension="${extension}" ContentType="${DEFAULTS[extension] ?? 'application/octet-stream'}"/>`;
  deck.parts[CONTENT_TYPES] = encodeText(types.replace(/<Types[^>]*>/, (start) => start + entry));
}

function addOverride(deck: DeckPackage, part: string, contentType: string): void {
  const types = partText(deck, CONTENT_TYPES);
  const entry = `<Override PartName="/${escapeXml(part)}" ContentType="${contentType}"/>`;
  deck.parts[CONTENT_TYPES] = encodeText(types.replace('</Types>', () => `${entry}</Types>`));
}

/** Takes out those of the parts that nobody points to any more, and what only they pointed to. */
export function dropUnused(deck: DeckPackage, candidates: readonly string[]): void {
  const used = usedParts(deck);
  const gone = candidates.filter((part) => deck.parts[part] !== undefined && !used.has(part));
  if (gone.length === 0) return;
  const below = gone.flatMap((part) => relationsOf(deck, part).flatMap(({ target }) => target ?? []));
  for (const part of gone) {
    delete deck.parts[part];
    delete deck.parts[relationsName(part)];
    const override = new RegExp(`<Override[^>]*PartName="/${part.replace(/[^\w/]/g, '\\$&')}"[^>]*/>`);
    deck.parts[CONTENT_TYPES] = encodeText(partText(deck, CONTENT_TYPES).replace(override, ''));
  }
  dropUnused(deck, below);
}

function usedParts(deck: DeckPackage): Set<string> {
  const used = new Set<string>();
  for (const name of Object.keys(deck.parts)) {
    const source = /^(?:(.*)\/)?_rels\/([^/]*)\.rels$/.exec(name);
    if (source === null) continue;
    const owner = source[1] === undefined ? (source[2] ?? '') : `${source[1]}/${source[2]}`;
    for (const { target } of relationsOf(deck, owner)) if (target !== null) used.add(target);
  }
  return used;
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

/** Takes a relation out of a part. */
export function removeRelation(deck: DeckPackage, part: string, id: string): void {
  const name = relationsName(part);
  if (deck.parts[name] === undefined) return;
  const relation = new RegExp(`<Relationship\\s[^>]*\\bId="${id.replace(/\W/g, '\\$&')}"[^>]*/>`);
  deck.parts[name] = encodeText(partText(deck, name).replace(relation, ''));
}
