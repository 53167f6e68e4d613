import type { Briefing, Page } from '#main/core/brief/description.ts';
import { fitText, type Measure } from '#main/core/brief/fit.ts';
import {
  layoutPage,
  PAGE_SIZES,
  type PageFormat,
  type PageLayout,
  type PageSize,
  type Rect,
} from '#main/core/brief/layout.ts';
import { kindMark, stateMark } from '#main/core/brief/marks.ts';
import { PAGE_COLOURS } from '#main/core/brief/palette.ts';
import type { WriteOptions } from '#main/core/brief/pptx/write.ts';
import { TEXT_LIMITS } from '#main/core/brief/style.ts';
import { pause } from '#main/core/work/progress.ts';
import { cleanTexts, oneLine } from '#shared/text/clean-text.ts';
import { drawBlock } from './blocks.ts';
import { addPage, artifact, bytesOf, type Document, drawText, openDocument } from './paper.ts';

export interface PdfOptions extends WriteOptions {
  readonly format: PageFormat;
}

/**
 * The briefing as a PDF: real text in embedded fonts, headings and tables in the tag tree, a bookmark for each
 * page, charts and maps as vectors. The same briefing gives the same bytes. UserError CANCELLED when asked to stop.
 */
export async function writePdf(given: Briefing, options: PdfOptions): Promise<Uint8Array> {
  const briefing = cleanTexts(given);
  const document = openDocument(briefing, options.tools.fonts);
  const bytes = bytesOf(document);
  const size = PAGE_SIZES[options.format];
  for (const [index, page] of briefing.pages.entries()) {
    await pause(options.signal);
    options.onPage?.(index + 1, briefing.pages.length, page.title);
    writePage(document, page, index + 1, briefing, size, options);
  }
  document.end();
  return bytes;
}

function writePage(
  document: Document,
  page: Page,
  number: number,
  briefing: Briefing,
  size: PageSize,
  { tools }: WriteOptions,
): void {
  addPage(document, size);
  document.outline.addItem(oneLine(page.title));
  const layout = layoutPage(page, size, briefing.brand.logo);
  const section = document.struct('Sect', { title: page.title });
  document.addStructure(section);
  drawFrame(document, page, number, briefing, layout, size, tools.fonts.widthOf);
  const titleSize = fitText([page.title], layout.title, tools.fonts.widthOf, TEXT_LIMITS.title);
  section.add(
    document.struct('H1', {}, () =>
      drawText(
        document,
        page.title,
        layout.title,
        { size: titleSize, colour: briefing.brand.accent, weight: 700, valign: 'middle' },
        tools.fonts.widthOf,
      ),
    ),
  );
  for (const { block, rect } of layout.blocks) drawBlock({ document, section, briefing, tools }, block, rect);
  const source = briefing.words.provenanceLine(page.provenance);
  section.add(
    document.struct('P', {}, () =>
      drawText(
        document,
        source,
        layout.footer,
        { size: 8.5, colour: PAGE_COLOURS.faint, valign: 'middle' },
        tools.fonts.widthOf,
      ),
    ),
  );
  section.end();
}

function drawFrame(
  document: Document,
  page: Page,
  number: number,
  briefing: Briefing,
  layout: PageLayout,
  size: PageSize,
  widthOf: Measure,
): void {
  const { words, pages } = briefing;
  artifact(document, () => {
    document.rect(0, 0, size.width, 8).fill(briefing.brand.band);
    drawLogo(document, layout, briefing);
    document
      .moveTo(layout.footer.x, layout.number.y - 4)
      .lineTo(size.width - layout.footer.x, layout.number.y - 4)
      .lineWidth(0.75)
      .stroke(PAGE_COLOURS.grid);
    const style = { size: 8.5, colour: PAGE_COLOURS.faint, align: 'right', valign: 'middle' } as const;
    drawText(document, words.pageNumber(number, pages.length), layout.number, style, widthOf);
  });
  drawMarks(document, page, briefing, layout, widthOf);
}

function drawMarks(
  document: Document,
  page: Page,
  briefing: Briefing,
  layout: PageLayout,
  widthOf: Measure,
): void {
  const style = { colour: PAGE_COLOURS.mark, weight: 700, valign: 'middle' } as const;
  const say = (text: string, place: Rect, size: number, align: 'center' | 'right') =>
    document.addStructure(
      document.struct('P', {}, () => drawText(document, text, place, { ...style, size, align }, widthOf)),
    );
  const kind = kindMark(page, briefing);
  if (kind !== '') {
    const { x, y, width, height } = layout.mark;
    artifact(document, () => document.rect(x, y, width, height).lineWidth(1).stroke(PAGE_COLOURS.mark));
    say(kind, layout.mark, 10.5, 'center');
  }
  const state = stateMark(page, briefing);
  if (state !== '')
    say(state, layout.state, fitText([state], layout.state, widthOf, TEXT_LIMITS.state), 'right');
}

function drawLogo(document: Document, { logo }: PageLayout, { brand }: Briefing): void {
  if (logo === null || brand.logo === null) return;
  const { x, y, width, height } = logo;
  document.image(Buffer.from(brand.logo.png, 'base64'), x, y, { width, height });
}
