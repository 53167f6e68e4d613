import { describe, expect, it, test } from 'vitest';
import { START } from '#renderer/views/intake/inbox-item.ts';
import { cellText } from '#renderer/views/intake/sheet/cell-text.ts';
import { choose } from '#renderer/views/intake/sheet/choices.ts';
import { actOf, moved } from '#renderer/views/intake/sheet/keys.ts';
import { createMerges } from '#renderer/views/intake/sheet/merges.ts';
import { columnOfLetters, lettersOf, nextTrouble, roleOf } from '#renderer/views/intake/sheet/overlay.ts';
import { type Block, blockAt, blocksOf, SheetRows } from '#renderer/views/intake/sheet/sheet-rows.ts';
import {
  AREA_PX_AT_MOST,
  columnsIn,
  indexAt,
  leftsOf,
  scrolled,
  topOf,
  totalOf,
} from '#renderer/views/intake/sheet/space.ts';
import type { SheetWindowDto } from '#shared/contract/intake-sheet.ts';
import { createFormatter } from '#shared/text/format.ts';

const SPACE = { count: 100, rowPx: 20, tall: { from: 3, to: 4, px: 50 } };

describe('where rows and columns stand', () => {
  it('puts the rows of the header apart and finds each row by its place', () => {
    expect([0, 3, 4, 5, 6].map((index) => topOf(SPACE, index))).toEqual([0, 60, 110, 160, 180]);
    expect(totalOf(SPACE)).toBe(98 * 20 + 100);
    for (let index = 0; index < SPACE.count; index += 1) {
      expect(indexAt(SPACE, topOf(SPACE, index))).toBe(index);
      expect(indexAt(SPACE, topOf(SPACE, index + 1) - 1)).toBe(index);
    }
  });

  it('leads to the last of five million rows though no browser draws them all', () => {
    const space = { count: 5_000_000, rowPx: 27, tall: null };
    const { area, toSheet, toScroll } = scrolled(space, 500);
    expect(area).toBe(AREA_PX_AT_MOST);
    expect(indexAt(space, toSheet(area - 500) + 499)).toBe(4_999_999);
    expect(toSheet(toScroll(1_234_567))).toBeCloseTo(1_234_567, 3);
    expect(scrolled(SPACE, 500).toSheet(123)).toBe(123);
  });

  it('knows the columns in sight', () => {
    const lefts = leftsOf([50, 100, 100, 30]);
    expect(lefts).toEqual([0, 50, 150, 250, 280]);
    expect(columnsIn(lefts, 0, 60)).toEqual({ from: 0, to: 2 });
    expect(columnsIn(lefts, 160, 1000)).toEqual({ from: 2, to: 4 });
  });

  it('names columns as a spreadsheet does', () => {
    expect([0, 25, 26, 701, 702].map(lettersOf)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA']);
    expect([0, 25, 26, 701, 702].map((column) => columnOfLetters(lettersOf(column)))).toEqual([
      0, 25, 26, 701, 702,
    ]);
  });
});

describe('keys', () => {
  const key = (name: string, more = {}) => ({
    ...{ key: name, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false },
    ...more,
  });
  const at = (index: number, column: number) => ({ active: { index, column }, anchor: index });
  const extent = { rows: 10, columns: 4, page: 5 };

  it('move within the sheet and choose rows with Shift', () => {
    expect(moved(at(0, 0), key('ArrowUp'), extent)).toEqual(at(0, 0));
    expect(moved(at(2, 1), key('PageDown', { shiftKey: true }), extent)).toEqual({
      active: { index: 7, column: 1 },
      anchor: 2,
    });
    expect(moved(at(2, 1), key('End', { ctrlKey: true }), extent)).toEqual(at(9, 3));
    expect(moved(at(2, 1), key('h'), extent)).toBeNull();
  });

  it('say what rows are, alone and not with Ctrl', () => {
    expect(actOf(key('H'))).toBe('header');
    expect(actOf(key('x', { ctrlKey: true }))).toBeNull();
    expect(actOf(key('constructor'))).toBeNull();
  });
});

describe('what a person says of rows', () => {
  const { revision } = START;

  it('is kept by sheet and taken back when it is said again', () => {
    const header = { ...revision, ...choose(revision, 'A', 'header', [3, 4]) };
    expect(header.layout).toEqual({ A: { header: { first: 3, last: 4 } } });
    expect(choose(header, 'A', 'header', [3, 4]).layout).toEqual({});
    const total = { ...header, ...choose(header, 'A', 'total', [9]) };
    expect(total.layout.A).toEqual({ header: { first: 3, last: 4 }, rows: { 9: 'total' } });
    const section = { ...total, ...choose(total, 'A', 'section', [8, 9]) };
    expect(section.layout.A?.rows).toEqual({ 8: 'section', 9: 'section' });
    expect(choose(section, 'A', 'section', [8, 9]).layout?.A).toEqual({ header: { first: 3, last: 4 } });
    expect(choose(section, 'B', 'lastRow', [20]).layout?.B).toEqual({ lastRow: 20 });
  });

  it('leaves rows out and takes them in again', () => {
    const out = { ...revision, ...choose(revision, 'A', 'exclude', [5, 6]) };
    expect(out.excluded).toEqual(['A!5', 'A!6']);
    expect(choose(out, 'A', 'exclude', [6, 7]).excluded).toEqual(['A!5', 'A!6', 'A!7']);
    expect(choose(out, 'A', 'exclude', [5]).excluded).toEqual(['A!6']);
  });

  it('forgets where the body began with another header', () => {
    const before = { ...revision, ...choose(revision, 'A', 'firstRow', [7]) };
    expect(choose(before, 'A', 'header', [1]).layout?.A).toEqual({ header: { first: 1, last: 1 } });
  });
});

test('a row above the figures is title or header, one below what was made of it', () => {
  const view = {
    ...{ sheet: 'A', columns: new Map(), problems: new Map(), fixes: new Map(), excluded: new Set<number>() },
    ...{ header: { first: 3, last: 4 }, headEnds: 5, troubled: [6, 9] },
  };
  expect([1, 3, 5, 6].map((row) => roleOf(view, row, 'used'))).toEqual(['title', 'head', 'head', 'used']);
  expect(roleOf({ ...view, header: null }, 1, null)).toBeNull();
  expect([1, 6, 9].map((row) => nextTrouble(view, row, 1))).toEqual([6, 9, 6]);
  expect([1, 9].map((row) => nextTrouble(view, row, -1))).toEqual([9, 6]);
});

test('cells are written as people here write them, text as it stands', () => {
  const vi = createFormatter('vi');
  const cells = [
    ...[
      ['10507', 'n'],
      ['1234.5', 'N'],
      ['2025', 'n'],
      ['0.597', 'p'],
      ['2025-07-31', 'd'],
    ],
    ...[
      ['2025-07-31T08:05', 'd'],
      ['true', 'b'],
      ['#DIV/0!', 'e'],
      ['01,50', 't'],
      [null, 't'],
    ],
  ] as const;
  expect(cells.map(([text, kind]) => cellText(text, kind, vi))).toEqual([
    ...['10.507', '1.234,5', '2025', '59,7%', '31/07/2025'],
    ...['31/07/2025 08:05', 'TRUE', '#DIV/0!', '01,50', ''],
  ]);
});

test('any cell of a merged one leads to it', () => {
  const wide = { row: 2, column: 1, rows: 2, columns: 3 };
  const { at } = createMerges([wide]);
  expect(at(3, 3)).toBe(wide);
  expect(at(4, 1)).toBeUndefined();
  expect(at(2, 4)).toBeUndefined();
});

describe('parts of a sheet', () => {
  const windowOf = (block: Block, text: string): SheetWindowDto => ({
    rows: [
      { row: 'from' in block.rows ? block.rows.from : 0, texts: [text], kinds: 't', mark: null, unit: null },
    ],
    ...{ merged: [], lastRow: 200, width: 1, isWhole: true },
  });

  it('are those that the rows and columns in sight touch', () => {
    const keys = (blocks: readonly Block[]) => blocks.map(({ key }) => key);
    expect(keys(blocksOf(null, { from: 60, to: 70 }, { from: 0, to: 10 }))).toEqual(['0|0', '64|0']);
    expect(keys(blocksOf(null, { from: 0, to: 64 }, { from: 60, to: 65 }))).toEqual(['0|0', '0|64']);
    expect(blockAt([5, 9, 12], 1, 0).rows).toEqual({ these: [5, 9, 12] });
  });

  it('stay in sight until they have come anew, and what is out of sight by its turn is not asked for', async () => {
    const asked: { readonly block: Block; readonly answer: (window: SheetWindowDto) => void }[] = [];
    const rows = new SheetRows(
      async (block) => await new Promise((answer) => asked.push({ block, answer })),
      () => undefined,
    );
    const blocks = [0, 64, 128].map((index) => blockAt(null, index, 0));
    const [first, second, third] = blocks as [Block, Block, Block];
    rows.want(blocks, 1);
    expect(asked.map(({ block }) => block)).toEqual([first, second]);
    rows.want([first], 1);
    for (const { block, answer } of asked) answer(windowOf(block, 'a'));
    await expect.poll(() => rows.row(first, 1)?.texts).toEqual(['a']);
    expect(asked).toHaveLength(2);
    rows.want([first, third], 2);
    expect(rows.row(first, 1)?.texts).toEqual(['a']);
    expect(asked.slice(2).map(({ block }) => block)).toEqual([first, third]);
    asked[2]?.answer(windowOf(first, 'b'));
    await expect.poll(() => rows.row(first, 1)?.texts).toEqual(['b']);
  });

  it('are asked for once, not over and over, where they cannot be read', async () => {
    let asked = 0;
    const errors: unknown[] = [];
    const rows = new SheetRows(
      async () => {
        asked += 1;
        throw new Error('gone');
      },
      (error) => errors.push(error),
    );
    rows.want([blockAt(null, 0, 0)], 1);
    await expect.poll(() => errors.length).toBe(1);
    rows.want([blockAt(null, 64, 0)], 1);
    expect(asked).toBe(1);
    rows.want([blockAt(null, 0, 0)], 2);
    await expect.poll(() => errors.length).toBe(2);
  });
});

test('units across is said, then that they are not, then nothing', () => {
  type Revision = typeof START.revision;
  const said = (revision: Revision): Revision => ({ ...revision, ...choose(revision, 'S', 'across', [1]) });
  const across = said(START.revision);
  expect(across.layout).toEqual({ S: { orientation: 'across' } });
  expect(said(across).layout).toEqual({ S: { orientation: 'down' } });
  expect(said(said(across)).layout).toEqual({});
});
