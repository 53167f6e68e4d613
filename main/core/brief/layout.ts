import type { Block, Page } from './description.ts';

/** Points (1/72 inch) from the top left corner of the page. */
export interface Rect {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface PageSize {
  readonly width: number;
  readonly height: number;
}

/** 13.333 x 7.5 inches, as PowerPoint's widescreen slide; and ISO 216 A4, landscape. */
export const PAGE_SIZES = {
  wide: { width: 960, height: 540 },
  a4: { width: 841.89, height: 595.28 },
} as const satisfies Record<string, PageSize>;
export type PageFormat = keyof typeof PAGE_SIZES;

export interface PageLayout {
  readonly title: Rect;
  /** Left of the title; null without a logo. */
  readonly logo: Rect | null;
  /** Where 'SỐ LIỆU MINH HỌA' stands. */
  readonly mark: Rect;
  /** Where 'ĐANG THU THẬP …' stands: above the title, over the whole page. */
  readonly state: Rect;
  readonly footer: Rect;
  readonly number: Rect;
  readonly blocks: readonly { readonly block: Block; readonly rect: Rect }[];
}

const MARGIN = 34;
/** Below the band at the page's edge. */
const STATE_TOP = 9;
const TITLE_TOP = 20;
const TITLE_HEIGHT = 36;
const BODY_TOP = 66;
const FOOTER_HEIGHT = 20;
const MARK_WIDTH = 176;
const GAP = 14;
const LOGO_WIDTH = 120;
const NUMBER_WIDTH = 80;

/** Where everything of a page stands. Rows share the body's height, cells share their row's width. */
export function layoutPage(page: Page, size: PageSize, logo: PageSize | null = null): PageLayout {
  const width = size.width - 2 * MARGIN;
  const footerTop = size.height - FOOTER_HEIGHT - 12;
  const body = { x: MARGIN, y: BODY_TOP, width, height: footerTop - 10 - BODY_TOP };
  const logoRect = logo === null ? null : placeLogo(logo);
  const left = logoRect === null ? 0 : logoRect.width + GAP;
  return {
    logo: logoRect,
    title: {
      x: MARGIN + left,
      y: TITLE_TOP,
      width: width - MARK_WIDTH - GAP - left,
      height: TITLE_HEIGHT,
    },
    mark: { x: MARGIN + width - MARK_WIDTH, y: TITLE_TOP + 6, width: MARK_WIDTH, height: 24 },
    state: { x: MARGIN, y: STATE_TOP, width, height: TITLE_TOP + 5 - STATE_TOP },
    footer: { x: MARGIN, y: footerTop, width: width - NUMBER_WIDTH, height: FOOTER_HEIGHT },
    number: {
      x: MARGIN + width - NUMBER_WIDTH,
      y: footerTop,
      width: NUMBER_WIDTH,
      height: FOOTER_HEIGHT,
    },
    blocks: placeRows(page, body),
  };
}

/** As large as its place allows, in its own proportions, in the middle of the title's height. */
function placeLogo({ width, height }: PageSize): Rect {
  const scale = Math.min(LOGO_WIDTH / width, TITLE_HEIGHT / height);
  const drawn = { width: width * scale, height: height * scale };
  return { x: MARGIN, y: TITLE_TOP + (TITLE_HEIGHT - drawn.height) / 2, ...drawn };
}

function placeRows(page: Page, body: Rect): { block: Block; rect: Rect }[] {
  const weights = page.rows.reduce((sum, row) => sum + row.height, 0);
  const room = body.height - GAP * (page.rows.length - 1);
  let y = body.y;
  return page.rows.flatMap((row) => {
    const height = (room * row.height) / weights;
    const placed = placeCells(row.cells, { x: body.x, y, width: body.width, height });
    y += height + GAP;
    return placed;
  });
}

function placeCells(
  cells: readonly { readonly width: number; readonly block: Block }[],
  rect: Rect,
): { block: Block; rect: Rect }[] {
  const weights = cells.reduce((sum, cell) => sum + cell.width, 0);
  const room = rect.width - GAP * (cells.length - 1);
  let x = rect.x;
  return cells.map((cell) => {
    const width = (room * cell.width) / weights;
    const placed = { block: cell.block, rect: { ...rect, x, width } };
    x += width + GAP;
    return placed;
  });
}

/** The rectangles of side-by-side cards inside a row. */
export function cardRects(count: number, rect: Rect): Rect[] {
  const gap = 12;
  const width = (rect.width - gap * (count - 1)) / count;
  return Array.from({ length: count }, (_, index) => ({ ...rect, x: rect.x + index * (width + gap), width }));
}

export type CardPart = 'label' | 'value' | 'change';

/** Where the words of a card stand inside it, right of its bar. */
export function cardParts(card: Rect): Readonly<Record<CardPart, Rect>> {
  const inner = { ...card, x: card.x + 14, width: card.width - 22 };
  return {
    label: { ...inner, y: card.y + 6, height: 26 },
    value: { ...inner, y: card.y + 30, height: card.height * 0.42 },
    change: { ...inner, y: card.y + card.height - 28, height: 24 },
  };
}

/** The part of a rectangle below a title line of that height. */
export function below(rect: Rect, height: number): Rect {
  return { ...rect, y: rect.y + height, height: rect.height - height };
}
