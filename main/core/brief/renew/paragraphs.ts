import { textHash } from '#main/core/brief/pptx/identity.ts';
import { type Edit, findAll, sourceOf, textOf, type XmlElement } from '#main/core/files/xml-tree.ts';

export interface Paragraph {
  readonly text: string;
  readonly hash: string;
  /** The whole element. */
  readonly xml: string;
}

/** The paragraphs of a text body. */
export function paragraphsOf(xml: string, body: XmlElement): Paragraph[] {
  return paragraphElements(body).map((element) => {
    const text = runsOf(element)
      .map((run) => (run.name === 'a:br' ? '\n' : textOf(xml, run)))
      .join('');
    return { text, hash: textHash(text), xml: sourceOf(xml, element) };
  });
}

function paragraphElements(body: XmlElement): XmlElement[] {
  return body.children.filter((child) => child.name === 'a:p');
}

/** Texts and line breaks of a paragraph in their order. */
function runsOf(paragraph: XmlElement): XmlElement[] {
  return findAll(paragraph, 'a:t', 'a:br');
}

export interface Merged {
  readonly paragraphs: readonly string[];
  /** What a person wrote, changed or added, as text. */
  readonly kept: readonly string[];
  /** Whether anything new was taken over. */
  readonly isRenewed: boolean;
}

/**
 * The paragraphs as they stand, with those that are as we wrote them (`written`: hashes) renewed and a person's own
 * kept in their places. A paragraph the person took out stays out as long as the new text has as many paragraphs as
 * the old one; otherwise the new ones stand together where the first of the old ones stood.
 */
export function mergeParagraphs(
  current: readonly Paragraph[],
  written: readonly string[],
  fresh: readonly Paragraph[],
): Merged {
  const filled = current.filter(({ text }) => text.trim() !== '');
  const places = placesOf(filled, written);
  const kept = filled.filter((_, at) => places[at] === -1).map(({ text }) => text.trim());
  const isUntouched = kept.length === 0 && filled.length === written.length;
  if (isUntouched) return { paragraphs: fresh.map(({ xml }) => xml), kept, isRenewed: fresh.length > 0 };
  const isAligned = fresh.length === written.length;
  const first = places.findIndex((place) => place !== -1);
  const paragraphs = filled.flatMap(({ xml }, at) => {
    const place = places[at] ?? -1;
    if (place === -1) return [xml];
    if (isAligned) return fresh[place]?.xml ?? [];
    return at === first ? fresh.map((one) => one.xml) : [];
  });
  return { paragraphs, kept, isRenewed: first !== -1 };
}

/** For each paragraph its number among those we wrote, or -1; each number once. */
function placesOf(current: readonly Paragraph[], written: readonly string[]): number[] {
  const taken = new Set<number>();
  return current.map(({ hash }) => {
    const place = written.findIndex((one, at) => one === hash && !taken.has(at));
    if (place !== -1) taken.add(place);
    return place;
  });
}

/** The edit that gives a text body other paragraphs; it must have one at least. */
export function paragraphsEdit(body: XmlElement, paragraphs: readonly string[]): Edit {
  const elements = paragraphElements(body);
  const start = elements[0]?.start ?? body.closeStart;
  const end = elements.at(-1)?.end ?? body.closeStart;
  // A text body without a paragraph is none (CT_TextBody wants one).
  return { start, end, text: paragraphs.join('') || '<a:p/>' };
}
