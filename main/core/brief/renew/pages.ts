import { IDENTITY_VERSION, readPageName, versionOf } from '#main/core/brief/pptx/identity.ts';
import { relationsOf } from '#main/core/files/office-package.ts';
import type { BriefingKind } from '#shared/contract/choices.ts';
import { type DeckPackage, slidesOf } from './package.ts';
import { mergeParagraphs } from './paragraphs.ts';
import { refuseDeck } from './refused.ts';
import { nameForPeople, untouched } from './renew-shape.ts';
import { paragraphsIn, placeholderOf, readSlide, type Shape, type Slide } from './slide.ts';

/** Which page of which briefing a slide shows. */
export interface PageOrigin {
  readonly kind: BriefingKind;
  readonly unit: string;
  readonly language: 'vi' | 'en';
  readonly page: string;
}

/** ours: can be renewed. figure: taken from a screen as it stood. own: a slide of the person's. */
export type PageState = 'ours' | 'figure' | 'own';

export interface DeckPage {
  readonly slide: Slide;
  readonly state: PageState;
  readonly origin: PageOrigin | null;
  /** Title as it stands. */
  readonly title: string;
}

/** The slides of a deck and what they are. DECK_REFUSED: made by a newer program, or not ours at all. */
export function pagesOf(deck: DeckPackage): DeckPage[] {
  const slides = slidesOf(deck).map((part) => readSlide(deck, part));
  const versions = slides.flatMap(({ shapes }) => shapes.flatMap(({ name }) => versionOf(name) ?? []));
  if (versions.some((version) => version > IDENTITY_VERSION)) throw refuseDeck(deck.file, 'newer');
  const origins = slides.flatMap((slide) => originOf(slide) ?? []);
  const pages = slides.map((slide) => pageOf(slide, origins));
  if (pages.every(({ state }) => state === 'own')) throw refuseDeck(deck.file, 'foreign');
  return pages;
}

function originOf(slide: Slide): PageOrigin | null {
  const found = readPageName(slide.frame?.name ?? '');
  if (found === null || found.kind === 'figure') return null;
  const { kind, unit, language, page } = found;
  return { kind, unit, language, page };
}

/** A slide whose line of the source was taken out belongs to the briefing that its neighbours belong to. */
function pageOf(slide: Slide, origins: readonly PageOrigin[]): DeckPage {
  const title = paragraphsIn(slide, slide.title)
    .map(({ text }) => text.trim())
    .join(' ');
  const own = readPageName(slide.frame?.name ?? '');
  if (own?.kind === 'figure') return { slide, title, state: 'figure', origin: null };
  const found = originOf(slide);
  if (found !== null) return { slide, title, state: 'ours', origin: found };
  const page = slide.shapes.find(({ identity }) => identity !== null)?.identity?.page;
  const [neighbour] = origins;
  if (page === undefined || neighbour === undefined) return { slide, title, state: 'own', origin: null };
  return { slide, title, state: 'ours', origin: { ...neighbour, page } };
}

/** What a person changed on a page of ours, by its first words: it will be kept. */
export function changedWords(deck: DeckPackage, { slide, state }: DeckPage): string[] {
  if (state !== 'ours') return [];
  const written = readPageName(slide.frame?.name ?? '');
  const own: string[] = [];
  const compare = (shape: Shape | undefined, hashes: readonly string[]): void => {
    own.push(...mergeParagraphs(paragraphsIn(slide, shape), hashes, []).kept);
  };
  if (written !== null) compare(slide.title, written.title === null ? [] : [written.title]);
  for (const shape of slide.shapes) {
    if (shape.identity === null) continue;
    if (shape.content === 'text') compare(shape, shape.identity.written);
    else if (!untouched({ deck, slide }, shape)) own.push(nameForPeople({ slide }, shape));
  }
  if (written !== null) {
    compare(slide.frame, [written.source]);
    own.push(...ownNotes(deck, slide, [...(written.notes ?? []), written.source]));
  }
  return own;
}

function ownNotes(deck: DeckPackage, slide: Slide, written: readonly string[]): string[] {
  const part = relationsOf(deck, slide.part).find(({ type }) => type === 'notesSlide')?.target ?? null;
  if (part === null || deck.parts[part] === undefined) return [];
  const notes = readSlide(deck, part);
  const shape = notes.shapes.find(({ element }) => placeholderOf(notes.xml, element) === 'body');
  return [...mergeParagraphs(paragraphsIn(notes, shape), written, []).kept];
}
