import type { Block, Briefing, KeyFigure, TableCell, TableSpec } from '#main/core/brief/description.ts';
import {
  CELL_PADDING,
  fitCards,
  fitTable,
  fitText,
  LINE_HEIGHT,
  type TableFit,
} from '#main/core/brief/fit.ts';
import { below, type CardPart, cardParts, cardRects, type Rect } from '#main/core/brief/layout.ts';
import { CELL_TINTS, PAGE_COLOURS, STATUS_COLOURS } from '#main/core/brief/palette.ts';
import { FONT_FAMILY } from '#main/core/brief/pictures/font-metrics.ts';
import { mapPicture } from '#main/core/brief/pictures/map-picture.ts';
import { CAPTION_HEIGHT, CHANGE_COLOURS, TEXT_LIMITS } from '#main/core/brief/style.ts';
import type { Tools } from '#main/core/brief/tools.ts';
import { isChartEmpty } from '#shared/charts/reading.ts';
import type { ChartSpec } from '#shared/charts/spec.ts';
import { chartPart } from './chart-part.ts';
import { embeddedWorkbook } from './embedded-workbook.ts';
import type { Slide, TableRow, TextOptions } from './generator.ts';
import { chartWritten, type Namer, tableText } from './identity.ts';
import type { NativeChart } from './repair.ts';
import { hex, inches } from './units.ts';

/** PNG width of a map in pixels: sharp on a 4K projector. */
const MAP_WIDTH = 3840;

/** What every part is drawn with: fonts, boundaries, and the colour of the house. */
type Brush = Tools & { readonly accent: string };

export interface Around {
  readonly briefing: Briefing;
  readonly tools: Tools;
  readonly nameOf: Namer;
  /** Takes the native charts of the deck, in its order. */
  readonly charts: NativeChart[];
}

/** Draws one block into its rectangle of the slide; each part gets the name by which a renewal finds it. */
export async function addBlock(slide: Slide, block: Block, rect: Rect, around: Around): Promise<void> {
  const { briefing, nameOf } = around;
  const tools: Brush = { ...around.tools, accent: briefing.brand.accent };
  switch (block.type) {
    case 'headline':
      addHeadline(slide, block.text, rect, tools, nameOf);
      break;
    case 'figures':
      addFigures(slide, block.figures, rect, tools, nameOf);
      break;
    case 'chart':
      addChart(slide, block, rect, { ...around, tools });
      break;
    case 'table':
      addTable(slide, block.table, rect, briefing, tools, nameOf);
      break;
    case 'text':
      addParagraphs(slide, block.paragraphs, rect, tools, nameOf);
      break;
    case 'map': {
      const png = await mapPicture(block.map, rect, MAP_WIDTH, tools);
      const data = `data:image/png;base64,${Buffer.from(png).toString('base64')}`;
      const objectName = nameOf('body', [block.map.description]);
      slide.addImage({ ...inches(rect), data, altText: block.map.description, objectName });
    }
  }
}

function plainText(size: number, colour: string): TextOptions {
  return { fontFace: FONT_FAMILY, fontSize: size, color: hex(colour), margin: 0 };
}

function addHeadline(slide: Slide, text: string, rect: Rect, tools: Brush, nameOf: Namer): void {
  const size = fitText([text], rect, tools.fonts.widthOf, TEXT_LIMITS.headline);
  slide.addText(text, {
    ...inches(rect),
    ...plainText(size, PAGE_COLOURS.ink),
    bold: true,
    valign: 'middle',
    objectName: nameOf('headline', [text]),
  });
}

function addChart(
  slide: Slide,
  { chart, hasCaption, emptyText }: Extract<Block, { type: 'chart' }>,
  rect: Rect,
  around: Around & { readonly tools: Brush },
): void {
  const isCaptioned = hasCaption !== false;
  if (isCaptioned) addCaption(slide, chart.title, rect, around.tools, around.nameOf);
  const place = isCaptioned ? below(rect, CAPTION_HEIGHT) : rect;
  if (isChartEmpty(chart)) addEmpty(slide, emptyText ?? around.briefing.words.noData, place, around.nameOf);
  else addNativeChart(slide, chart, place, around);
}

/** The generator makes room for the chart; what is in it, `repairDeck` puts there. */
function addNativeChart(
  slide: Slide,
  chart: ChartSpec,
  rect: Rect,
  { briefing, charts, nameOf, tools: { accent } }: Around & { readonly tools: Brush },
): void {
  const objectName = nameOf('body', chartWritten(chart));
  const nothing = [{ name: '', labels: [''], values: [0] }];
  slide.addChart('bar', nothing, { ...inches(rect), altText: chart.title, objectName });
  const part = chartPart(chart, { accent, width: rect.width });
  charts.push({ part, workbook: embeddedWorkbook(chart, briefing.asOf) });
}

function addCaption(slide: Slide, text: string, rect: Rect, tools: Brush, nameOf: Namer): void {
  const place = { ...rect, height: CAPTION_HEIGHT };
  const size = fitText([text], place, tools.fonts.widthOf, TEXT_LIMITS.caption);
  slide.addText(text, {
    ...inches(place),
    ...plainText(size, tools.accent),
    bold: true,
    valign: 'top',
    objectName: nameOf('caption', [text]),
  });
}

function addEmpty(slide: Slide, text: string, rect: Rect, nameOf: Namer): void {
  slide.addText(text, {
    ...inches(rect),
    ...plainText(14, PAGE_COLOURS.faint),
    fill: { color: hex(PAGE_COLOURS.panel) },
    align: 'center',
    valign: 'middle',
    objectName: nameOf('body', [text]),
  });
}

function addFigures(
  slide: Slide,
  figures: readonly KeyFigure[],
  rect: Rect,
  tools: Brush,
  nameOf: Namer,
): void {
  const cards = cardRects(figures.length, rect);
  const sizes = fitCards(figures, cards[0] ?? rect, tools.fonts.widthOf);
  for (const [index, card] of cards.entries()) {
    const figure = figures[index];
    if (figure === undefined) continue;
    const cardName: Namer = (part, written) => nameOf(`${part}${index}`, written);
    addCard(
      slide,
      card,
      figure.colour === undefined ? tools.accent : STATUS_COLOURS[figure.colour],
      cardName,
    );
    addFigure(slide, figure, card, sizes, cardName);
  }
}

/** The panel behind a figure, with a bar that tells its colour. */
function addCard(slide: Slide, card: Rect, bar: string, nameOf: Namer): void {
  const panel = { fill: { color: hex(PAGE_COLOURS.panel) }, objectName: nameOf('panel', []) };
  slide.addShape('rect', { ...inches(card), ...panel });
  const place = inches({ ...card, width: 5 });
  slide.addShape('rect', { ...place, fill: { color: hex(bar) }, objectName: nameOf('bar', []) });
}

function addFigure(
  slide: Slide,
  figure: KeyFigure,
  card: Rect,
  sizes: Readonly<Record<CardPart, number>>,
  nameOf: Namer,
): void {
  const parts = cardParts(card);
  const add = (part: CardPart, text: string, colour: string, bold = false): void => {
    slide.addText(text, {
      ...inches(parts[part]),
      ...plainText(sizes[part], colour),
      ...(bold ? { bold } : {}),
      valign: 'middle',
      objectName: nameOf(part, [text]),
    });
  };
  add('label', figure.label, PAGE_COLOURS.faint);
  add('value', figure.text, PAGE_COLOURS.ink, true);
  if (figure.change !== undefined) add('change', figure.change.text, CHANGE_COLOURS[figure.change.direction]);
}

function addParagraphs(
  slide: Slide,
  paragraphs: readonly string[],
  rect: Rect,
  tools: Brush,
  nameOf: Namer,
): void {
  if (paragraphs.length === 0) return;
  const size = fitText(paragraphs, rect, tools.fonts.widthOf, TEXT_LIMITS.body);
  const runs = paragraphs.map((text) => ({
    text,
    options: {
      bullet: { indent: TEXT_LIMITS.body.indent },
      breakLine: true,
      paraSpaceAfter: size * TEXT_LIMITS.body.after,
    },
  }));
  slide.addText(runs, {
    ...inches(rect),
    ...plainText(size, PAGE_COLOURS.ink),
    valign: 'top',
    objectName: nameOf('text', paragraphs),
  });
}

function addTable(
  slide: Slide,
  table: TableSpec,
  rect: Rect,
  briefing: Briefing,
  tools: Brush,
  nameOf: Namer,
): void {
  addCaption(slide, table.title, rect, tools, nameOf);
  const body = below(rect, CAPTION_HEIGHT);
  if (table.rows.length === 0) {
    addEmpty(slide, table.emptyText, { ...body, height: Math.min(body.height, 60) }, nameOf);
    return;
  }
  const fit = fitTable(table, body, tools.fonts.widthOf);
  const rows = table.rows.slice(0, fit.shown).map((row) => tableRow(row, table, fit));
  slide.addTable([headerRow(table, fit, tools.accent), ...rows], {
    ...inches({ ...body, height: fit.rowHeights.reduce((sum, height) => sum + height, 0) }),
    colW: fit.columnWidths.map((width) => width / 72),
    rowH: fit.rowHeights.slice(0, rows.length + 1).map((height) => height / 72),
    border: { type: 'solid', color: hex(PAGE_COLOURS.grid), pt: 0.5 },
    margin: [CELL_PADDING.y / 72, CELL_PADDING.x / 72, CELL_PADDING.y / 72, CELL_PADDING.x / 72],
    objectName: nameOf('body', [writtenCells(table, fit)]),
  });
  const left = table.rows.length - fit.shown;
  if (left > 0) addRest(slide, briefing.words.others(left), body, fit, nameOf);
}

function writtenCells(table: TableSpec, fit: TableFit): string {
  const header = table.columns.map((column) => column.title);
  return tableText([header, ...table.rows.slice(0, fit.shown).map((row) => row.map((cell) => cell.text))]);
}

function addRest(slide: Slide, text: string, body: Rect, fit: TableFit, nameOf: Namer): void {
  const height = fit.size * LINE_HEIGHT + 2 * CELL_PADDING.y;
  const place = { ...body, y: body.y + body.height - height, height };
  slide.addText(text, {
    ...inches(place),
    ...plainText(fit.size, PAGE_COLOURS.faint),
    italic: true,
    objectName: nameOf('rest', [text]),
  });
}

function headerRow(table: TableSpec, fit: TableFit, accent: string): TableRow {
  return table.columns.map((column) => ({
    text: column.title,
    options: {
      ...cellText(fit.size, PAGE_COLOURS.paper),
      bold: true,
      fill: { color: hex(accent) },
      align: column.format === 'text' || column.format === 'date' ? 'left' : 'right',
      valign: 'middle',
    },
  }));
}

/** Cell text: the table gives the margins, so none here. */
function cellText(size: number, colour: string) {
  return { fontFace: FONT_FAMILY, fontSize: size, color: hex(colour) };
}

function tableRow(row: readonly TableCell[], table: TableSpec, fit: TableFit): TableRow {
  return row.map((cell, column) => {
    const format = table.columns[column]?.format ?? 'text';
    return {
      text: cell.text,
      options: {
        ...cellText(fit.size, PAGE_COLOURS.ink),
        align: format === 'text' || format === 'date' ? 'left' : 'right',
        valign: 'middle',
        ...(cell.colour === undefined ? {} : { fill: { color: hex(CELL_TINTS[cell.colour]) } }),
      },
    };
  });
}
