import { type Block, type Briefing, blocksOf, type Page } from '#main/core/brief/description.ts';
import { sha256 } from '#main/core/files/hash.ts';
import { isChartEmpty } from '#shared/charts/reading.ts';
import type { ChartSpec } from '#shared/charts/spec.ts';
import type { BriefingKind } from '#shared/contract/choices.ts';
import { nativeTable } from './native-table.ts';

/**
 * What we wrote into a deck says so in the names of its shapes: a name is the one place that PowerPoint and
 * LibreOffice both keep when they save a deck (docs/decisions/0014). Raise it when older programs could misread it.
 */
export const IDENTITY_VERSION = 1;

/** 24 bits: two of the few texts of one shape are alike in one of some millions of decks. */
const HASH_DIGITS = 6;
/** Stands for words that are a person's own from the start. */
const OWN = '-';

/** Who a slide is; its shape is the line of the source. */
export interface PageIdentity {
  readonly kind: BriefingKind;
  readonly unit: string;
  readonly language: 'vi' | 'en';
  readonly page: string;
  readonly cut: string;
  readonly compare: string | null;
  /** One letter for each block, so that a page that is laid out otherwise is seen. */
  readonly shape: string;
  /** Hash of the title we wrote; null: a person's own. */
  readonly title: string | null;
  /** Hashes of the notes we wrote, without the source; null: a person's own. */
  readonly notes: readonly string[] | null;
  /** Hash of the line of the source. */
  readonly source: string;
}

/** Which part of which block a shape is, and the hashes of the paragraphs (or figures) we wrote into it. */
export interface ShapeIdentity {
  readonly page: string;
  readonly key: string;
  readonly written: readonly string[];
}

/** Gives a part of a block its name. */
export type Namer = (part: string, written: readonly string[]) => string;

/** The same for a text however a program breaks it into runs or spaces it. */
export function textHash(text: string): string {
  const plain = text.normalize('NFC').replace(/\s+/g, ' ').trim();
  return sha256(plain).slice(0, HASH_DIGITS);
}

/** The figures of a chart as one text; other programs may write the same number with fewer digits. */
export function chartText(
  categories: readonly string[],
  series: readonly { readonly name: string; readonly values: readonly (number | null)[] }[],
): string {
  const lines = series.map(({ name, values }) => {
    const told = categories.map((_, at) => values[at]?.toPrecision(6) ?? '');
    return [name, ...told].join(';');
  });
  return [categories.join(';'), ...lines].join('|');
}

/** All cells of a table as one text. */
export function tableText(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.map((text) => text.replace(/\s+/g, ' ').trim()).join(';')).join('|');
}

/** The name of the shape that says which page this is. */
export function pageName(page: Page, briefing: Briefing): string {
  const source = briefing.words.provenanceLine(page.provenance);
  const notes = page.notes.filter((line) => line !== source).map(textHash);
  const kind = page.isFigure === true ? 'figure' : briefing.kind;
  return [
    `kh02/${IDENTITY_VERSION}`,
    'page',
    kind,
    briefing.unit,
    briefing.language,
    word(page.id),
    page.provenance.cut,
    briefing.compareCut ?? OWN,
    shapeOf(page),
    page.hasOwnTitle === true ? OWN : textHash(page.title),
    page.hasOwnNotes === true ? OWN : notes.join(',') || '0',
    textHash(source),
  ].join(' ');
}

/** The names of the shapes of one block; `place` is its number on the page. */
export function namerOf(page: Page, place: number): Namer {
  return (part, written) =>
    `kh02/${IDENTITY_VERSION} ${word(page.id)} ${place}.${part} ${written.map(textHash).join(',') || OWN}`;
}

/** The name of a shape of the page's frame. */
export function frameName(page: Page, part: string, text: string): string {
  return `kh02/${IDENTITY_VERSION} ${word(page.id)} ${part} ${textHash(text)}`;
}

/** Names are words between spaces; the id of an added figure may be any text. */
function word(text: string): string {
  return text.replace(/\s+/g, '_');
}

const LETTERS = { headline: 'h', figures: 'f', chart: 'c', map: 'm', table: 't', text: 'p' } as const;

function shapeOf(page: Page): string {
  return blocksOf(page).map(letterOf).join('') || OWN;
}

function letterOf(block: Block): string {
  const isNothing = block.type === 'text' && block.paragraphs.length === 0;
  return isNothing ? '_' : LETTERS[block.type];
}

/** What the body of a chart says: its figures, or nothing when there are none. */
export function chartWritten(chart: ChartSpec): string[] {
  if (isChartEmpty(chart)) return [];
  const { labels, series } = nativeTable(chart);
  return [chartText(labels, series)];
}

const HEAD = /^kh02\/(\d{1,4}) /;

/** The version of a name of ours, or null for any other name. */
export function versionOf(name: string): number | null {
  const found = HEAD.exec(name);
  return found === null ? null : Number(found[1]);
}

const KINDS: readonly (BriefingKind | 'figure')[] = [
  'national',
  'province',
  'gap',
  'tasks',
  'handover',
  'figure',
];

/** A page's identity from its shape's name; a page that holds a figure added from a screen has kind 'figure'. */
export function readPageName(
  name: string,
): (Omit<PageIdentity, 'kind'> & { readonly kind: BriefingKind | 'figure' }) | null {
  const [head, word, kind, unit, language, page, cut, compare, shape, title, notes, source] = name.split(' ');
  if (head !== `kh02/${IDENTITY_VERSION}` || word !== 'page' || source === undefined) return null;
  const known = KINDS.find((one) => one === kind);
  if (known === undefined || !/^(VN|\d{2})$/.test(unit ?? '')) return null;
  return {
    kind: known,
    unit: unit ?? '',
    language: language === 'en' ? 'en' : 'vi',
    page: page ?? '',
    cut: cut ?? '',
    compare: compare === OWN ? null : (compare ?? null),
    shape: shape ?? '',
    title: title === OWN ? null : (title ?? null),
    notes: notes === OWN ? null : notes === '0' ? [] : (notes ?? '').split(','),
    source,
  };
}

/** A shape's identity from its name, or null for a shape that is not ours. */
export function readShapeName(name: string): ShapeIdentity | null {
  const [head, page, key, written] = name.split(' ');
  if (head !== `kh02/${IDENTITY_VERSION}` || page === 'page' || written === undefined) return null;
  return { page: page ?? '', key: key ?? '', written: written === OWN ? [] : written.split(',') };
}
