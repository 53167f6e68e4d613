import { unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** What an Office file says: the texts of its paragraphs and of elements without others, and all attributes. */
export interface OfficeText {
  readonly texts: readonly string[];
  readonly attributes: readonly string[];
}

/** Reads every part that is XML with an independent parser, workbooks inside too; throws where it could not go on. */
export function readOffice(file: Uint8Array): ReadonlyMap<string, OfficeText> {
  const read = new Map<string, OfficeText>();
  for (const [name, bytes] of Object.entries(unzipSync(file))) {
    if (/\.(xml|rels|vml)$/.test(name)) read.set(name, readXml(name, Buffer.from(bytes).toString('utf8')));
    if (name.endsWith('.xlsx'))
      for (const [part, text] of readOffice(bytes)) read.set(`${name}/${part}`, text);
  }
  return read;
}

/** One part; an error names it. */
export function readXml(name: string, xml: string): OfficeText {
  const texts: string[] = [];
  const attributes: string[] = [];
  const open: { text: string; isLeaf: boolean }[] = [];
  const parser = new SaxesParser({ xmlns: true, fileName: name });
  parser.on('opentag', (tag) => {
    const above = open.at(-1);
    if (above !== undefined) above.isLeaf = false;
    attributes.push(...Object.values(tag.attributes).map(({ value }) => value));
    open.push({ text: tag.name === 'a:br' ? '\n' : '', isLeaf: tag.name !== 'a:br' });
  });
  parser.on('text', (text) => {
    const top = open.at(-1);
    if (top !== undefined) top.text += text;
  });
  parser.on('closetag', ({ name: tag }) => {
    const closed = open.pop();
    const above = open.at(-1);
    if (closed === undefined) return;
    if (above !== undefined && /^a:(r|t|br)$/.test(tag)) above.text += closed.text;
    if (closed.isLeaf || tag === 'a:p') texts.push(closed.text);
  });
  parser.write(xml).close();
  return { texts, attributes };
}
