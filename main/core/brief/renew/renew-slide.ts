import { readPageName } from '#main/core/brief/pptx/identity.ts';
import { partXml, relationsOf, removeRelation } from '#main/core/files/office-package.ts';
import {
  applyEdits,
  attributeEdit,
  attributeOf,
  childOf,
  type Edit,
  findAll,
  findFirst,
} from '#main/core/files/xml-tree.ts';
import { encodeText } from '#main/core/files/zip.ts';
import type { DeckPackage } from './package.ts';
import { mergeParagraphs, type Paragraph, paragraphsEdit } from './paragraphs.ts';
import { type Renewal, renewShape, untouched } from './renew-shape.ts';
import { paragraphsIn, placeholderOf, readSlide, type Shape, type Slide } from './slide.ts';
import { type FreshSlide, type Leftovers, takeOver } from './take-over.ts';

export interface SlideChange {
  /** Parts of the page whose words or figures were renewed. */
  readonly renewed: number;
  /** A person's own words that stand where ours stood. */
  readonly kept: readonly string[];
}

/** Renews everything of ours on a slide; the deck's parts change, the slide's own shapes do not. */
export function renewSlide(
  deck: DeckPackage,
  slide: Slide,
  fresh: FreshSlide,
  left: { readonly parts: Set<string> },
): SlideChange {
  const leftovers: Leftovers = { relations: new Set(), parts: left.parts };
  const renewal: Renewal = {
    deck,
    slide,
    fresh,
    left: leftovers,
    edits: [],
    kept: [],
    renewed: 0,
    nextId: nextId(slide),
  };
  const ours = slide.shapes.filter(({ identity }) => identity !== null);
  const freshOnes = fresh.slide.shapes.filter(({ identity }) => identity !== null);
  const added = isLaidOutAlike(slide, fresh.slide)
    ? renewInPlace(renewal, ours, freshOnes)
    : layOutAnew(renewal, ours, freshOnes);
  renewFrame(renewal, added);
  renewTitle(renewal);
  insert(renewal, added);
  const xml = applyEdits(slide.xml, renewal.edits);
  deck.parts[slide.part] = encodeText(xml);
  for (const id of leftovers.relations) if (!xml.includes(`"${id}"`)) removeRelation(deck, slide.part, id);
  renewNotes(renewal);
  return { renewed: renewal.renewed, kept: renewal.kept };
}

function nextId(slide: Slide): number {
  const ids = findAll(slide.root, 'p:cNvPr').map((one) => Number(attributeOf(slide.xml, one, 'id')));
  return Math.max(1, ...ids.filter(Number.isInteger)) + 1;
}

/** The blocks of both pages are of the same kinds in the same order. A text without a sentence is still a text. */
function isLaidOutAlike(slide: Slide, fresh: Slide): boolean {
  const shapeOf = (one: Slide): string =>
    readPageName(one.frame?.name ?? '')?.shape.replaceAll('_', 'p') ?? '';
  return slide.frame === undefined || shapeOf(slide) === shapeOf(fresh);
}

/** Each shape where it stands. Gives the fresh shapes that have no place yet. */
function renewInPlace(renewal: Renewal, ours: readonly Shape[], freshOnes: readonly Shape[]): Shape[] {
  const found = new Map(freshOnes.map((shape) => [shape.identity?.key, shape]));
  for (const shape of ours) renewShape(renewal, shape, found.get(shape.identity?.key));
  const known = new Set(ours.map((shape) => shape.identity?.key));
  const old = readPageName(renewal.slide.frame?.name ?? '');
  return freshOnes.filter((shape) => {
    const key = shape.identity?.key ?? '';
    if (known.has(key)) return false;
    // What the person took out stays out; new is what the older figures gave no reason for.
    const [place = '', part] = key.split('.');
    return (
      key === 'mark' ||
      key === 'state' ||
      old?.shape[Number(place)] === '_' ||
      (part === 'rest' && known.has(`${place}.body`))
    );
  });
}

/** A page that is now laid out otherwise: ours go, a person's own stay, the fresh ones come. */
function layOutAnew(renewal: Renewal, ours: readonly Shape[], freshOnes: readonly Shape[]): Shape[] {
  const kept = new Set<string>();
  for (const shape of ours) {
    if (untouched(renewal, shape)) renewShape(renewal, shape, undefined);
    else {
      kept.add(shape.identity?.key ?? '');
      renewal.kept.push(...paragraphsIn(renewal.slide, shape).map(({ text }) => text));
    }
  }
  return freshOnes.filter((shape) => !kept.has(shape.identity?.key ?? ''));
}

/** The line of the source: renewed, or added below a person's own words, because the page must say its time. */
function renewFrame(renewal: Renewal, added: Shape[]): void {
  const { slide, fresh } = renewal;
  const { frame } = slide;
  const freshFrame = fresh.slide.frame;
  if (freshFrame === undefined) return;
  if (frame?.body === undefined) {
    added.push(freshFrame);
    return;
  }
  const source = paragraphsIn(fresh.slide, freshFrame);
  const written = readPageName(frame.name)?.source ?? '';
  const merged = mergeParagraphs(paragraphsIn(slide, frame), [written], source);
  const paragraphs = merged.isRenewed
    ? merged.paragraphs
    : [...merged.paragraphs, ...source.map(({ xml }) => xml)];
  renewal.kept.push(...merged.kept);
  renewal.edits.push(paragraphsEdit(frame.body, paragraphs));
  renewal.edits.push(...attributeEdit(slide.xml, frame.properties, 'name', freshFrame.name));
  renewal.renewed += 1;
}

function renewTitle(renewal: Renewal): void {
  const { slide, fresh } = renewal;
  const written = readPageName(slide.frame?.name ?? '')?.title ?? null;
  const [now] = paragraphsIn(slide, slide.title);
  const [next] = paragraphsIn(fresh.slide, fresh.slide.title);
  if (slide.title?.body === undefined || now === undefined || next === undefined) return;
  const all = paragraphsIn(slide, slide.title);
  if (all.length === 1 && now.hash === written) {
    renewal.edits.push(paragraphsEdit(slide.title.body, [next.xml]));
    renewal.renewed += 1;
  } else if (now.hash !== next.hash) renewal.kept.push(all.map(({ text }) => text).join(' '));
}

function insert(renewal: Renewal, added: readonly Shape[]): void {
  const { slide, fresh, deck, edits } = renewal;
  const tree = findFirst(slide.root, 'p:spTree');
  if (tree === undefined || added.length === 0) return;
  const at = childOf(tree, 'p:extLst')?.start ?? tree.closeStart;
  const texts = added.map((shape, index) => takeOver(deck, slide, fresh, shape, renewal.nextId + index));
  edits.push({ start: at, end: at, text: texts.join('') });
  renewal.renewed += added.length;
}

interface Notes {
  readonly part: string;
  readonly xml: string;
  readonly shape: Shape;
}

function notesOf(deck: DeckPackage, slidePart: string): Notes | null {
  const part = relationsOf(deck, slidePart).find(({ type }) => type === 'notesSlide')?.target ?? null;
  if (part === null || deck.parts[part] === undefined) return null;
  const notes = readSlide(deck, part);
  const shape = notes.shapes.find(({ element }) => placeholderOf(notes.xml, element) === 'body');
  return shape === undefined ? null : { part, xml: notes.xml, shape };
}

function renewNotes(renewal: Renewal): void {
  const { deck, slide, fresh } = renewal;
  const written = readPageName(slide.frame?.name ?? '');
  const now = notesOf(deck, slide.part);
  const next = notesOf(fresh.deck, fresh.slide.part);
  if (written === null || now?.shape.body === undefined || next === null) return;
  const current = paragraphsIn(now, now.shape);
  const all = paragraphsIn(next, next.shape);
  // A person's own notes end with our line of the source, as every page's do.
  const wanted: Paragraph[] = written.notes === null ? all.slice(-1) : all;
  const merged = mergeParagraphs(current, [...(written.notes ?? []), written.source], wanted);
  renewal.kept.push(...merged.kept);
  if (!merged.isRenewed) return;
  const edits: Edit[] = [paragraphsEdit(now.shape.body, merged.paragraphs)];
  deck.parts[now.part] = encodeText(applyEdits(partXml(deck, now.part).text, edits));
  renewal.renewed += 1;
}
