import type { Block, Briefing, CellFormat, KeyFigure, TableSpec } from '#main/core/brief/description.ts';
import { fitCards, fitTable, fitText, LINE_HEIGHT, type TableFit } from '#main/core/brief/fit.ts';
import { below, type CardPart, cardParts, cardRects, type Rect } from '#main/core/brief/layout.ts';
import { CELL_TINTS, PAGE_COLOURS, STATUS_COLOURS } from '#main/core/brief/palette.ts';
import { chartSvg } from '#main/core/brief/pictures/chart-svg.ts';
import { mapDrawing } from '#main/core/brief/pictures/map-picture.ts';
import { CAPTION_HEIGHT, CHANGE_COLOURS, TEXT_LIMITS } from '#main/core/brief/style.ts';
import type { Tools } from '#main/core/brief/tools.ts';
import { isChartEmpty, isDense } from '#shared/charts/reading.ts';
import { drawChartSvg } from './chart.ts';
import { drawDrawing } from './drawing.ts';
import { artifact, cellInner, type Document, drawText, type TextStyle } from './paper.ts';

type Element = PDFKit.PDFStructureElement;

/** Where and with what a block is drawn; `section` is the page's element in the tag tree. */
export interface Canvas {
  readonly document: Document;
  readonly section: Element;
  readonly briefing: Briefing;
  readonly tools: Tools;
}

/** Draws one block into its rectangle, tagged. */
export function drawBlock(canvas: Canvas, block: Block, rect: Rect): void {
  switch (block.type) {
    case 'headline':
      drawHeadline(canvas, block.text, rect);
      break;
    case 'figures':
      drawFigures(canvas, block.figures, rect);
      break;
    case 'chart':
      drawChart(canvas, block, rect);
      break;
    case 'table':
      drawTable(canvas, block.table, rect);
      break;
    case 'text':
      drawParagraphs(canvas, block.paragraphs, rect);
      break;
    case 'map':
      tag(canvas, 'Figure', { alt: block.map.description }, () =>
        drawDrawing(canvas.document, mapDrawing(block.map, rect, canvas.tools), rect),
      );
  }
}

function tag(
  { document, section }: Canvas,
  type: string,
  options: { readonly alt?: string },
  draw: () => unknown,
): void {
  section.add(
    document.struct(type, options, () => {
      draw();
    }),
  );
}

function write(canvas: Canvas, text: string, rect: Rect, style: TextStyle): number {
  return drawText(canvas.document, text, rect, style, canvas.tools.fonts.widthOf);
}

function drawHeadline(canvas: Canvas, text: string, rect: Rect): void {
  const size = fitText([text], rect, canvas.tools.fonts.widthOf, TEXT_LIMITS.headline);
  tag(canvas, 'H2', {}, () =>
    write(canvas, text, rect, { size, colour: PAGE_COLOURS.ink, weight: 700, valign: 'middle' }),
  );
}

function drawCaption(canvas: Canvas, text: string, rect: Rect): void {
  const place = { ...rect, height: CAPTION_HEIGHT };
  const size = fitText([text], place, canvas.tools.fonts.widthOf, TEXT_LIMITS.caption);
  tag(canvas, 'H3', {}, () =>
    write(canvas, text, place, { size, colour: canvas.briefing.brand.accent, weight: 700 }),
  );
}

function drawEmpty(canvas: Canvas, text: string, rect: Rect): void {
  fillRect(canvas, rect, PAGE_COLOURS.panel);
  tag(canvas, 'P', {}, () =>
    write(canvas, text, rect, { size: 14, colour: PAGE_COLOURS.faint, align: 'center', valign: 'middle' }),
  );
}

function fillRect({ document }: Canvas, rect: Rect, colour: string): void {
  artifact(document, () => document.rect(rect.x, rect.y, rect.width, rect.height).fill(colour));
}

function drawFigures(canvas: Canvas, figures: readonly KeyFigure[], rect: Rect): void {
  const cards = cardRects(figures.length, rect);
  const sizes = fitCards(figures, cards[0] ?? rect, canvas.tools.fonts.widthOf);
  for (const [index, card] of cards.entries()) {
    const figure = figures[index];
    if (figure !== undefined) drawFigure(canvas, figure, card, sizes);
  }
}

function drawFigure(
  canvas: Canvas,
  figure: KeyFigure,
  card: Rect,
  sizes: Readonly<Record<CardPart, number>>,
): void {
  const { label, value, change } = cardParts(card);
  fillRect(canvas, card, PAGE_COLOURS.panel);
  const bar = figure.colour === undefined ? canvas.briefing.brand.accent : STATUS_COLOURS[figure.colour];
  fillRect(canvas, { ...card, width: 5 }, bar);
  tag(canvas, 'P', {}, () => {
    const faint = { colour: PAGE_COLOURS.faint, valign: 'middle' } as const;
    write(canvas, figure.label, label, { size: sizes.label, ...faint });
    const strong = { colour: PAGE_COLOURS.ink, weight: 700, valign: 'middle' } as const;
    write(canvas, figure.text, value, { size: sizes.value, ...strong });
    if (figure.change === undefined) return;
    const colour = CHANGE_COLOURS[figure.change.direction];
    write(canvas, figure.change.text, change, { size: sizes.change, colour, valign: 'middle' });
  });
}

function drawChart(
  canvas: Canvas,
  { chart, hasCaption, emptyText }: Extract<Block, { type: 'chart' }>,
  rect: Rect,
): void {
  const isCaptioned = hasCaption !== false;
  if (isCaptioned) drawCaption(canvas, chart.title, rect);
  const place = isCaptioned ? below(rect, CAPTION_HEIGHT) : rect;
  if (isChartEmpty(chart)) {
    drawEmpty(canvas, emptyText ?? canvas.briefing.words.noData, place);
    return;
  }
  // Drawn at 1.35 px a point: letters of 11 px become 8 points.
  const scale = 1.35;
  const svg = chartSvg(chart, canvas.briefing, {
    width: Math.round(place.width * scale),
    height: Math.round(place.height * scale),
    fontSize: isDense(chart) ? 8.5 : 12.5,
  });
  tag(canvas, 'Figure', { alt: chart.title }, () => drawChartSvg(canvas.document, svg, place));
}

function drawParagraphs(canvas: Canvas, paragraphs: readonly string[], rect: Rect): void {
  const { indent, after } = TEXT_LIMITS.body;
  const size = fitText(paragraphs, rect, canvas.tools.fonts.widthOf, TEXT_LIMITS.body);
  let y = rect.y;
  for (const paragraph of paragraphs) {
    const top = y + (size * LINE_HEIGHT) / 2;
    artifact(canvas.document, () =>
      canvas.document.circle(rect.x + 4, top, size * 0.13).fill(PAGE_COLOURS.ink),
    );
    const place = { x: rect.x + indent, y, width: rect.width - indent, height: rect.height };
    tag(canvas, 'P', {}, () => {
      y += write(canvas, paragraph, place, { size, colour: PAGE_COLOURS.ink });
    });
    y += size * after;
  }
}

function drawTable(canvas: Canvas, table: TableSpec, rect: Rect): void {
  drawCaption(canvas, table.title, rect);
  const body = below(rect, CAPTION_HEIGHT);
  if (table.rows.length === 0) {
    drawEmpty(canvas, table.emptyText, { ...body, height: Math.min(body.height, 60) });
    return;
  }
  const fit = fitTable(table, body, canvas.tools.fonts.widthOf);
  const element = canvas.document.struct('Table');
  canvas.section.add(element);
  let y = body.y;
  for (let row = 0; row <= fit.shown; row += 1) {
    drawRow(canvas, element, table, fit, row, { ...body, y });
    y += fit.rowHeights[row] ?? 0;
  }
  const left = table.rows.length - fit.shown;
  if (left > 0)
    tag(canvas, 'P', {}, () =>
      write(
        canvas,
        canvas.briefing.words.others(left),
        { ...body, y: y + 3 },
        { size: fit.size, colour: PAGE_COLOURS.faint },
      ),
    );
}

/** Row 0 is the header; the others are rows of the table. */
function drawRow(
  canvas: Canvas,
  parent: Element,
  table: TableSpec,
  fit: TableFit,
  row: number,
  place: Rect,
): void {
  const { document } = canvas;
  const height = fit.rowHeights[row] ?? 0;
  const element = document.struct('TR');
  parent.add(element);
  let x = place.x;
  for (const [index, column] of table.columns.entries()) {
    const width = fit.columnWidths[index] ?? 0;
    const cell = { x, y: place.y, width, height };
    const content = row === 0 ? undefined : table.rows[row - 1]?.[index];
    drawCellFrame(
      canvas,
      cell,
      row === 0 ? canvas.briefing.brand.accent : content?.colour && CELL_TINTS[content.colour],
    );
    const style: TextStyle = {
      size: fit.size,
      colour: row === 0 ? PAGE_COLOURS.paper : PAGE_COLOURS.ink,
      weight: row === 0 ? 600 : 400,
      align: alignOf(column.format),
      valign: 'middle',
    };
    const text = row === 0 ? column.title : (content?.text ?? '');
    element.add(
      document.struct(row === 0 ? 'TH' : 'TD', {}, () => void write(canvas, text, cellInner(cell), style)),
    );
    x += width;
  }
}

function drawCellFrame(canvas: Canvas, cell: Rect, fill: string | undefined): void {
  const { document } = canvas;
  if (fill !== undefined) fillRect(canvas, cell, fill);
  artifact(document, () =>
    document.rect(cell.x, cell.y, cell.width, cell.height).lineWidth(0.5).stroke(PAGE_COLOURS.grid),
  );
}

/** Numbers stand right, so that their digits are below each other. */
function alignOf(format: CellFormat): 'left' | 'right' {
  return format === 'text' || format === 'date' ? 'left' : 'right';
}
