import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import { filledFolder } from '#tests/setup/data-folder.ts';

const CUT = 'week-2025-12-29';
const WHO = 'Trực ban';
let application: Application;

beforeAll(async () => {
  application = await createApp({
    dataFolder: filledFolder(),
    clock: () => new Date('2025-12-29T10:00:00.000Z'),
  });
});
afterAll(() => application.close());

const inspect = (text: string, more = {}) =>
  application.client.intake.inspect({ file: new File([text], 'a.csv'), cut: CUT, ...more });

async function commit(id: string | null, more: { reason?: string } = {}) {
  for await (const event of await application.client.intake.commit({ id: id ?? '', who: WHO, ...more })) {
    if (event.kind === 'done') return event.result;
  }
  throw new Error('The commit ended without a result');
}

const bring = async (text: string, more = {}) => (await commit((await inspect(text, more)).id)).run;
const undo = (run: string) => application.client.intake.undo({ run, who: WHO });
const all = (sql: string) => application.context.read.prepare(sql).all();
const reports = () => all('SELECT * FROM task_report ORDER BY cut_id, task_id, unit_id');
const judged = () => all('SELECT * FROM task_status ORDER BY cut_id, task_id, unit_id');
const difficulties = () => all('SELECT * FROM difficulty ORDER BY uuid');

const TASK = '2.06';
const header = 'Mã đơn vị,Mã nhiệm vụ,Trạng thái,Tiến độ,Nguyên nhân,Ghi chú';
const row = (unit: string, progress: string, cause = '', note = '') =>
  `${unit},${TASK},Đang vướng mắc,${progress},${cause},${note}`;

test('a file of task reports is previewed, changes what is judged, and an undo brings back exactly what was', async () => {
  const before = { reports: reports(), judged: judged() };
  const preview = await inspect([header, row('31', '40%', 'Thiếu hướng dẫn', 'Chờ bộ'), ''].join('\n'));
  expect(preview).toMatchObject({ outcome: 'ready', figures: 0, rows: 1, accepted: 1 });
  expect(preview.reports).toEqual([{ kind: 'taskReport', added: 0, changed: 1, same: 0 }]);
  expect(reports()).toEqual(before.reports);
  const words = await application.client.intake.changes({ id: preview.id ?? '', states: ['changed'] });
  expect(words.reports).toMatchObject([
    { kind: 'taskReport', unit: '31', cut: CUT, now: { task: TASK, progress: 0.4 }, before: { task: TASK } },
  ]);
  const { run } = await commit(preview.id);
  const state = all(`SELECT report.state, progress, note, cause FROM task_report AS report
    JOIN task ON task.id = task_id JOIN unit ON unit.id = unit_id JOIN cut ON cut.id = cut_id
    WHERE task.code = '${TASK}' AND unit.code = '31' AND cut.code = '${CUT}'`);
  expect(state).toEqual([{ state: 'blocked', progress: 0.4, note: 'Chờ bộ', cause: 'instructions_lacking' }]);
  expect(judged()).not.toEqual(before.judged);
  const page = await application.client.plan.task({ code: TASK, cut: CUT });
  const cause = { code: 'instructions_lacking', name: 'Thiếu hướng dẫn' };
  expect(page.units.find(({ code }) => code === '31')).toMatchObject({ note: 'Chờ bộ', cause });
  const profile = await application.client.units.profile({ code: '31', cut: CUT });
  expect(profile.tasks.find(({ code }) => code === TASK)).toMatchObject({ note: 'Chờ bộ', cause });
  const [newest] = await application.client.intake.runs({});
  expect(newest).toMatchObject({ run, rows: 1, added: 0, changed: 1, same: 0 });
  expect(await undo(run)).toMatchObject({ restored: 1, removed: 0 });
  expect({ reports: reports(), judged: judged() }).toEqual(before);
});

test('of two files for one task and cut the later stands, the past keeps both, and either can be taken back', async () => {
  const before = reports();
  const first = await bring([header, row('31', '40%', '', 'một')].join('\n'));
  const second = await bring([header, row('31', '50%', '', 'hai')].join('\n'));
  const past = () =>
    all(
      `SELECT body ->> '$.note' AS note, state FROM report_past WHERE key = '${CUT}|${TASK}|31' ORDER BY id`,
    );
  expect(past()).toMatchObject([{ state: 'withdrawn' }, {}, { note: 'một', state: 'replaced' }]);
  await undo(first);
  expect(past().slice(-1)).toEqual([{ note: 'một', state: 'withdrawn' }]);
  await undo(second);
  expect(reports()).toEqual(before);
});

test('difficulties come in, are resolved later by their code, and go with the undo of their run', async () => {
  const before = difficulties();
  const head = 'Mã đơn vị;Mã khó khăn;Nhóm khó khăn;Nội dung;Từ ngày;Ngày giải quyết';
  const first = await bring(`${head}\n31;;Thiếu hướng dẫn;Chưa có văn bản;20/12/2025;\n`);
  const [own] = all(`SELECT uuid, resolved_on FROM difficulty WHERE text = 'Chưa có văn bản'`) as {
    uuid: string;
  }[];
  const code = own?.uuid.slice(0, 8);
  const second = await bring(`${head}\n31;${code};Thiếu hướng dẫn;Chưa có văn bản;20/12/2025;28/12/2025\n`);
  expect(all(`SELECT resolved_on FROM difficulty WHERE uuid = '${own?.uuid}'`)).toEqual([
    { resolved_on: '2025-12-28' },
  ]);
  const again = await inspect(`${head}\n31;;Thiếu hướng dẫn;Chưa có văn bản;20/12/2025;28/12/2025\n`);
  expect(again.reports).toEqual([{ kind: 'difficulty', added: 0, changed: 0, same: 1 }]);
  await undo(second);
  await undo(first);
  expect(difficulties()).toEqual(before);
});

test('a wrong report leaves the database as it was, and a closed cut asks for a reason', async () => {
  const before = reports();
  const wrong = await inspect([header, row('31', '120%')].join('\n'));
  expect(wrong).toMatchObject({ outcome: 'errors', accepted: 0 });
  expect(wrong.problems).toMatchObject([
    { code: 'PROGRESS_OUT_OF_RANGE', sheet: 'a.csv', row: 2, column: 'D' },
  ]);
  await expect(commit(wrong.id)).rejects.toMatchObject({ code: 'IMPORT_NOT_READY' });
  await application.client.intake.close({ cut: CUT, who: WHO, anyway: true });
  const late = await inspect([header, row('31', '60%')].join('\n'));
  await expect(commit(late.id)).rejects.toMatchObject({ code: 'CUT_CLOSED' });
  expect(reports()).toEqual(before);
  const { run } = await commit(late.id, { reason: 'gửi muộn' });
  expect((await application.client.intake.runs({}))[0]).toMatchObject({ run, kind: 'correction' });
});
