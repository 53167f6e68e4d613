import { SaxesParser } from 'saxes';
import { escapeXml } from '#main/core/brief/xml-text.ts';

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
  for (const found of text.matchAll(TAGS)) {
    const [tag, slash, name, , empty] = found;
    if (name === undefined) continue;
    const end = found.index + tag.length;
    if (slash === '/') {
      const open = stack.pop();
      if (open?.name !== name) throw new XmlRefused(`</${name}>`);
      open.closeStart = found.index;
      open.end = end;
      continue;
    }
    const element = { name, start: found.index, openEnd: end, closeStart: end, end, children: [] };
    stack.at(-1)?.children.push(element);
    root ??= element;
    if (empty !== '/') stack.push(element);
    if (stack.length > DEPTH_AT_MOST) throw new XmlRefused('depth');
  }
  if (root === undefined || stack.length > 0) throw new XmlRefused('end');
  return root;
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
export function attributeOf(text: string, element: XmlElement, name: string): string | undefined {
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

/** The edit that gives an attribute of the element another value; it must have the attribute. */
export function attributeEdit(text: string, element: XmlElement, name: string, value: string): Edit[] {
  const tag = text.slice(element.start, element.openEnd);
  const found = new RegExp(`(\\s${name}\\s*=\\s*)(?:"[^"]*"|'[^']*')`).exec(tag);
  if (found === null) return [];
  const start = element.start + found.index + (found[1]?.length ?? 0);
  const end = element.start + found.index + found[0].length;
  return [{ start, end, text: `"${escapeXml(value)}"` }];
}
