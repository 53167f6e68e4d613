import { SaxesParser } from 'saxes';
import { escapeXml } from './xml-text.ts';

/** An element with its place in the text, so that a part can be changed without touching the rest. */
export interface XmlElement {
  readonly name: string;
  readonly start: number;
  /** Behind the `>` of the opening tag. */
  readonly openEnd: number;
  /** At the `<` of the closing tag; as openEnd in an empty element. */
  closeStart: number;
  end: number;
  readonly children: XmlElement[];
}

/** A tag with its place in the text. */
export type Tag = Pick<XmlElement, 'name' | 'start' | 'openEnd'>;

/** Deeper than any slide; a stack of a million elements is meant to hurt. */
const DEPTH_AT_MOST = 64;

/** Raised for text that is no well-formed XML, or has a DOCTYPE, which Office files never have. */
export class XmlRefused extends Error {}

// A start tag, an end tag, or something between tags that may hold what looks like one.
const TAGS =
  /<!--[\s\S]*?-->|<!\[CDATA\[[\s\S]*?\]\]>|<\?[\s\S]*?\?>|<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>/g;

/** The root element. XmlRefused when the text cannot be relied on. */
export function parseXml(text: string): XmlElement {
  checkXml(text);
  const stack: XmlElement[] = [];
  let root: XmlElement | undefined;
  for (const { name, kind, start, openEnd } of tagsOf(text)) {
    if (kind === 'close') {
      const open = stack.pop();
      if (open?.name !== name) throw new XmlRefused(`</${name}>`);
      open.closeStart = start;
      open.end = openEnd;
      continue;
    }
    const element = { name, start, openEnd, closeStart: openEnd, end: openEnd, children: [] };
    stack.at(-1)?.children.push(element);
    root ??= element;
    if (kind === 'open') stack.push(element);
    if (stack.length > DEPTH_AT_MOST) throw new XmlRefused('depth');
  }
  if (root === undefined || stack.length > 0) throw new XmlRefused('end');
  return root;
}

/** The tags of a text one after the other, for parts that are too large for a tree; whether they fit is not looked at. */
export function* tagsOf(text: string): Generator<Tag & { readonly kind: 'open' | 'close' | 'empty' }> {
  for (const { index: start, 0: tag, 1: slash, 2: name, 4: empty } of text.matchAll(TAGS)) {
    if (name === undefined) continue;
    const kind = slash === '/' ? 'close' : empty === '/' ? 'empty' : 'open';
    yield { name, kind, start, openEnd: start + tag.length };
  }
}

function checkXml(text: string): void {
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw new XmlRefused(error.message);
  });
  parser.on('doctype', () => {
    throw new XmlRefused('DOCTYPE');
  });
  parser.write(text).close();
}

/** The namespace prefix of an element with its colon, or nothing. */
export function prefixOf({ name }: Pick<XmlElement, 'name'>): string {
  return name.slice(0, name.indexOf(':') + 1);
}

/** Every element of that name below, in the order of the text; not those inside a found one. */
export function findAll(element: XmlElement, ...names: readonly string[]): XmlElement[] {
  return element.children.flatMap((child) =>
    names.includes(child.name) ? [child] : findAll(child, ...names),
  );
}

export function findFirst(element: XmlElement | undefined, name: string): XmlElement | undefined {
  if (element === undefined) return undefined;
  for (const child of element.children) {
    if (child.name === name) return child;
    const found = findFirst(child, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

export function childOf(element: XmlElement | undefined, name: string): XmlElement | undefined {
  return element?.children.find((child) => child.name === name);
}

/** The whole element as it stands in the text. */
export function sourceOf(text: string, element: XmlElement): string {
  return text.slice(element.start, element.end);
}

/** An attribute of the element, decoded. */
export function attributeOf(text: string, element: Tag, name: string): string | undefined {
  const tag = text.slice(element.start, element.openEnd);
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag);
  return found === null ? undefined : decodeEntities(found[1] ?? found[2] ?? '');
}

/** The characters inside an element without children, decoded. */
export function textOf(text: string, element: XmlElement): string {
  return decodeEntities(text.slice(element.openEnd, element.closeStart));
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi,
    (whole, hex: string, decimal: string, name: string) => {
      if (name !== undefined) return ENTITIES[name] ?? whole;
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}

/** A piece of a text that another one takes the place of. */
export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The text with all its edits, which do not overlap. */
export function applyEdits(text: string, edits: readonly Edit[]): string {
  let result = '';
  let at = 0;
  for (const edit of edits.toSorted((left, right) => left.start - right.start || left.end - right.end)) {
    result += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return result + text.slice(at);
}

/** The edit that puts more at the end of an element. */
export function appendEdit(text: string, element: XmlElement, more: string): Edit {
  const { name, openEnd, closeStart, end } = element;
  if (end > openEnd) return { start: closeStart, end: closeStart, text: more };
  const slash = text.lastIndexOf('/', openEnd);
  return { start: slash, end: openEnd, text: `>${more}</${name}>` };
}

/** The element as it stands in the text with edits inside it. */
export function editedSource(text: string, element: XmlElement, edits: readonly Edit[]): string {
  const { start } = element;
  const moved = edits.map((edit) => ({ ...edit, start: edit.start - start, end: edit.end - start }));
  return applyEdits(sourceOf(text, element), moved);
}

/** The edit that gives an attribute of the element a value, whether it has the attribute or not. */
export function setAttributeEdit(text: string, element: Tag, name: string, value: string): Edit {
  const at = element.start + 1 + element.name.length;
  const more = { start: at, end: at, text: ` ${name}="${escapeXml(value)}"` };
  return attributeEdit(text, element, name, value)[0] ?? more;
}

/** The edit that gives an attribute of the element another value; it must have the attribute. */
export function attributeEdit(text: string, element: Tag, name: string, value: string): Edit[] {
  const tag = text.slice(element.start, element.openEnd);
  const found = new RegExp(`(\\s${name}\\s*=\\s*)(?:"[^"]*"|'[^']*')`).exec(tag);
  if (found === null) return [];
  const start = element.start + found.index + (found[1]?.length ?? 0);
  const end = element.start + found.index + found[0].length;
  return [{ start, end, text: `"${escapeXml(value)}"` }];
}
