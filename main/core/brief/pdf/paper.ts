import PDFDocument from 'pdfkit';
import type { Briefing } from '#main/core/brief/description.ts';
import { CELL_PADDING, LINE_HEIGHT, type Measure, wrapLines } from '#main/core/brief/fit.ts';
import type { PageSize, Rect } from '#main/core/brief/layout.ts';
import type { Fonts, FontWeight } from '#main/core/brief/pictures/font-metrics.ts';
import { oneLine } from '#shared/text/clean-text.ts';

export type Document = PDFKit.PDFDocument;

/** Names under which the document knows the fonts. */
export const FACES: Readonly<Record<FontWeight, string>> = { 400: 'regular', 600: 'semibold', 700: 'bold' };
const LANGUAGE_TAGS = { vi: 'vi-VN', en: 'en-GB' } as const;

/** An empty tagged document without pages; its dates are the as-of time, so that equal content gives equal bytes. */
export function openDocument(briefing: Briefing, fonts: Fonts): Document {
  const asOf = new Date(briefing.asOf);
  const document = new PDFDocument({
    autoFirstPage: false,
    // No font to begin with: PDFKit's own is a file beside its module, which a bundled program does not have.
    font: '',
    pdfVersion: '1.7',
    tagged: true,
    displayTitle: true,
    lang: LANGUAGE_TAGS[briefing.language],
    info: {
      Title: oneLine(briefing.title),
      Subject: oneLine(briefing.subtitle),
      Author: oneLine(briefing.organisation),
      Creator: 'KH02 Center',
      Producer: 'KH02 Center',
      CreationDate: asOf,
      ModDate: asOf,
    },
  });
  document.registerFont('regular', fonts.bytes.regular);
  document.registerFont('semibold', fonts.bytes.semibold);
  document.registerFont('bold', fonts.bytes.bold);
  document.registerFont('italic', fonts.bytes.italic);
  return document;
}

/** Everything the document wrote, once it is ended. */
export function bytesOf(document: Document): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('error', reject);
    document.on('end', () => resolve(Buffer.concat(chunks)));
  });
}

export function addPage(document: Document, size: PageSize): void {
  document.addPage({ size: [size.width, size.height], margin: 0 });
}

export interface TextStyle {
  readonly size: number;
  readonly colour: string;
  readonly weight?: FontWeight;
  readonly align?: 'left' | 'right' | 'center';
  readonly valign?: 'top' | 'middle' | 'bottom';
}

/** Text broken at our own measure inside the rectangle; returns its height in points. */
export function drawText(
  document: Document,
  text: string,
  rect: Rect,
  style: TextStyle,
  widthOf: Measure,
): number {
  const { size, colour, weight = 400, align = 'left', valign = 'top' } = style;
  const lines = wrapLines(text, rect.width, size, widthOf, weight);
  const height = lines.length * size * LINE_HEIGHT;
  const room = rect.height - height;
  const top = rect.y + (valign === 'middle' ? room / 2 : valign === 'bottom' ? room : 0);
  document.font(FACES[weight]).fontSize(size).fillColor(colour);
  for (const [index, line] of lines.entries()) {
    const width = widthOf(line, size, weight);
    const shift = align === 'right' ? rect.width - width : align === 'center' ? (rect.width - width) / 2 : 0;
    document.text(line, rect.x + Math.max(0, shift), top + index * size * LINE_HEIGHT, { lineBreak: false });
  }
  return height;
}

/** What is drawn is decoration: readers of the tags skip it. */
export function artifact(document: Document, draw: () => unknown): void {
  document.markContent('Artifact', { type: 'Layout' });
  draw();
  document.endMarkedContent();
}

/** A cell's rectangle without its padding. */
export function cellInner(rect: Rect): Rect {
  return {
    x: rect.x + CELL_PADDING.x,
    y: rect.y + CELL_PADDING.y,
    width: rect.width - 2 * CELL_PADDING.x,
    height: rect.height - 2 * CELL_PADDING.y,
  };
}
