import { dirname, posix } from 'node:path';
import { attributeOf, findAll, parseXml, type XmlElement } from '#main/core/files/xml-tree.ts';
import { decodeText, type Parts } from '#main/core/files/zip.ts';
import { modelOf } from './office-models.ts';

/** Everything in a deck or workbook that Office would call damaged, as sentences; none for a whole one. */
export function officeFaults(parts: Parts): string[] {
  const names = Object.keys(parts);
  const read = (name: string): string => decodeText(parts[name] ?? new Uint8Array());
  return [
    ...names.filter((name) => /\.(xml|rels)$/.test(name)).flatMap((name) => partFaults(name, read(name))),
    ...names.filter((name) => name.endsWith('.rels')).flatMap((name) => linkFaults(name, read(name), parts)),
    ...typeFaults(names, read('[Content_Types].xml')),
  ];
}

function partFaults(name: string, xml: string): string[] {
  const root = parseXml(xml);
  return [...orderFaults(name, root, ''), ...idFaults(name, xml, root)];
}

function orderFaults(part: string, element: XmlElement, parent: string): string[] {
  const children = element.children.map((child) => `<${child.name}>`).join('');
  const isRight = modelOf(element.name, parent)?.test(children) ?? true;
  return [
    ...(isRight ? [] : [`${part}: ${element.name} holds ${children}`]),
    ...element.children.flatMap((child) => orderFaults(part, child, element.name)),
  ];
}

/** Ids of shapes are unique in their part (ECMA-376 part 1, 19.3.1.12). */
function idFaults(part: string, xml: string, root: XmlElement): string[] {
  const ids = findAll(root, 'p:cNvPr').map((shape) => attributeOf(xml, shape, 'id'));
  return ids.length === new Set(ids).size ? [] : [`${part}: two shapes have one id`];
}

/** Relations lead to parts that exist, and what a part refers to is among its relations. */
function linkFaults(name: string, xml: string, parts: Parts): string[] {
  const owner = name.replace('_rels/', '').replace(/\.rels$/, '');
  const folder = dirname(owner) === '.' ? '' : dirname(owner);
  const links = findAll(parseXml(xml), 'Relationship').map((link) => ({
    id: attributeOf(xml, link, 'Id'),
    target: attributeOf(xml, link, 'Target') ?? '',
    isOutside: attributeOf(xml, link, 'TargetMode') === 'External',
  }));
  const lost = links.filter(
    ({ target, isOutside }) =>
      !isOutside &&
      !((target.startsWith('/') ? target.slice(1) : posix.normalize(posix.join(folder, target))) in parts),
  );
  const used = decodeText(parts[owner] ?? new Uint8Array()).matchAll(/ r:(?:id|embed|link)="([^"]+)"/g);
  const ids = new Set(links.map(({ id }) => id));
  return [
    ...lost.map(({ target }) => `${name}: ${target} does not exist`),
    ...[...used].filter(([, id]) => !ids.has(id)).map(([, id]) => `${owner}: nothing has the id ${id}`),
  ];
}

/** Every part has a content type of its own or by its ending, and no type speaks of a part that is not there. */
function typeFaults(names: readonly string[], xml: string): string[] {
  const root = parseXml(xml);
  const endings = new Set(findAll(root, 'Default').map((type) => attributeOf(xml, type, 'Extension')));
  const named = findAll(root, 'Override').map((type) => attributeOf(xml, type, 'PartName')?.slice(1) ?? '');
  const isTyped = (name: string): boolean =>
    named.includes(name) || endings.has(name.split('.').at(-1) ?? '');
  return [
    ...names.filter((name) => !isTyped(name)).map((name) => `${name} has no content type`),
    ...named.filter((name) => !names.includes(name)).map((name) => `${name} has a type but does not exist`),
    ...(named.length === new Set(named).size ? [] : ['a part has two content types']),
  ];
}
