import { expect, it } from 'vitest';
import { EntryState } from '#renderer/views/entry/entry-state.ts';
import { paste } from '#renderer/views/entry/grid-acts.ts';
import { createTaskModel, type EntryTasks } from '#renderer/views/entry/task-model.ts';
import type { EntryDraftDto, EntryGridDto } from '#shared/contract/entry.ts';
import type { TaskState } from '#shared/domain/model.ts';

const SAID = { state: 'inProgress', progress: 0.455, doneOn: null, cause: 'money', note: null } as const;
const TASKS: EntryTasks = {
  rows: ['1.01', '1.02', '1.03'].map((task) => ({ task, name: task, nameEn: task, deadline: '2025-12-31' })),
  isOwed: true,
  causes: [
    { code: 'money', name: 'Thiếu kinh phí', nameEn: 'Lack of money' },
    { code: 'people', name: 'Thiếu người', nameEn: 'Lack of people' },
    { code: 'other', name: 'Khác', nameEn: 'Other' },
  ],
  reports: [{ task: '1.01', run: 0, ...SAID }],
  past: [{ task: '1.02', cut: 'week-2025-12-22', ...SAID }],
};
const GRID = { unit: '31', tasks: TASKS } as EntryGridDto;
const NAMES: Readonly<Record<TaskState, string>> = {
  ...{ notStarted: 'Chưa triển khai', inProgress: 'Đang thực hiện' },
  ...{ done: 'Đã hoàn thành', blocked: 'Đang vướng mắc' },
};
const begin = () => new EntryState(createTaskModel(GRID, TASKS, (state) => [NAMES[state]]));
const rowOf = (state: EntryState, task: string) =>
  state.model.columns.map((column) => state.textOf(task, column));

it('has a row for each task, with what is in force, and beside it what was said last', () => {
  const state = begin();
  expect(state.model.rows).toEqual(['1.01', '1.02', '1.03']);
  expect(rowOf(state, '1.01')).toEqual(['inProgress', '45,5%', '', 'money', '']);
  expect(rowOf(state, '1.02')).toEqual(['', '', '', '', '']);
  expect(state.model.columns.map((column) => state.model.textOfPast('1.02', column))).toEqual([
    ...['inProgress', '45,5%', '', 'money', ''],
  ]);
});

it('takes what people write: a number of the list, the first letters, a share without its sign, a day', () => {
  const state = begin();
  const typed = (column: number, text: string) => {
    state.move({ row: 2, column });
    state.type(text);
    state.commit();
    return state.textOf('1.03', state.columnAt(column));
  };
  expect(['2', 'chưa', 'hoàn thành', 'Đang vướng mắc', 'đang', '9'].map((text) => typed(0, text))).toEqual([
    ...['inProgress', 'notStarted', 'done', 'blocked'],
    // More than one begins so, and there is no ninth: kept as typed, for the engine to say what is wrong.
    ...['đang', '9'],
  ]);
  expect(['45', '45.5', '120', '30%', 'nửa'].map((text) => typed(1, text))).toEqual([
    ...['45%', '45,5%', '120%', '30%', 'nửa'],
  ]);
  expect(['1/8/2025', '2025-08-01', '31/02/2025'].map((text) => typed(2, text))).toEqual([
    ...['2025-08-01', '2025-08-01', '31/02/2025'],
  ]);
  expect(['2', 'thiếu', 'Thieu kinh phi', 'khac'].map((text) => typed(3, text))).toEqual([
    ...['people', 'thiếu', 'money', 'other'],
  ]);
});

it('takes rows of the template from Excel, and names them to the engine by body and task', () => {
  const state = begin();
  state.move({ row: 1, column: 0 });
  const { cells, left } = paste(
    state,
    'Đã hoàn thành\t100%\t28/12/2025\t\tQĐ 12\r\nĐang thực hiện\t60\t\tThiếu người\t\r\n',
  );
  expect([cells, left]).toEqual([7, []]);
  const sent = state
    .unsaved()
    .map(({ unit, column, text }) => ({ ...state.model.toWire(unit, column), text }));
  expect(sent.filter(({ text }) => text !== '')).toEqual(
    [
      ['1.02', 'state', 'done'],
      ['1.02', 'progress', '100%'],
      ['1.02', 'doneOn', '2025-12-28'],
      ['1.02', 'note', 'QĐ 12'],
      ['1.03', 'state', 'inProgress'],
      ['1.03', 'progress', '60%'],
      ['1.03', 'cause', 'people'],
    ].map(([indicator, part, text]) => ({ unit: '31', indicator, part, text })),
  );
});

it('shows of a draft what is said of tasks, and leaves its figures to the other sheet', () => {
  const state = begin();
  const at = '2025-12-29T10:00:00.000Z';
  const draft: EntryDraftDto = {
    savedAt: at,
    cells: [
      { unit: '31', indicator: '1.03', part: 'state', text: 'quá', aside: null, at },
      { unit: '11001', indicator: '1.03', part: 'value', text: '1', aside: null, at },
    ],
    others: [{ unit: '31', indicator: '1.02', part: 'note', text: 'x', who: 'Bình', at }],
    ...{ moved: [], closedMeanwhile: false, readings: [] },
    movedReports: [{ unit: '31', indicator: '1.01', was: null, now: { ...SAID }, who: 'Bình', at }],
    verdicts: [
      { unit: '31', indicator: '1.03', part: 'state', severity: 'error', code: 'STATE_UNKNOWN', values: {} },
      {
        unit: '11001',
        indicator: '1.03',
        part: 'value',
        severity: 'error',
        code: 'ENTRY_OUTSIDE',
        values: {},
      },
    ],
  };
  state.setDraft(state.model.fromWire(draft));
  expect(state.counts()).toEqual({ cells: 1, errors: 1, questions: 1 });
  expect(state.otherPeople()).toEqual([{ who: 'Bình', cells: 1 }]);
  expect(state.moved('1.01', '')?.who).toBe('Bình');
});
