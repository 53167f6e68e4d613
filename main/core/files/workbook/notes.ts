import {
  addPart,
  addRelation,
  type OfficePackage,
  partXml,
  relatedPart,
  relationsOf,
  XML_HEAD,
} from '#main/core/files/office-package.ts';
import { escapeXml } from '#main/core/files/xml-text.ts';
import {
  appendEdit,
  applyEdits,
  attributeOf,
  childOf,
  type Edit,
  findAll,
  prefixOf,
  sourceOf,
  textOf,
  type XmlElement,
} from '#main/core/files/xml-tree.ts';
import { encodeText } from '#main/core/files/zip.ts';
import { addLegacyDrawing } from './legacy-drawing.ts';
import { SPREADSHEET } from './looks.ts';

const COMMENTS_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml';
const AUTHOR = 'KH02 Center';
/** As of a cell's text. */
const NOTE_CHARACTERS_MAX = 32_767;

/** The texts of notes by their cells (C7). */
export type Notes = ReadonlyMap<string, string>;

/**
 * Gives cells of a sheet a note. What somebody else had noted there stands below ours; an older one of ours goes.
 * Refuses a package that cannot be relied on.
 */
export function addNotes(file: OfficePackage, sheet: string, notes: Notes): void {
  if (notes.size === 0) return;
  const comments = relatedPart(file, sheet, 'comments') ?? addComments(file, sheet);
  const { text, root } = partXml(file, comments);
  const p = prefixOf(root);
  const authors = childOf(root, `${p}authors`);
  const list = childOf(root, `${p}commentList`);
  if (authors === undefined || list === undefined) throw file.refuse('damaged');
  const names = findAll(authors, `${p}author`).map((one) => textOf(text, one));
  const author = names.includes(AUTHOR) ? names.indexOf(AUTHOR) : names.length;
  const edits: Edit[] = [];
  if (author === names.length) edits.push(appendEdit(text, authors, `<${p}author>${AUTHOR}</${p}author>`));
  const there = new Map(
    findAll(list, `${p}comment`).map((one) => [attributeOf(text, one, 'ref') ?? '', one]),
  );
  const added: string[] = [];
  for (const [cell, note] of notes) {
    const before = there.get(cell);
    const theirs = before === undefined ? '' : runsOf(text, before, author);
    const xml = `<${p}comment ref="${cell}" authorId="${author}"><${p}text>${runXml(p, note, theirs)}</${p}text></${p}comment>`;
    if (before === undefined) added.push(xml);
    else edits.push({ start: before.start, end: before.end, text: xml });
  }
  if (added.length > 0) edits.push(appendEdit(text, list, added.join('')));
  file.parts[comments] = encodeText(applyEdits(text, edits));
  endThreads(file, sheet, notes);
  addLegacyDrawing(
    file,
    sheet,
    [...notes.keys()].filter((cell) => !there.has(cell)),
  );
}

function addComments(file: OfficePackage, sheet: string): string {
  const xml = `${XML_HEAD}<comments xmlns="${SPREADSHEET}"><authors/><commentList/></comments>`;
  const part = addPart(file, 'xl/comments.xml', encodeText(xml), COMMENTS_TYPE);
  addRelation(file, sheet, 'comments', part);
  return part;
}

function runXml(p: string, note: string, theirs: string): string {
  const text = note.slice(0, NOTE_CHARACTERS_MAX) + (theirs === '' ? '' : '\n\n');
  return `<${p}r><${p}t xml:space="preserve">${escapeXml(text)}</${p}t></${p}r>${theirs}`;
}

/** What a note says apart from the first run of one that we wrote. */
function runsOf(text: string, comment: XmlElement, ours: number): string {
  const p = prefixOf(comment);
  const body = childOf(comment, `${p}text`);
  const runs = (body?.children ?? []).flatMap((one) => {
    if (one.name === `${p}t`) return `<${p}r>${sourceOf(text, one)}</${p}r>`;
    return one.name === `${p}r` ? sourceOf(text, one) : [];
  });
  return runs.slice(attributeOf(text, comment, 'authorId') === String(ours) ? 1 : 0).join('');
}

/** Excel shows a thread of comments in place of the cell's note, which repeats its words. */
function endThreads(file: OfficePackage, sheet: string, notes: Notes): void {
  for (const { type, target } of relationsOf(file, sheet)) {
    if (type !== 'threadedComment' || target === null) continue;
    const { text, root } = partXml(file, target);
    const edits = root.children
      .filter((one) => notes.has(attributeOf(text, one, 'ref') ?? ''))
      .map(({ start, end }) => ({ start, end, text: '' }));
    file.parts[target] = encodeText(applyEdits(text, edits));
  }
}
