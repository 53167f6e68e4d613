import { realpathSync, statSync } from 'node:fs';
import { join, parse, resolve } from 'node:path';
import type { Briefing } from '#main/core/brief/description.ts';
import type { Progress } from '#main/core/brief/export.ts';
import { makeBriefing } from '#main/core/brief/make.ts';
import { readPageName } from '#main/core/brief/pptx/identity.ts';
import { writePptx } from '#main/core/brief/pptx/write.ts';
import type { Tools } from '#main/core/brief/tools.ts';
import { writeAtomically } from '#main/core/files/atomic-write.ts';
import { dropUnused } from '#main/core/files/office-package.ts';
import { escapeXml } from '#main/core/files/xml-text.ts';
import { decodeText, encodeText, unzipParts } from '#main/core/files/zip.ts';
import { stopWhenAsked, type Watch } from '#main/core/work/progress.ts';
import type { Client } from '#shared/contract/contract.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { type DeckPackage, deckOf, readDeck, slidesOf, writeDeck } from './package.ts';
import { changedWords, type DeckPage, type PageOrigin, pagesOf } from './pages.ts';
import { refuseDeck } from './refused.ts';
import { renewSlide } from './renew-slide.ts';
import { readSlide } from './slide.ts';
import type { FreshSlide } from './take-over.ts';

/** Where a deck lies, and what its owner calls it. */
export interface DeckFile {
  readonly path: string;
  readonly name: string;
}

/** What a renewal would find, slide by slide in the deck's own order. */
export interface DeckReport {
  readonly file: string;
  /** Which briefing most of it is; the cut and the comparison its first page was made of. */
  readonly kind: string;
  readonly unit: string;
  readonly language: 'vi' | 'en';
  readonly cut: string;
  readonly compare: string | null;
  readonly pages: readonly {
    readonly slide: number;
    readonly title: string;
    readonly state: 'ours' | 'figure' | 'own';
    /** A person's own words and figures where ours stood, which are kept. */
    readonly own: readonly string[];
  }[];
}

export interface RenewOptions extends Watch<Progress> {
  readonly deck: DeckFile;
  readonly cut?: string | undefined;
  /** A cut's code; null for no comparison; absent for the cut before. */
  readonly compare?: string | null | undefined;
  /** A file, or a folder in which the file gets a name of its own. Never the deck itself. */
  readonly out: string;
  readonly tools: Tools;
}

export interface RenewResult {
  readonly file: string;
  readonly bytes: number;
  readonly pages: readonly {
    readonly slide: number;
    readonly title: string;
    /** gone: a page that this program no longer makes; it stays as it is. */
    readonly state: 'renewed' | 'gone' | 'figure' | 'own';
    readonly own: readonly string[];
  }[];
  /** Titles of pages that the briefing has at the new cut and the deck does not: taken out, or new. */
  readonly missing: readonly string[];
}

/** What a deck is and what of it a renewal would leave alone. UserErrors: FILE_UNREADABLE, DECK_REFUSED. */
export async function inspectDeck({ path, name }: DeckFile): Promise<DeckReport> {
  const deck = await readDeck(path, name);
  const pages = pagesOf(deck);
  const first = pages.flatMap(({ slide }) => readPageName(slide.frame?.name ?? '') ?? [])[0];
  const origin = pages.find((page) => page.origin !== null)?.origin;
  if (first === undefined) throw refuseDeck(name, 'foreign');
  return {
    file: name,
    kind: origin?.kind ?? first.kind,
    unit: origin?.unit ?? first.unit,
    language: first.language,
    cut: first.cut,
    compare: first.compare,
    pages: pages.map((page, at) => ({
      slide: at + 1,
      title: page.title,
      state: page.state,
      own: changedWords(deck, page),
    })),
  };
}

/**
 * Writes a deck made earlier again with the figures of another cut: its slides in their order, a person's own slides,
 * words and places kept. The deck itself stays as it is. UserErrors: those of inspectDeck, of makeBriefing and of the
 * file system, DECK_REFUSED (same: `out` is the deck itself), CANCELLED.
 */
export async function renewDeck(client: Client, options: RenewOptions): Promise<RenewResult> {
  const deck = await readDeck(options.deck.path, options.deck.name);
  const pages = pagesOf(deck);
  const fresh = await freshSlides(client, pages, options);
  const left = { parts: new Set<string>() };
  const results: RenewResult['pages'][number][] = [];
  for (const [at, page] of pages.entries()) {
    stopWhenAsked(options.signal);
    const slide = at + 1;
    const { title, origin } = page;
    const next = origin === null ? undefined : fresh.slides.get(keyOf(origin));
    if (next === undefined) {
      results.push({ slide, title, state: page.state === 'ours' ? 'gone' : page.state, own: [] });
      continue;
    }
    const { kept } = renewSlide(deck, page.slide, next, left);
    results.push({ slide, title, state: 'renewed', own: kept });
    options.onProgress?.({ done: slide, total: pages.length, step: String(slide), title });
  }
  dropUnused(deck, [...left.parts]);
  renewSubject(deck, fresh.briefing);
  const file = targetOf(options, fresh.briefing);
  const bytes = writeDeck(deck);
  stopWhenAsked(options.signal);
  writeAtomically(file, bytes);
  return { file, bytes: bytes.length, pages: results, missing: fresh.missing };
}

function keyOf({ kind, unit, language, page }: PageOrigin): string {
  return [kind, unit, language, page].join(' ');
}

interface Fresh {
  readonly slides: ReadonlyMap<string, FreshSlide>;
  /** The briefing that most of the deck is. */
  readonly briefing: Briefing;
  readonly missing: readonly string[];
}

/** The deck's pages made anew: one briefing for each kind, unit and language that the deck has pages of. */
async function freshSlides(
  client: Client,
  pages: readonly DeckPage[],
  options: RenewOptions,
): Promise<Fresh> {
  const groups = Map.groupBy(
    pages.flatMap(({ origin }) => origin ?? []),
    ({ kind, unit, language }) => [kind, unit, language].join(' '),
  );
  const slides = new Map<string, FreshSlide>();
  const missing: string[] = [];
  let briefing: Briefing | undefined;
  for (const origins of groups.values()) {
    const [one] = origins;
    if (one === undefined) continue;
    const whole = await makeWhole(client, one, options);
    const wanted = new Set(origins.map(({ page }) => page));
    const made = { ...whole, pages: whole.pages.filter(({ id }) => wanted.has(id)) };
    missing.push(...whole.pages.flatMap(({ id, title }) => (wanted.has(id) ? [] : title)));
    briefing ??= made;
    for (const [key, slide] of await slidesOfBriefing(made, one, options)) slides.set(key, slide);
  }
  // A deck of nothing but figures from screens has nothing to renew.
  if (briefing === undefined) throw refuseDeck(options.deck.name, 'foreign');
  return { slides, briefing, missing };
}

function makeWhole(
  client: Client,
  { kind, unit, language }: PageOrigin,
  { cut, compare, signal }: RenewOptions,
): Promise<Briefing> {
  const where = unit === 'VN' ? {} : { unit };
  return makeBriefing(client, { kind, language, cut, compare, signal, ...where });
}

async function slidesOfBriefing(
  briefing: Briefing,
  origin: PageOrigin,
  { tools, signal, onProgress }: RenewOptions,
): Promise<[string, FreshSlide][]> {
  if (briefing.pages.length === 0) return [];
  const bytes = await writePptx(briefing, {
    tools,
    signal,
    onPage: (page, total, title) => onProgress?.({ done: 0, total, step: String(page), title }),
  });
  const deck = deckOf(unzipParts(bytes), briefing.title);
  return slidesOf(deck).map((part) => {
    const slide = readSlide(deck, part);
    const page = readPageName(slide.frame?.name ?? '')?.page ?? '';
    return [keyOf({ ...origin, page }), { deck, slide }];
  });
}

/** The document's properties tell the as-of time as well. */
function renewSubject(deck: DeckPackage, { subtitle }: Briefing): void {
  const name = 'docProps/core.xml';
  const bytes = deck.parts[name];
  if (bytes === undefined) return;
  const xml = decodeText(bytes);
  const subject = /<dc:subject>[^<]*<\/dc:subject>/;
  deck.parts[name] = encodeText(
    xml.replace(subject, () => `<dc:subject>${escapeXml(subtitle)}</dc:subject>`),
  );
}

/** The path to write. DECK_REFUSED when that is the deck itself: it stays what it was. */
function targetOf({ out, deck }: RenewOptions, briefing: Briefing): string {
  const path = resolve(out);
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? /[\\/]$/.test(out);
  const file = isFolder ? join(path, renewedName(deck.name, briefing)) : path;
  const isThere = statSync(file, { throwIfNoEntry: false }) !== undefined;
  if (isThere && realpathSync(file) === realpathSync(deck.path)) throw refuseDeck(deck.name, 'same');
  return file;
}

/** The deck's own name with the new as-of date in place of an older one. */
function renewedName(name: string, briefing: Pick<Briefing, 'asOf'>): string {
  const base = parse(name).name.replace(/_\d{4}-\d{2}-\d{2}(?:_[0-9a-z]{8})?$/, '');
  return `${base || 'kh02'}_${vietnamDay(briefing.asOf)}.pptx`;
}
