import { useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import type { SheetRowDto } from '#shared/contract/intake-sheet.ts';
import type { Selection } from './keys.ts';
import type { Merges } from './merges.ts';
import { columnsIn, heightOf, indexAt, type RowSpace, scrolled, topOf } from './space.ts';

/** What the grid draws: rows by position, some or all of the sheet. */
export interface GridData {
  readonly space: RowSpace;
  readonly count: number;
  readonly widths: readonly number[];
  readonly lefts: readonly number[];
  readonly rowAt: (index: number) => number;
  readonly part: (index: number, column: number) => SheetRowDto | undefined;
  readonly merges: Merges;
  /** How tall so many rows from this one on are together. */
  readonly heightOf: (index: number, rows: number) => number;
  /** Another number when something of it has come or changed. */
  readonly version: number;
  /** Rows and columns in sight. */
  readonly onSight: (
    rows: { readonly from: number; readonly to: number },
    columns: { readonly from: number; readonly to: number },
  ) => void;
}

const OVERSCAN = 4;

/** Which rows and columns are in sight, and the cell with the keyboard kept among them. */
export function useGrid(
  data: GridData,
  { active: { index, column } }: Selection,
  { head, gutter }: { readonly head: number; readonly gutter: number },
) {
  const room = useRef<HTMLDivElement>(null);
  const [view, setView] = useState({ top: 0, left: 0, height: 600, width: 800 });
  const { space, lefts } = data;
  const look = useCallback(() => {
    const box = room.current;
    if (box === null) return;
    setView({ top: box.scrollTop, left: box.scrollLeft, height: box.clientHeight, width: box.clientWidth });
  }, []);
  useLayoutEffect(() => {
    const watch = new ResizeObserver(look);
    if (room.current !== null) watch.observe(room.current);
    return () => watch.disconnect();
  }, [look]);
  const sheetPx = Math.max(1, view.height - head);
  const scale = useMemo(() => scrolled(space, sheetPx), [space, sheetPx]);
  const topPx = scale.toSheet(view.top);
  const first = indexAt(space, topPx);
  const last = indexAt(space, topPx + sheetPx);
  const rows = useRange(Math.max(0, first - OVERSCAN), Math.min(space.count, last + 1 + OVERSCAN));
  const columns = columnsIn(lefts, view.left, Math.max(1, view.width - gutter));
  const { onSight } = data;
  useEffect(
    () => onSight({ from: first, to: last + 1 }, { from: columns.from, to: columns.to }),
    [onSight, first, last, columns.from, columns.to],
  );
  useEffect(() => {
    if (room.current !== null)
      reveal(room.current, { space, lefts }, { index, column }, scale, { head, gutter });
  }, [space, lefts, index, column, scale, head, gutter]);
  return {
    room,
    rows,
    columns,
    onScroll: look,
    area: scale.area,
    width: gutter + (lefts.at(-1) ?? 0),
    /** From where a row stands in the whole sheet to where it is drawn. */
    shift: view.top - topPx,
    page: Math.max(1, last - first - 1),
    /** The first row that is not cut by the upper edge. */
    firstWhole: topOf(space, first) < topPx ? first + 1 : first,
  };
}

/** Rows to draw; a row that goes out of sight leaves its element to one that comes in. */
function useRange(from: number, to: number) {
  return useMemo(() => {
    const slots = Math.max(to - from, 1);
    return Array.from({ length: to - from }, (_, step) => ({
      index: from + step,
      slot: (from + step) % slots,
    }));
  }, [from, to]);
}

function reveal(
  room: HTMLElement,
  { space, lefts }: Pick<GridData, 'space' | 'lefts'>,
  { index, column }: Selection['active'],
  scale: ReturnType<typeof scrolled>,
  { head, gutter }: { readonly head: number; readonly gutter: number },
): void {
  const seen = room.clientHeight - head;
  const from = topOf(space, index);
  const to = from + heightOf(space, index);
  const above = scale.toSheet(room.scrollTop);
  if (from < above) room.scrollTop = scale.toScroll(from);
  else if (to > above + seen) room.scrollTop = scale.toScroll(to - seen);
  const [left, right] = [lefts[column] ?? 0, lefts[column + 1] ?? 0];
  const wide = room.clientWidth - gutter;
  if (left < room.scrollLeft) room.scrollLeft = left;
  else if (right > room.scrollLeft + wide) room.scrollLeft = Math.min(left, right - wide);
}
