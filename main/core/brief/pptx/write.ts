import type { Briefing, Page } from '#main/core/brief/description.ts';
import { fitText, SOFT_BREAK } from '#main/core/brief/fit.ts';
import { layoutPage, PAGE_SIZES, type PageLayout, type Rect } from '#main/core/brief/layout.ts';
import { kindMark, stateMark } from '#main/core/brief/marks.ts';
import { PAGE_COLOURS } from '#main/core/brief/palette.ts';
import { FONT_FAMILY } from '#main/core/brief/pictures/font-metrics.ts';
import { TEXT_LIMITS } from '#main/core/brief/style.ts';
import type { Tools } from '#main/core/brief/tools.ts';
import { escapeXml } from '#main/core/files/xml-text.ts';
import { pause } from '#main/core/work/progress.ts';
import { cleanText, cleanTexts, oneLine } from '#shared/text/clean-text.ts';
import { type Around, addBlock } from './blocks.ts';
import { type Deck, Presentation, type Slide } from './generator.ts';
import { frameName, namerOf, pageName } from './identity.ts';
import { type NativeChart, repairDeck } from './repair.ts';
import { hex, inches } from './units.ts';

const MASTER = 'KH02';
const LANGUAGE_TAGS = { vi: 'vi-VN', en: 'en-GB' } as const;

export interface WriteOptions {
  readonly tools: Tools;
  readonly signal?: AbortSignal | undefined;
  /** Called before each page with its number from 1. */
  readonly onPage?: ((page: number, pages: number, title: string) => void) | undefined;
}

/**
 * The briefing as a PowerPoint file: native charts with their workbooks, native tables, maps as pictures, speaker
 * notes. The same briefing gives the same bytes. UserError CANCELLED when the signal says so.
 */
export async function writePptx(given: Briefing, options: WriteOptions): Promise<Uint8Array> {
  const briefing = cleanTexts(given, (text) => cleanText(text).replaceAll('\n', SOFT_BREAK));
  const deck = new Presentation();
  const charts: NativeChart[] = [];
  prepareDeck(deck, briefing);
  for (const [index, page] of briefing.pages.entries()) {
    await pause(options.signal);
    options.onPage?.(index + 1, briefing.pages.length, page.title);
    await addPage(deck, page, { briefing, tools: options.tools, charts });
  }
  const raw = await deck.write({ outputType: 'uint8array', compression: false });
  if (!(raw instanceof Uint8Array)) throw new Error('The generator gave no bytes');
  return repairDeck(raw, {
    language: LANGUAGE_TAGS[briefing.language],
    asOf: briefing.asOf,
    charts,
  });
}

function prepareDeck(deck: Deck, briefing: Briefing): void {
  const { width, height } = PAGE_SIZES.wide;
  deck.defineLayout({ name: 'WIDE', width: width / 72, height: height / 72 });
  deck.layout = 'WIDE';
  deck.title = oneLine(briefing.title);
  deck.subject = oneLine(briefing.subtitle);
  deck.author = oneLine(briefing.organisation);
  // The one text that the generator writes as it is.
  deck.company = escapeXml(deck.author);
  deck.theme = { headFontFace: FONT_FAMILY, bodyFontFace: FONT_FAMILY };
  defineMaster(deck, briefing);
}

function defineMaster(deck: Deck, briefing: Briefing): void {
  const { brand } = briefing;
  const { title, number, logo } = layoutPage({ ...emptyPage(briefing) }, PAGE_SIZES.wide, brand.logo);
  const top = { x: 0, y: 0, width: PAGE_SIZES.wide.width, height: 8 };
  const left = logo?.x ?? title.x;
  const line = { x: left, y: number.y - 4, width: PAGE_SIZES.wide.width - 2 * left, height: 0 };
  deck.defineSlideMaster({
    title: MASTER,
    background: { color: hex(PAGE_COLOURS.paper) },
    objects: [
      { rect: { ...inches(top), fill: { color: hex(brand.band) } } },
      { line: { ...inches(line), line: { color: hex(PAGE_COLOURS.grid), width: 0.75 } } },
      ...(logo === null || brand.logo === null
        ? []
        : [{ image: { ...inches(logo), data: `data:image/png;base64,${brand.logo.png}` } }]),
      {
        placeholder: {
          options: {
            name: 'title',
            type: 'title',
            ...inches(title),
            fontFace: FONT_FAMILY,
            fontSize: TEXT_LIMITS.title.largest,
            bold: true,
            color: hex(brand.accent),
            align: 'left',
            valign: 'middle',
            margin: 0,
          },
          text: '',
        },
      },
    ],
    slideNumber: {
      ...inches(number),
      fontFace: FONT_FAMILY,
      fontSize: 9,
      color: hex(PAGE_COLOURS.faint),
      align: 'right',
    },
  });
}

function emptyPage(briefing: Briefing): Page {
  const provenance = briefing.pages[0]?.provenance;
  if (provenance === undefined) throw new Error('A briefing without pages cannot be written');
  return { id: '', title: '', rows: [], notes: [], provenance };
}

async function addPage(deck: Deck, page: Page, around: Omit<Around, 'nameOf'>): Promise<void> {
  const { briefing, tools } = around;
  const layout = layoutPage(page, PAGE_SIZES.wide, briefing.brand.logo);
  const slide = deck.addSlide({ masterName: MASTER });
  addTitle(slide, page.title, layout.title, tools);
  addMarks(slide, page, layout, around);
  for (const [place, { block, rect }] of layout.blocks.entries())
    await addBlock(slide, block, rect, { ...around, nameOf: namerOf(page, place) });
  slide.addText(briefing.words.provenanceLine(page.provenance), {
    ...inches(layout.footer),
    fontFace: FONT_FAMILY,
    fontSize: 9,
    color: hex(PAGE_COLOURS.faint),
    valign: 'middle',
    margin: 0,
    objectName: pageName(page, briefing),
  });
  slide.addNotes(page.notes.join('\n'));
}

/** In the size of the master, unless it would not fit: the generator lets only a run differ from its placeholder. */
function addTitle(slide: Slide, title: string, place: Rect, { fonts }: Tools): void {
  const fontSize = fitText([title], place, fonts.widthOf, TEXT_LIMITS.title);
  slide.addText([{ text: title, options: { fontSize } }], { placeholder: 'title' });
}

const MARK_STYLE = {
  fontFace: FONT_FAMILY,
  bold: true,
  color: hex(PAGE_COLOURS.mark),
  valign: 'middle',
  margin: 0,
} as const;

function addMarks(
  slide: Slide,
  page: Page,
  layout: PageLayout,
  { briefing, tools }: Pick<Around, 'briefing' | 'tools'>,
): void {
  const kind = kindMark(page, briefing);
  if (kind !== '')
    slide.addText(kind, {
      ...MARK_STYLE,
      ...inches(layout.mark),
      fontSize: 11,
      align: 'center',
      line: { color: hex(PAGE_COLOURS.mark), width: 1 },
      objectName: frameName(page, 'mark', kind),
    });
  const state = stateMark(page, briefing);
  if (state !== '')
    slide.addText(state, {
      ...MARK_STYLE,
      ...inches(layout.state),
      fontSize: fitText([state], layout.state, tools.fonts.widthOf, TEXT_LIMITS.state),
      align: 'right',
      objectName: frameName(page, 'state', state),
    });
}
