import { expect, test } from 'vitest';
import { collectFigures } from '#main/core/take/intake/check/collect.ts';
import type { CollectOptions } from '#main/core/take/intake/check/options.ts';
import { openTable } from '#main/core/take/intake/read/open-table.ts';
import { readProgress } from '#main/core/take/intake/reports/read-cells.ts';
import { problemSentence } from '#shared/text/intake-text.ts';
import { createTranslator } from '#shared/text/translator.ts';
import { bytesSource } from '#tests/fixtures/intake/read-all.ts';
import { collectOptions, planWords } from '#tests/fixtures/intake/register.ts';

const words = createTranslator('vi');

async function collect(text: string, change: Partial<CollectOptions> = {}, name = 'a.csv') {
  const file = await openTable(bytesSource(name, Buffer.from(text)));
  const result = await collectFigures(file, name, collectOptions({ province: '31', ...change }));
  return {
    bodies: [...result.reports.brought().values()].flat(),
    codes: result.problems.kept.map(({ code, row, column }) => `${code} ${column ?? ''}${row ?? ''}`),
    sentences: result.problems.kept.map((one) => problemSentence(one, words)),
    rows: [result.rows, result.rejectedRows],
  };
}

const TASKS = 'Mã nhiệm vụ;Trạng thái;Tiến độ (%);Ngày hoàn thành;Nguyên nhân chậm;Ghi chú';
const OWN = [...planWords().tasks.values()].filter(({ scope }) => scope !== 'centre').map(({ code }) => code);
const [FIRST = '', SECOND = '', THIRD = '', FOURTH = ''] = OWN;
const CENTRES = [...planWords().tasks.values()].find(({ scope }) => scope === 'centre')?.code ?? '';

test('takes task reports by the words that people write, for the province of the file', async () => {
  const { bodies, codes } = await collect(
    [
      TASKS,
      `${FIRST};Đang thực hiện;45;;Thiếu hướng dẫn;Chờ bộ`,
      `${SECOND};Đã hoàn thành;;20/07/2025;;`,
      `${THIRD};;;;;`,
      `${FOURTH};chua trien khai;0%;;;`,
    ].join('\n'),
  );
  expect(codes.filter((code) => !code.startsWith('CAUSE_MISSING'))).toEqual([]);
  const common = { cut: 'week-2025-07-28', unit: '31' };
  expect(bodies).toEqual([
    {
      ...common,
      task: FIRST,
      state: 'inProgress',
      progress: 0.45,
      done_on: null,
      note: 'Chờ bộ',
      cause: 'instructions_lacking',
    },
    { ...common, task: SECOND, state: 'done', progress: 1, done_on: '2025-07-20', note: null, cause: null },
    { ...common, task: FOURTH, state: 'notStarted', progress: 0, done_on: null, note: null, cause: null },
  ]);
});

test('says of each wrong report what is wrong with it, where, and what to do', async () => {
  const { bodies, sentences, codes, rows } = await collect(
    [
      TASKS,
      '9.99;Đang thực hiện;10;;;',
      `${CENTRES};Đang thực hiện;10;;;`,
      `${FIRST};Gần xong;10;;;`,
      `${FIRST};;10;;;`,
      `${FIRST};Đang thực hiện;120;;;`,
      `${FIRST};Đang thực hiện;nhiều;;;`,
      `${FIRST};Đang thực hiện;;;;`,
      `${FIRST};Đã hoàn thành;90;01/07/2025;;`,
      `${FIRST};Đã hoàn thành;100;;;`,
      `${FIRST};Đã hoàn thành;100;31/02/2025;;`,
      `${FIRST};Đã hoàn thành;100;29/07/2025;;`,
      `${FIRST};Đã hoàn thành;100;01/01/2025;;`,
      `${FIRST};Đang thực hiện;10;01/07/2025;;`,
      `${FIRST};Đang thực hiện;10;;Trời mưa;`,
      `${FIRST};Đang thực hiện;10;;;${'x'.repeat(2001)}`,
    ].join('\n'),
  );
  expect(bodies).toEqual([]);
  expect(rows).toEqual([15, 15]);
  expect(codes).toEqual([
    'TASK_UNKNOWN A2',
    'TASK_OUTSIDE_SCOPE A3',
    'STATE_UNKNOWN B4',
    'STATE_MISSING B5',
    'PROGRESS_OUT_OF_RANGE C6',
    'PROGRESS_NO_NUMBER C7',
    'PROGRESS_MISSING C8',
    'PROGRESS_DIFFERS C9',
    'DONE_WITHOUT_DATE D10',
    'DATE_INVALID D11',
    'DATE_IN_FUTURE D12',
    'DATE_BEFORE_PLAN D13',
    'DATE_WITHOUT_DONE D14',
    'CAUSE_UNKNOWN E15',
    'TEXT_TOO_LONG F16',
  ]);
  expect(sentences[4]).toBe('Tiến độ 120% nằm ngoài khoảng cho phép. Hãy ghi từ 0% đến 100%.');
  expect(sentences[10]).toBe(
    'Ngày 29/07/2025 ở sau 28/07/2025, ngày của kỳ số liệu hoặc hôm nay. Hãy sửa ngày, hoặc báo cáo ở kỳ sau.',
  );
  for (const sentence of sentences) expect(sentence).toMatch(/ (Hãy|Chọn)/);
});

test('asks what a progress is that may be a percent or a fraction above the whole', () => {
  expect([readProgress(1.4, false), readProgress('1,4', false)]).toEqual(['wrong', 'wrong']);
  for (const read of [readProgress(1.4, true), readProgress('1,4%', false)])
    expect(read).toBeCloseTo(0.014, 12);
  expect(readProgress(1, false)).toBe(1);
});

test('keeps one of two rows about the same task, and says where the other is', async () => {
  const same = `${FIRST};Đang thực hiện;10;;;`;
  const { bodies, codes } = await collect([TASKS, same, same, `${FIRST};Đang thực hiện;20;;;`].join('\n'));
  expect(bodies.map(({ progress }) => progress)).toEqual([0.1]);
  expect(codes.filter((code) => code.startsWith('REPORT'))).toEqual([
    'REPORT_TWICE_SAME A3',
    'REPORT_TWICE_DIFFERENT A4',
  ]);
});

const DIFFICULTIES =
  'Mã đơn vị;Mã khó khăn;Nhóm khó khăn;Nội dung;Từ ngày;Chỉ tiêu liên quan;Ngày giải quyết';

test('takes difficulties of the province and of its communes, known and new ones', async () => {
  const plan = planWords({
    difficulties: (beginning) => (beginning === 'abcd1234' ? [{ uuid: 'abcd1234-0000', unit: '31' }] : []),
  });
  const text = [
    DIFFICULTIES,
    ';ABCD1234;Thiếu hướng dẫn;Còn thiếu;01/07/2025;;10/07/2025',
    '11629;;terminals_lacking;Hỏng máy;02/07/2025;Thiết bị số; ',
    '01;;Thiếu hướng dẫn;Của Hà Nội;01/07/2025;;',
    ';99999999;Thiếu hướng dẫn;Lạ;01/07/2025;;',
    ';;Thiếu hướng dẫn;Ngược;02/07/2025;;01/07/2025',
    ';;Thời tiết;Lạ;01/07/2025;;',
    ';;Thiếu hướng dẫn;;01/07/2025;;',
    ';;Thiếu hướng dẫn;Chỉ tiêu lạ;01/07/2025;Thời tiết;',
  ].join('\n');
  const { bodies, codes } = await collect(text, { plan });
  expect(bodies).toMatchObject([
    {
      uuid: 'abcd1234-0000',
      unit: '31',
      category: 'instructions_lacking',
      resolved_on: '2025-07-10',
      indicators: null,
    },
    {
      unit: '11629',
      category: 'terminals_lacking',
      text: 'Hỏng máy',
      resolved_on: null,
      indicators: '["devices"]',
    },
  ]);
  expect(String(bodies[1]?.uuid)).toMatch(/^[\da-f]{8}-[\da-f]{4}-8[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/);
  expect(codes).toEqual([
    'UNIT_OTHER_PROVINCE A4',
    'DIFFICULTY_UNKNOWN B5',
    'RESOLVED_BEFORE_SINCE G6',
    'CATEGORY_UNKNOWN C7',
    'TEXT_MISSING D8',
    'INDICATORS_UNKNOWN F9',
  ]);
});

test('takes documents, and the same from JSON as from CSV', async () => {
  const csv = [
    'Loại văn bản;Số, ký hiệu;Trích yếu;Ngày ban hành;Mã nhiệm vụ',
    `Quyết định;12/QĐ-UBND;Quy chế;05/07/2025;${FIRST}`,
    'Thư;1/T;Thư;05/07/2025;',
    'Công văn;;Đôn đốc;05/07/2025;',
  ].join('\n');
  const { bodies, codes } = await collect(csv);
  expect(bodies).toMatchObject([
    {
      unit: '31',
      task: FIRST,
      kind: 'decision',
      number: '12/QĐ-UBND',
      title: 'Quy chế',
      issued_on: '2025-07-05',
    },
  ]);
  expect(codes).toEqual(['DOCUMENT_KIND_UNKNOWN A3', 'TEXT_MISSING B4']);
  const feed = {
    ...{ format: 'kh02-import', version: 1, cut: 'week-2025-07-28' },
    task_reports: [
      { unit_code: '31', task: FIRST, state: 'inProgress', progress: 0.45, cause: 'instructions_lacking' },
    ],
    documents: [
      {
        unit_code: '31',
        kind: 'decision',
        number: '12/QĐ-UBND',
        title: 'Quy chế',
        issued_on: '2025-07-05',
        task: FIRST,
      },
    ],
  };
  const json = await collect(JSON.stringify(feed), { province: null }, 'a.json');
  expect(json.codes).toEqual([]);
  expect(json.bodies).toEqual([
    {
      cut: 'week-2025-07-28',
      task: FIRST,
      unit: '31',
      state: 'inProgress',
      progress: 0.45,
      done_on: null,
      note: null,
      cause: 'instructions_lacking',
    },
    ...bodies,
  ]);
});
