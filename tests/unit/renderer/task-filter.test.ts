import { expect, test } from 'vitest';
import { NO_GROUP, taskTest } from '#renderer/views/plan/use-task-filter.ts';
import type { TaskRowDto } from '#shared/contract/plan.ts';

const rowOf = (code: string, name: string, rest: Partial<TaskRowDto> = {}) =>
  ({ code, name, nameEn: '', leadAgency: 'Bộ Nội vụ', leadAgencyEn: '', group: null, ...rest }) as TaskRowDto;
const TASKS = [
  rowOf('1.02', 'Chữ ký số', { group: '1', schedule: 'overdue' }),
  rowOf('2.01', 'Trụ sở và thiết bị', { schedule: 'done' }),
  rowOf('2.02', 'Thiết bị số', { group: '2', schedule: 'done' }),
];
const NOTHING = { group: null, schedule: null, phase: null, scope: null, q: null };

test.each([
  [{}, ['1.02', '2.01', '2.02']],
  [{ group: '1' }, ['1.02']],
  [{ group: NO_GROUP }, ['2.01']],
  [{ schedule: 'done' }, ['2.01', '2.02']],
  [{ schedule: 'done', group: '2' }, ['2.02']],
  [{ q: 'thiet bi' }, ['2.01', '2.02']],
  [{ q: 'thiết bị số' }, ['2.01', '2.02']],
  [{ q: 'thiết bị trụ' }, ['2.01']],
  [{ q: '1.02' }, ['1.02']],
  [{ q: 'nội vụ chữ ký' }, ['1.02']],
])('the filter %j leaves %j', (values, codes) => {
  const left = TASKS.filter(taskTest({ ...NOTHING, ...values }));
  expect(left.map(({ code }) => code)).toEqual(codes);
});
