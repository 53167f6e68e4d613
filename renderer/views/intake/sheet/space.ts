/** Rows of one height, a few of them taller: where each stands, and which stands where. Positions in pixels. */
export interface RowSpace {
  readonly count: number;
  readonly rowPx: number;
  /** Positions of the taller rows, both edges among them. */
  readonly tall: { readonly from: number; readonly to: number; readonly px: number } | null;
}

/** Browsers draw no element taller than some 16 million pixels; a sheet that is scrolls by more than it is dragged. */
export const AREA_PX_AT_MOST = 8_000_000;

export function topOf({ rowPx, tall }: RowSpace, index: number): number {
  const above = tall === null ? 0 : Math.min(Math.max(0, index - tall.from), tall.to - tall.from + 1);
  return index * rowPx + above * ((tall?.px ?? rowPx) - rowPx);
}

export function heightOf({ rowPx, tall }: RowSpace, index: number): number {
  return tall !== null && index >= tall.from && index <= tall.to ? tall.px : rowPx;
}

export const totalOf = (space: RowSpace): number => topOf(space, space.count);

/** The row that covers this height of the whole sheet. */
export function indexAt(space: RowSpace, px: number): number {
  let low = 0;
  let high = Math.max(0, space.count - 1);
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (topOf(space, middle) <= px) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** How tall the scrolled area is drawn, and what of the whole sheet its scroll position means. */
export function scrolled(space: RowSpace, viewPx: number) {
  const total = totalOf(space);
  const area = Math.min(total, AREA_PX_AT_MOST);
  const [way, wayOfSheet] = [Math.max(0, area - viewPx), Math.max(0, total - viewPx)];
  const factor = way === 0 ? 1 : wayOfSheet / way;
  return {
    area,
    toSheet: (scrollTop: number): number => Math.min(scrollTop * factor, wayOfSheet),
    toScroll: (px: number): number => px / factor,
  };
}

/** Columns beside one another: where each begins, and behind the last where they end. */
export function leftsOf(widths: readonly number[]): readonly number[] {
  const lefts = [0];
  for (const width of widths) lefts.push((lefts.at(-1) ?? 0) + width);
  return lefts;
}

/** The columns that can be seen from this place on. */
export function columnsIn(lefts: readonly number[], fromPx: number, viewPx: number) {
  const count = lefts.length - 1;
  let from = 0;
  while (from < count - 1 && (lefts[from + 1] ?? 0) <= fromPx) from += 1;
  let to = from;
  while (to < count && (lefts[to] ?? 0) < fromPx + viewPx) to += 1;
  return { from, to };
}
