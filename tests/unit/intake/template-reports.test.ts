import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unzipParts } from '#main/core/files/zip.ts';
import { collectFigures } from '#main/core/take/intake/check/collect.ts';
import { openTable } from '#main/core/take/intake/read/open-table.ts';
import {
  CUT,
  DONE,
  filledReports,
  KNOWN,
  LATE,
  PLAN,
  reportsTemplate,
  WAITING,
} from '#tests/fixtures/intake/filled-reports.ts';
import { bytesSource } from '#tests/fixtures/intake/read-all.ts';
import { collectOptions } from '#tests/fixtures/intake/register.ts';
import { officeFaults } from '#tests/setup/office-faults.ts';
import { readWorkbookFile } from '#tests/setup/workbook-file.ts';

async function collect(name: string, bytes: Uint8Array, defaultCut: string | null = null) {
  const options = collectOptions({ defaultCut, ruleVersion: 1, plan: PLAN });
  const result = await collectFigures(await openTable(bytesSource(name, bytes)), name, options);
  return {
    bodies: [...result.reports.brought().values()].flat(),
    problems: result.problems.kept.map(({ code, sheet, row }) => [code, sheet, row]),
  };
}

const SAID = [
  { cut: CUT, task: LATE, unit: '31', state: 'blocked', progress: 0.4, note: 'Chờ bộ hướng dẫn' },
  { cut: CUT, task: DONE, unit: '31', state: 'done', progress: 1, done_on: '2025-07-20' },
  { cut: CUT, task: WAITING, unit: '31', state: 'notStarted', progress: 0 },
  { uuid: KNOWN.uuid, unit: '31', category: 'instructions_lacking', resolved_on: '2025-07-24' },
  { unit: '11629', category: 'terminals_lacking', reported_on: '2025-07-20', indicators: '["devices"]' },
  { unit: '31', kind: 'decision', number: '12/QĐ-UBND', issued_on: '2025-07-20', task: DONE },
];

test('a template that nobody filled in says only the difficulty that is known', async () => {
  const { bodies, problems } = await collect('t.xlsx', reportsTemplate());
  expect(problems).toEqual([]);
  expect(bodies).toMatchObject([{ uuid: KNOWN.uuid, text: 'Chưa có văn bản', resolved_on: null }]);
});

test('a template that was filled in says what was filled in', async () => {
  const { bodies, problems } = await collect('t.xlsx', filledReports());
  expect(problems).toEqual([]);
  expect(bodies).toMatchObject(SAID);
});

test('says the same once LibreOffice has saved it', async () => {
  const saved = readFileSync(join(import.meta.dirname, '../../fixtures/intake/reports-by-libreoffice.xlsx'));
  expect((await collect('t.xlsx', saved)).bodies).toEqual((await collect('t.xlsx', filledReports())).bodies);
});

test('and the same in three tables of CSV, and in one feed of JSON', async () => {
  const { bodies } = await collect('t.xlsx', filledReports());
  const tables = [
    `Mã đơn vị;Mã nhiệm vụ;Trạng thái;Tiến độ (%);Ngày hoàn thành;Nguyên nhân chậm;Ghi chú
31;${LATE};Đang vướng mắc;40%;;Thiếu hướng dẫn;Chờ bộ hướng dẫn
31;${DONE};Đã hoàn thành;100;20/07/2025;;
31;${WAITING};Chưa triển khai;;;;
`,
    `Mã đơn vị;Mã khó khăn;Nhóm khó khăn;Nội dung;Từ ngày;Chỉ tiêu liên quan;Ngày giải quyết
31;abcd1234;Thiếu hướng dẫn;Chưa có văn bản;10/07/2025;;24/07/2025
11629;;Thiếu thiết bị đầu cuối;Máy quét hỏng;20/07/2025;devices;
`,
    `Mã đơn vị;Loại văn bản;Số, ký hiệu;Trích yếu;Ngày ban hành;Mã nhiệm vụ
31;Quyết định;12/QĐ-UBND;Quy chế hoạt động;20/07/2025;${DONE}
`,
  ];
  const ofTables = await Promise.all(tables.map((text) => collect('a.csv', Buffer.from(text), CUT)));
  expect(ofTables.flatMap((one) => one.bodies)).toEqual(bodies);
  const unit_code = '31';
  const feed = {
    ...{ format: 'kh02-import', version: 1, cut: CUT },
    task_reports: [
      {
        ...{ unit_code, task: LATE, state: 'blocked', progress: 0.4 },
        ...{ cause: 'instructions_lacking', note: 'Chờ bộ hướng dẫn' },
      },
      { unit_code, task: DONE, state: 'done', progress: 1, done_on: '2025-07-20' },
      { unit_code, task: WAITING, state: 'notStarted' },
    ],
    difficulties: [
      {
        ...{ unit_code, id: 'abcd1234', category: 'instructions_lacking', text: 'Chưa có văn bản' },
        ...{ since: '2025-07-10', resolved_on: '2025-07-24' },
      },
      {
        ...{ unit_code: '11629', category: 'terminals_lacking', text: 'Máy quét hỏng' },
        ...{ since: '2025-07-20', indicators: 'devices' },
      },
    ],
    documents: [
      {
        ...{ unit_code, kind: 'decision', number: '12/QĐ-UBND', title: 'Quy chế hoạt động' },
        ...{ issued_on: '2025-07-20', task: DONE },
      },
    ],
  };
  expect((await collect('a.json', Buffer.from(JSON.stringify(feed)))).bodies).toEqual(bodies);
});

test('is built as the schema wants it, locks codes and asks for nothing but what can be', () => {
  const bytes = reportsTemplate();
  expect(officeFaults(unzipParts(bytes))).toEqual([]);
  const [tasks, difficulties] = readWorkbookFile(bytes);
  expect(tasks?.cells.get('A5')).toMatchObject({ value: LATE, isLocked: true });
  expect(tasks?.cells.get('D5')?.isLocked).toBe(false);
  expect(tasks?.checks[0]?.formula).toBe('"Chưa triển khai,Đang thực hiện,Đã hoàn thành,Đang vướng mắc"');
  expect(tasks?.checks[3]?.formula).toBe(`_meta!$D$1:$D$${PLAN.categories.length}`);
  const [first] = tasks?.checks ?? [];
  expect(first?.range).toMatch(/^D5:D\d+$/);
  expect(difficulties?.cells.get('B5')).toMatchObject({ value: 'abcd1234', isLocked: true });
  expect(difficulties?.cells.get('A6')?.isLocked).toBe(false);
});
