import { describe, expect, it } from 'vitest';
import { parseBlock, writeBlock } from '#renderer/views/entry/clipboard.ts';
import { EntryState } from '#renderer/views/entry/entry-state.ts';
import { chosenTexts, clear, nextToLookAt, paste } from '#renderer/views/entry/grid-acts.ts';
import { createModel } from '#renderer/views/entry/grid-model.ts';
import { jump, stepAlong } from '#renderer/views/entry/selection.ts';
import type { EntryDraftDto, EntryGridDto } from '#shared/contract/entry.ts';

const NO_PARTS = { numerator: null, denominator: null };
const GRID: EntryGridDto = {
  unit: '31',
  cut: { id: 'week-2025-12-29', state: 'collecting', dueAt: '', closedAt: null, closedBy: null },
  before: null,
  rows: ['11001', '11002', '11003'],
  columns: [
    { indicator: 'devices', kind: 'criterion' },
    { indicator: 'online', kind: 'ratio' },
  ],
  notAsked: [{ unit: '11002', indicator: 'devices' }],
  figures: [
    { unit: '11001', indicator: 'devices', value: 1, ...NO_PARTS, run: 0 },
    { unit: '11001', indicator: 'online', value: 0.3, numerator: 12, denominator: 40, run: 0 },
    { unit: '11003', indicator: 'online', value: 0.455, ...NO_PARTS, run: 0 },
  ],
  past: [],
  tasks: null,
  runs: [{ source: 'tệp.xlsx', sourceEn: 'tệp.xlsx', who: 'An', at: '' }],
};
const NO_DRAFT: EntryDraftDto = {
  ...{ savedAt: null, cells: [], others: [], moved: [], movedReports: [], closedMeanwhile: false },
  ...{ verdicts: [], readings: [] },
};
const begin = () => new EntryState(createModel(GRID));
const text = (state: EntryState, row: number, column: number) =>
  state.textOf(state.unitAt(row), state.columnAt(column));
const texts = (state: EntryState) =>
  [0, 1, 2].map((row) => [0, 1, 2].map((column) => text(state, row, column)));

describe('a block on the clipboard', () => {
  it('is read as spreadsheets write it', () => {
    expect(parseBlock('1\t2\r\n3\t4\r\n')).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
    expect(parseBlock('"a\tb"\t"c\nd"\n"e ""f"""')).toEqual([['a\tb', 'c\nd'], ['e "f"']]);
    expect(parseBlock('5" ống\t"chưa đóng\n\t\n')).toEqual([
      ['5" ống', '"chưa đóng'],
      ['', ''],
    ]);
    expect(parseBlock('1\t')).toEqual([['1', '']]);
  });

  it('comes back as it was written', () => {
    const rows = [
      ['Có', 'a\tb', ''],
      ['"', 'c\r\nd', '1.234,5'],
    ];
    expect(parseBlock(writeBlock(rows))).toEqual(rows);
  });
});

describe('keys', () => {
  const size = { rows: 3, columns: 3 };
  it('go along the rows and leave at either end', () => {
    expect(stepAlong({ row: 0, column: 2 }, 1, size)).toEqual({ row: 1, column: 0 });
    expect(stepAlong({ row: 0, column: 0 }, -1, size)).toBeNull();
    expect(stepAlong({ row: 2, column: 2 }, 1, size)).toBeNull();
  });

  it('jump to the end of what is filled, over what is not, and to the edge', () => {
    const filled = new Set([1, 2, 5]);
    const right = (column: number) =>
      jump({ row: 0, column }, { row: 0, column: 1 }, { rows: 1, columns: 8 }, (at) => filled.has(at.column))
        .column;
    expect([right(0), right(1), right(2), right(5), right(7)]).toEqual([1, 2, 5, 7, 7]);
  });
});

describe('what is typed', () => {
  it('stands over what is in force and goes back to it, step by step', () => {
    const state = begin();
    expect(texts(state)).toEqual([
      ['1', '12', '40'],
      ['', '', ''],
      ['', '45,5%', ''],
    ]);
    state.type('k');
    state.move({ row: 0, column: 1 });
    state.type('13');
    state.move({ row: 1, column: 1 });
    expect([text(state, 0, 0), text(state, 0, 1)]).toEqual(['0', '13']);
    expect(state.counts()).toEqual({ cells: 2, errors: 0, questions: 0 });
    expect([state.undo(), text(state, 0, 1), state.undo(), text(state, 0, 0), state.undo()]).toEqual([
      ...[true, '12', true, '1'],
      false,
    ]);
    expect([state.redo(), text(state, 0, 0), state.redo(), state.redo()]).toEqual([true, '0', true, false]);
  });

  it('is nothing where F2 opened a cell and left it as it was, or Escape took the edit back', () => {
    const state = begin();
    state.edit('Có');
    state.commit();
    state.type('k');
    state.cancel();
    expect(state.unsaved()).toEqual([]);
  });

  it('is sent with what was known before, and kept where it changed while it was on its way', () => {
    const state = begin();
    state.type('k');
    state.commit();
    const sent = state.unsaved();
    expect(sent).toMatchObject([{ unit: '11001', text: '0', before: '' }]);
    state.type('có lẽ');
    state.commit();
    const cell = {
      unit: '11001',
      indicator: 'devices',
      part: 'value',
      text: '0',
      aside: null,
      at: '',
    } as const;
    state.saved(sent, { cells: [cell], verdicts: [], readings: [] });
    expect(state.unsaved()).toMatchObject([{ text: 'có lẽ', before: '0' }]);
    // What the engine says of a draft takes nothing away that it does not know yet.
    state.setDraft(NO_DRAFT);
    expect(text(state, 0, 0)).toBe('có lẽ');
  });

  it('shows what another window wrote into the cell, until one of both is chosen', () => {
    const state = begin();
    const cell = { unit: '11001', indicator: 'devices', part: 'value', text: '0', at: '' } as const;
    state.setDraft({ ...NO_DRAFT, cells: [{ ...cell, aside: '1' }] });
    expect([state.counts().questions, nextToLookAt(state)]).toEqual([1, { row: 0, column: 0 }]);
    state.settle('11001', state.columnAt(0), '1');
    expect(state.unsaved()).toMatchObject([{ text: '1', before: '0' }]);
    expect(state.counts().questions).toBe(0);
  });
});

describe('a pasted block', () => {
  it('fills cells, and gives back what has no place', () => {
    const state = begin();
    state.move({ row: 1, column: 0 });
    const { cells, left } = paste(state, 'c\t1.200\t4.000\tthừa\nkhông\t\t\nx');
    expect(cells).toBe(3);
    expect(left.map(({ why, text: value }) => `${why} ${value}`)).toEqual([
      'notAsked c',
      'outside thừa',
      'outside x',
    ]);
    expect(texts(state).slice(1)).toEqual([
      ['', '1.200', '4.000'],
      ['0', '45,5%', ''],
    ]);
    state.undo();
    expect(state.counts().cells).toBe(0);
  });

  it('of one value fills all that is chosen', () => {
    const state = begin();
    state.select({ active: { row: 2, column: 2 }, anchor: { row: 1, column: 1 } });
    expect(paste(state, '7\r\n')).toEqual({ cells: 4, left: [] });
    expect(chosenTexts(state, (unit, column) => state.textOf(unit, column))).toEqual([
      ['7', '7'],
      ['7', '7'],
    ]);
  });
});

it('deletes what was typed, and says of how many figures in force it cannot', () => {
  const state = begin();
  state.type('k');
  state.select({ active: { row: 0, column: 0 }, anchor: { row: 0, column: 2 } });
  expect([clear(state), texts(state)[0]]).toEqual([0, ['1', '12', '40']]);
  expect(clear(state)).toBe(3);
});
