import { posix } from 'node:path';
import { escapeXml } from './xml-text.ts';
import {
  appendEdit,
  applyEdits,
  attributeOf,
  findAll,
  parseXml,
  prefixOf,
  type Tag,
  XmlRefused,
} from './xml-tree.ts';
import { decodeText, encodeText, type Parts } from './zip.ts';

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
export const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
export const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const CONTENT_TYPES = '[Content_Types].xml';
/** Of a part without relations. */
const NO_RELATIONS = `${XML_HEAD}<Relationships xmlns="${PACKAGE}/relationships"></Relationships>`;

/** An Office file in memory (ECMA-376 part 2): its parts, which can be read, replaced and added. */
export interface OfficePackage {
  readonly parts: Parts;
  /** Bytes of a part that is read as XML, at most. */
  readonly xmlBytes: number;
  /** What is thrown where the file cannot be relied on. */
  readonly refuse: (reason: 'damaged' | 'large', cause?: unknown) => Error;
}

export interface Relation {
  readonly id: string;
  /** The last word of the type: slide, chart, image, worksheet, comments, ... */
  readonly type: string;
  /** Name of the part; null for something outside the file. */
  readonly target: string | null;
}

/** A file of ours: what is wrong with it is our own mistake. */
export function ownPackage(parts: Parts): OfficePackage {
  const refuse = (reason: string, cause?: unknown) => new Error(`A part of ours is ${reason}`, { cause });
  return { parts, xmlBytes: Number.POSITIVE_INFINITY, refuse };
}

/** The text of a part that is there. Refuses when it is missing or too large. */
export function partText(file: OfficePackage, name: string): string {
  const bytes = file.parts[name];
  if (bytes === undefined) throw file.refuse('damaged');
  if (bytes.length > file.xmlBytes) throw file.refuse('large');
  return decodeText(bytes).replace(/^\uFEFF/, '');
}

/** A part as a tree with its text. Refuses when it is no XML that can be relied on. */
export function partXml(file: OfficePackage, name: string) {
  const text = partText(file, name);
  try {
    return { text, root: parseXml(text) };
  } catch (error) {
    if (error instanceof XmlRefused) throw file.refuse('damaged', error);
    throw error;
  }
}

function relationsName(part: string): string {
  return posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`);
}

/** Where a part points to ('' for the file itself), in the order of the file. */
export function relationsOf(file: OfficePackage, part: string): Relation[] {
  const name = relationsName(part);
  if (file.parts[name] === undefined) return [];
  const { text, root } = partXml(file, name);
  return findAll(root, `${prefixOf(root)}Relationship`).map((element) => {
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

/** The part that the first relation of that type leads to. */
export function relatedPart(file: OfficePackage, part: string, type: string): string | undefined {
  return relationsOf(file, part).find((one) => one.type === type)?.target ?? undefined;
}

/** The relation that an element names by its id, whatever the prefix of that attribute is. */
export function relationIdOf(text: string, { start, openEnd }: Tag): string | undefined {
  return /\s[\w.-]+:id\s*=\s*["']([^"']*)/.exec(text.slice(start, openEnd))?.[1];
}

/** Takes all relations from a part. */
export function clearRelations(file: OfficePackage, part: string): void {
  file.parts[relationsName(part)] = encodeText(NO_RELATIONS);
}

/** Adds a relation to a part, under a free id or the one wanted; gives the id. */
export function addRelation(
  file: OfficePackage,
  part: string,
  type: string,
  target: string,
  wanted?: string,
): string {
  const id = wanted ?? freeId(relationsOf(file, part));
  const name = relationsName(part);
  file.parts[name] ??= encodeText(NO_RELATIONS);
  const path = escapeXml(posix.relative(posix.dirname(part), target));
  append(file, name, (p) => `<${p}Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${path}"/>`);
  return id;
}

/** Puts an element at the end of a part's root, in the root's own prefix. */
function append(file: OfficePackage, name: string, element: (prefix: string) => string): void {
  const { text, root } = partXml(file, name);
  const edit = appendEdit(text, root, element(prefixOf(root)));
  file.parts[name] = encodeText(applyEdits(text, [edit]));
}

function freeId(relations: readonly Relation[]): string {
  const taken = new Set(relations.map(({ id }) => id));
  let number = 1;
  while (taken.has(`kh02r${number}`)) number += 1;
  return `kh02r${number}`;
}

/** Adds a part under a name like the one wanted that is free; gives the name. */
export function addPart(
  file: OfficePackage,
  wanted: string,
  bytes: Uint8Array,
  contentType?: string,
): string {
  const { dir, name, ext } = posix.parse(wanted);
  let number = 1;
  const taken = new Set(Object.keys(file.parts).map((part) => part.toLowerCase()));
  while (taken.has(`${dir}/kh02-${name}-${number}${ext}`.toLowerCase())) number += 1;
  const free = `${dir}/kh02-${name}-${number}${ext}`;
  file.parts[free] = bytes;
  if (contentType === undefined) needDefault(file, ext.slice(1));
  else
    append(
      file,
      CONTENT_TYPES,
      (p) => `<${p}Override PartName="/${escapeXml(free)}" ContentType="${contentType}"/>`,
    );
  return free;
}

const DEFAULTS: Readonly<Record<string, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  vml: 'application/vnd.openxmlformats-officedocument.vmlDrawing',
};

function needDefault(file: OfficePackage, extension: string): void {
  const { text, root } = partXml(file, CONTENT_TYPES);
  const p = prefixOf(root);
  const isKnown = findAll(root, `${p}Default`).some(
    (one) => attributeOf(text, one, 'Extension')?.toLowerCase() === extension,
  );
  if (isKnown) return;
  const entry = `<${p}Default Extension="${extension}" ContentType="${DEFAULTS[extension] ?? 'application/octet-stream'}"/>`;
  const edit = { start: root.openEnd, end: root.openEnd, text: entry };
  file.parts[CONTENT_TYPES] = encodeText(applyEdits(text, [edit]));
}

/** Takes out those of the parts that nobody points to any more, and what only they pointed to. */
export function dropUnused(file: OfficePackage, candidates: readonly string[]): void {
  const used = usedParts(file);
  const gone = candidates.filter((part) => file.parts[part] !== undefined && !used.has(part));
  if (gone.length === 0) return;
  const below = gone.flatMap((part) => relationsOf(file, part).flatMap(({ target }) => target ?? []));
  for (const part of gone) {
    delete file.parts[part];
    delete file.parts[relationsName(part)];
    const override = new RegExp(`<Override[^>]*PartName="/${part.replace(/[^\w/]/g, '\\$&')}"[^>]*/>`);
    file.parts[CONTENT_TYPES] = encodeText(partText(file, CONTENT_TYPES).replace(override, ''));
  }
  dropUnused(file, below);
}

function usedParts(file: OfficePackage): Set<string> {
  const used = new Set<string>();
  for (const name of Object.keys(file.parts)) {
    const source = /^(?:(.*)\/)?_rels\/([^/]*)\.rels$/.exec(name);
    if (source === null) continue;
    const owner = source[1] === undefined ? (source[2] ?? '') : `${source[1]}/${source[2]}`;
    for (const { target } of relationsOf(file, owner)) if (target !== null) used.add(target);
  }
  return used;
}

/** Takes a relation out of a part. */
export function removeRelation(file: OfficePackage, part: string, id: string): void {
  const name = relationsName(part);
  if (file.parts[name] === undefined) return;
  const { text, root } = partXml(file, name);
  const edits = root.children
    .filter((one) => attributeOf(text, one, 'Id') === id)
    .map(({ start, end }) => ({ start, end, text: '' }));
  file.parts[name] = encodeText(applyEdits(text, edits));
}
