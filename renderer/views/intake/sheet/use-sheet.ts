import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useSay } from '#renderer/ground/use-say.ts';
import type { IntakePreviewDto } from '#shared/contract/intake.ts';
import type { SheetWindowDto } from '#shared/contract/intake-sheet.ts';
import { createMerges, type Merged } from './merges.ts';
import { columnOfLetters, type SheetView } from './overlay.ts';
import { BLOCK_COLUMNS, type Block, blockAt, blocksOf, SheetRows } from './sheet-rows.ts';
import { COLUMN_PX, HEADER_ROW_PX, ROW_PX } from './sizes.ts';
import { leftsOf, type RowSpace, topOf } from './space.ts';
import type { GridData } from './use-grid.ts';

interface Range {
  readonly from: number;
  readonly to: number;
}

/** Below every sheet: who asks for it is answered when all has been read. */
const BEYOND = 10_000_000;

/** The rows of a sheet as far as they are in sight, and how large it is. */
export function useSheet(
  preview: IntakePreviewDto,
  view: SheetView,
  filtered: readonly number[] | null,
): { readonly data: GridData; readonly lastRow: number } {
  const { rows, changes } = useSheetRows(preview, view.sheet);
  const version = useVersion(preview);
  const [sight, setSight] = useState<{ readonly rows: Range; readonly columns: Range }>({
    rows: { from: 0, to: 40 },
    columns: { from: 0, to: 20 },
  });
  const onSight = useCallback((rowsSeen: Range, columns: Range) => setSight({ rows: rowsSeen, columns }), []);
  const wanted = useSame(useMemo(() => blocksOf(filtered, sight.rows, sight.columns), [filtered, sight]));
  const above = useSame(
    useMemo(
      () => (filtered === null ? anchorBlocks(rows, wanted, changes) : []),
      [filtered, rows, wanted, changes],
    ),
  );
  useEffect(() => rows.want([...wanted, ...above, END], version), [rows, wanted, above, version]);
  const extent = useExtent(rows, wanted, changes);
  const widths = useWidths(rows, extent.width, view, changes);
  const count = filtered?.length ?? Math.max(extent.lastRow, 1);
  const tall = filtered === null ? (view.header ?? NO_HEADER) : NO_HEADER;
  const space = useMemo(() => spaceOf(count, tall.first, tall.last), [count, tall.first, tall.last]);
  const lefts = useMemo(() => leftsOf(widths), [widths]);
  const data = useMemo<GridData>(
    () => ({
      ...{ space, count, widths, lefts, onSight },
      rowAt: (index) => filtered?.[index] ?? index + 1,
      part: (index, column) => {
        const row = filtered?.[index] ?? index + 1;
        return rows.row(blockAt(filtered, index, column), row);
      },
      merges: createMerges(wanted.flatMap((block) => rows.window(block)?.merged ?? [])),
      heightOf: (index, many) =>
        filtered === null
          ? topOf(space, index + many) - topOf(space, index)
          : topOf(space, index + 1) - topOf(space, index),
      version: changes,
    }),
    [space, count, widths, lefts, onSight, filtered, rows, wanted, changes],
  );
  return { data, lastRow: extent.lastRow };
}

/** The parts with the first rows of cells that reach into those in sight from far above: there stands their text. */
function anchorBlocks(rows: SheetRows, wanted: readonly Block[], changes: number): Block[] {
  void changes;
  const seen = new Set(wanted.map(({ key }) => key));
  const blocks = wanted
    .flatMap((block) => rows.window(block)?.merged ?? [])
    .map(({ row, column }) => blockAt(null, row - 1, column))
    .filter(({ key }) => !seen.has(key));
  return [...new Map(blocks.map((block) => [block.key, block])).values()].slice(0, ANCHORS_AT_MOST);
}

/** Of a sheet in sight; each is a question to the engine. */
const ANCHORS_AT_MOST = 4;

/** The same list as before while its parts are: rows that stay in sight are not drawn anew. */
function useSame(blocks: readonly Block[]): readonly Block[] {
  const last = useRef(blocks);
  const isSame =
    last.current.length === blocks.length && blocks.every(({ key }, at) => last.current[at]?.key === key);
  if (!isSame) last.current = blocks;
  return last.current;
}

const END: Block = { key: 'end', rows: { from: BEYOND, to: BEYOND }, fromColumn: 0 };

function useSheetRows(preview: IntakePreviewDto, sheet: string) {
  const api = useApi();
  const say = useSay();
  const id = preview.id ?? '';
  const rows = useMemo(
    () =>
      new SheetRows(
        async (block): Promise<SheetWindowDto> =>
          await api.intake.sheet.call({
            ...{ id, sheet },
            rows: 'these' in block.rows ? { these: [...block.rows.these] } : { ...block.rows },
            columns: { from: block.fromColumn, to: Math.min(block.fromColumn + BLOCK_COLUMNS, 400) },
          }),
        say.error,
      ),
    [api, id, sheet, say.error],
  );
  const changes = useSyncExternalStore(rows.subscribe, rows.changes);
  return { rows, changes };
}

/** Another number for each preview that the engine gives of the file. */
function useVersion(preview: IntakePreviewDto): number {
  const last = useRef({ preview, version: 0 });
  if (last.current.preview !== preview) last.current = { preview, version: last.current.version + 1 };
  return last.current.version;
}

/** How far the sheet goes, as far as is known; never less than was known before. */
function useExtent(rows: SheetRows, wanted: readonly Block[], changes: number) {
  const known = useRef({ rows, lastRow: 0, width: 0 });
  return useMemo(() => {
    void changes;
    if (known.current.rows !== rows) known.current = { rows, lastRow: 0, width: 0 };
    for (const block of [...wanted, END]) {
      const window = rows.window(block);
      if (window === undefined) continue;
      const { lastRow, width } = known.current;
      known.current = {
        rows,
        lastRow: Math.max(lastRow, window.lastRow),
        width: Math.max(width, window.width),
      };
    }
    return known.current;
  }, [rows, wanted, changes]);
}

/** As wide as what the first rows below the header hold; drawn so from then on. */
function useWidths(
  rows: SheetRows,
  width: number,
  { header, headEnds, columns }: SheetView,
  changes: number,
): readonly number[] {
  const { above, ends } = { above: header?.first ?? 1, ends: headEnds ?? 0 };
  const [measured, setMeasured] = useState<ReadonlyMap<number, readonly number[]>>(new Map());
  const first = useRef(rows);
  useEffect(() => {
    void changes;
    if (first.current !== rows) {
      first.current = rows;
      setMeasured(new Map());
      return;
    }
    const next = new Map(measured);
    for (let from = 0; from < width; from += BLOCK_COLUMNS) {
      const window = next.has(from) ? undefined : rows.window(blockAt(null, 0, from));
      if (window !== undefined)
        next.set(from, widthsOf(window, { first: above, ends }, Math.min(BLOCK_COLUMNS, width - from)));
    }
    if (next.size !== measured.size) setMeasured(next);
  }, [rows, width, above, ends, measured, changes]);
  const named = useMemo(() => namedColumns(columns), [columns]);
  return useMemo(
    () =>
      Array.from({ length: Math.max(width, 1) }, (_, column) => {
        const part = measured.get(Math.floor(column / BLOCK_COLUMNS) * BLOCK_COLUMNS);
        const own = part?.[column % BLOCK_COLUMNS] ?? COLUMN_PX.unknown;
        return Math.max(own, named.has(column) ? COLUMN_PX.named : 0);
      }),
    [measured, width, named],
  );
}

/** What they are taken to hold stands above them. */
function namedColumns(columns: SheetView['columns']): ReadonlySet<number> {
  const named = [...columns.values()].filter(({ meaning }) => meaning !== 'ignored' && meaning !== 'unknown');
  return new Set(named.map(({ column }) => columnOfLetters(column)));
}

function widthsOf(
  { rows, merged }: SheetWindowDto,
  head: { readonly first: number; readonly ends: number },
  count: number,
): number[] {
  const { least, most, letter, around } = COLUMN_PX;
  const wide = new Set(
    merged.filter(({ columns }: Merged) => columns > 1).map(({ row, column }) => `${row} ${column}`),
  );
  const lengths = Array.from({ length: count }, () => 0);
  for (const { row, texts } of rows)
    for (const [at, text] of texts.entries()) {
      if (text === null || wide.has(`${row} ${at}`)) continue;
      // Names in the header are broken into lines, titles above it run over their neighbours.
      const length = row > head.ends ? text.length : row < head.first ? 0 : Math.min(text.length / 3, 14);
      lengths[at] = Math.max(lengths[at] ?? 0, length);
    }
  return lengths.map((length) => Math.round(Math.min(most, Math.max(least, length * letter + around))));
}

const NO_HEADER = { first: 0, last: 0 };

/** The rows of the header are taller; `first` 0: there is none. */
function spaceOf(count: number, first: number, last: number): RowSpace {
  const tall = first === 0 ? null : { from: first - 1, to: Math.min(last, count) - 1, px: HEADER_ROW_PX };
  return { count, rowPx: ROW_PX, tall };
}
