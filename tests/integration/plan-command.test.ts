import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { PLAN_FILE } from '#shared/contract/plan-file.ts';
import type { Plan } from '#shared/domain/plan.ts';
import { SECOND_PLAN } from '#tests/fixtures/plans/second-plan.ts';
import { filledFolder, freshFolder } from '#tests/setup/data-folder.ts';
import { type Ended, runCommand } from '#tests/setup/run-program.ts';

const OCTOBER = ['--from', '01/10/2025'];
let data: string;
let folder: string;
beforeAll(() => {
  data = filledFolder();
  folder = freshFolder();
});

const plan = (...words: string[]): Promise<Ended> => runCommand(['plan', ...words, '--data', data]);
const asked = async (...words: string[]) => {
  const { stdout, stderr } = await plan(...words, '--json');
  if (stdout === '') throw new Error(stderr);
  return JSON.parse(stdout);
};
const file = (name: string, content: object): string => {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify({ ...PLAN_FILE, ...content }));
  return path;
};
const exported = async (name: string): Promise<string> => {
  const path = join(folder, name);
  const { code, stdout } = await plan('export', '--out', path);
  expect([code, stdout.trim()]).toEqual([0, path]);
  return path;
};

it('shows the plan, and writes it as JSON and as a workbook that say the same when they come back', async () => {
  const shown = await plan('show');
  expect(shown.stdout).toContain('3 giai đoạn, 3 trụ cột, 8 nhóm, 58 nhiệm vụ, 19 chỉ tiêu');
  const { plan: whole } = await asked('show', '--revision', '1');
  const json = await exported('a.json');
  expect(JSON.parse(readFileSync(json, 'utf8'))).toMatchObject({ ...PLAN_FILE, code: whole.code });
  for (const path of [json, await exported('a.xlsx')])
    expect(await asked('import', path, ...OCTOBER, '--dry-run')).toMatchObject({
      ...{ outcome: 'unchanged', problems: [], differences: [], revision: null, replaces: null },
    });
  // Nothing to put in force: no revision, whoever asks for one.
  const again = await plan('import', json, ...OCTOBER, '--why', 'x');
  expect([again.code, again.stdout]).toEqual([0, expect.stringContaining('không tạo bản sửa đổi mới')]);
  expect((await asked('history')).revisions).toHaveLength(1);
});

it('keeps what the plan says where a file says nothing, and names it', async () => {
  const whole = JSON.parse(readFileSync(await exported('left.json'), 'utf8')) as Plan;
  const { notAsked: _, pillars: __, ...rest } = whole;
  const path = file('left-out.json', {
    ...rest,
    indicators: whole.indicators.map(
      ({ weight: _weight, direction: _direction, decisive: _decisive, ...one }) => one,
    ),
    tasks: whole.tasks.map(({ outputs: _outputs, pillar: _pillar, ...task }) => task),
  });
  const { outcome, differences, kept } = await asked('import', path, ...OCTOBER, '--dry-run');
  expect({ outcome, differences }).toEqual({ outcome: 'unchanged', differences: [] });
  const fields = kept.map(({ part, field }: { part: string; field: string }) => `${part} ${field}`);
  expect(fields).toEqual(
    expect.arrayContaining([
      'plan pillars',
      'plan notAsked',
      'indicators weight',
      'tasks outputs',
      'tasks pillar',
    ]),
  );
  // What is usual anyway is not worth a word.
  expect(fields).not.toContain('indicators definition');
  const look = await plan('import', path, ...OCTOBER, '--dry-run');
  expect(look.stdout).toMatch(
    /Tệp không ghi “Trọng số” ở \d+ dòng của “Chỉ tiêu” \(.*\): giữ như kế hoạch đang dùng\./,
  );
});

it('writes thresholds of shares in percent, whatever says them', async () => {
  const whole = JSON.parse(readFileSync(await exported('share.json'), 'utf8')) as Plan;
  const first = whole.indicators.find(({ kind }) => kind === 'ratio')?.code;
  const changed = (greenFrom: number) =>
    whole.indicators.map((one) => (one.code === first ? { ...one, greenFrom } : one));
  const path = file('share-new.json', { ...whole, indicators: changed(0.985) });
  expect((await plan('import', path, ...OCTOBER, '--dry-run')).stdout).toMatch(/từ \d+% thành 98,50%/);
  const wrong = file('share-wrong.json', { ...whole, indicators: changed(0.1) });
  expect((await plan('import', wrong, ...OCTOBER, '--dry-run')).stdout).toMatch(
    /ngưỡng VÀNG \(\d+%\) phải thấp hơn ngưỡng XANH \(10%\)/,
  );
});

it('previews another plan, puts it in force for a person with a reason, and keeps both', async () => {
  const whole = JSON.parse(readFileSync(await exported('b.json'), 'utf8')) as Plan;
  const path = file('c.json', {
    ...whole,
    indicators: whole.indicators.filter(({ code }) => code !== 'devices'),
  });
  const look = await plan('import', path, ...OCTOBER, '--dry-run');
  expect(look.stdout).toContain('ngừng áp dụng, số liệu cũ giữ nguyên');
  expect(look.stdout).toMatch(/week-2025-10-06: [1-9]\d* đơn vị đổi màu báo cáo/);
  expect((await asked('history')).revisions).toHaveLength(1);
  expect(await plan('import', path, ...OCTOBER)).toMatchObject({ code: 2, stdout: '' });
  const done = await asked('import', path, ...OCTOBER, '--why', 'Bớt một điều kiện', '--who', 'Trực ban');
  expect(done).toMatchObject({ outcome: 'inForce', revision: 2, from: '2025-10-01' });
  expect((await asked('history')).revisions).toMatchObject([
    { version: 2, who: 'Trực ban', note: 'Bớt một điều kiện', validFrom: '2025-10-01' },
    { version: 1, validFrom: null },
  ]);
  expect((await plan('diff', '1', '2')).stdout).toMatch(/^Chỉ tiêu devices \(.*\): ngừng áp dụng/);
  expect(await asked('diff', '1', '1')).toEqual({ from: 1, to: 1, differences: [] });
  const { plan: before } = await asked('show', '--cut', 'week-2025-09-29');
  expect(before.indicators.find(({ code }: { code: string }) => code === 'devices').until).toBeNull();
  const early = await plan('import', path, '--from', '2025-09-01', '--dry-run');
  expect([early.code, early.stderr]).toEqual([1, expect.stringContaining('từ ngày 01/10/2025')]);
});

it('says why an indicator that only provinces are asked for is not taken, and what is taken in its place', async () => {
  const whole = JSON.parse(readFileSync(await exported('province.json'), 'utf8')) as Plan;
  const indicators = whole.indicators.map((one, at) => (at === 0 ? { ...one, asks: 'province' } : one));
  const path = file('asks-province.json', { ...whole, indicators });
  const { code, stdout } = await plan('import', path, ...OCTOBER, '--dry-run');
  expect(code).toBe(1);
  expect(stdout).toContain(
    `Hỏi cấp nào: ${whole.indicators[0]?.code}: chương trình chỉ tính chỉ tiêu hỏi cấp xã. Hãy chọn “cấp xã”`,
  );
});

it('refuses a file with problems, naming each place and writing nothing', async () => {
  const path = file('d.json', {
    ...SECOND_PLAN,
    tasks: [...SECOND_PLAN.tasks, { ...SECOND_PLAN.tasks[0], group: null, deadline: '2025-12-31' }],
    rules: { commune: 'x' },
  });
  const { code, stdout } = await plan('import', path, '--from', '2026-01-01', '--why', 'x');
  expect(code).toBe(1);
  for (const said of [
    'd.json: chưa dùng được',
    'Nhiệm vụ 11, Mã: Mã “A1” có hai lần',
    'Nhiệm vụ 11, Nhóm: Nhiệm vụ A1 chưa thuộc nhóm nào',
    'thời hạn 31/12/2025 trước ngày bắt đầu 01/01/2026 của Chặng một',
    'Trang quy tắc thiếu dòng',
  ])
    expect(stdout).toContain(said);
  expect((await asked('history')).revisions).toHaveLength(2);
});

it('names a field that no plan has: a mistyped change is not lost without a word', async () => {
  const [first, ...others] = SECOND_PLAN.indicators;
  const path = file('every.json', {
    ...SECOND_PLAN,
    note: 'họp 12/01',
    indicators: [{ ...first, every: 'quarterly' }, ...others],
  });
  const { code, stdout } = await plan('import', path, '--from', '2026-01-01', '--why', 'x');
  expect(code).toBe(1);
  for (const field of ['every', 'note']) expect(stdout).toContain(`Không kế hoạch nào có trường “${field}”`);
  expect((await asked('history')).revisions).toHaveLength(2);
});

it.each([
  [['colour'], 2, 'plan show'],
  [['show', '--revision', '99'], 1, '99'],
  [['diff', '1', 'x'], 2, 'x'],
  [['export'], 2, '--out'],
  [['export', '--out', '/tmp/a.pdf'], 2, '--out'],
  [['import', '/no/such.xlsx', '--from', '2026-01-01', '--dry-run'], 1, 'such.xlsx'],
  [['import', '/no/such.xlsx', '--dry-run'], 2, '--from'],
])('says what is wrong with %j', async (words, code, said) => {
  const ended = await plan(...words);
  expect([ended.code, ended.stdout]).toEqual([code, '']);
  expect(ended.stderr).toContain(said);
});

it('begins a workplace with another plan, and none with a plan that cannot be used', async () => {
  const begin = (name: string, path: string) =>
    runCommand(['workspace', 'new', join(folder, name), '--plan', path], {
      env: { XDG_CONFIG_HOME: join(folder, 'config') },
    });
  const bad = file('bad.json', { ...SECOND_PLAN, groups: [] });
  const refused = await begin('none', bad);
  expect([refused.code, refused.stdout]).toEqual([1, expect.stringContaining('không có nhóm mang mã “A”')]);
  expect((await begin('new', file('second.json', SECOND_PLAN))).code).toBe(0);
  const { stdout } = await runCommand(['plan', 'show', '--json', '--data', join(folder, 'new')]);
  const { plan: whole, revision } = JSON.parse(stdout);
  expect(whole).toEqual(SECOND_PLAN);
  expect(revision).toMatchObject({ version: 1, note: expect.stringContaining('second.json') });
  const none = await runCommand(['workspace', 'info', '--data', join(folder, 'none')]);
  expect(none.stderr).toContain('kh02 workspace new');
});

it('keeps what others changed since a file was exported, and takes nothing back without a word', async () => {
  const [json, workbook] = [await exported('e.json'), await exported('e.xlsx')];
  const base = JSON.parse(readFileSync(json, 'utf8')) as Plan & { revision: number };
  const newest = (await asked('history')).revisions[0].version;
  expect(base.revision).toBe(newest);
  const withTask = (at: number, change: object) => ({
    ...base,
    tasks: base.tasks.map((task, index) => (index === at ? { ...task, ...change } : task)),
  });
  const said = ['--from', '2026-01-01', '--why', 'x'];
  const first = file('f.json', withTask(0, { leadAgency: 'Cơ quan một' }));
  expect(await asked('import', first, ...said)).toMatchObject({ outcome: 'inForce', stale: null });

  // Another thing changed in a file of the same day: both hold.
  const second = file('g.json', withTask(1, { leadAgency: 'Cơ quan hai' }));
  const look = await plan('import', second, '--from', '2026-01-01', '--dry-run');
  expect(look.stdout).toMatch(
    new RegExp(
      `Tệp xuất từ bản sửa đổi ${newest}, nay đã là bản ${newest + 1}\\. Những điều đã đổi từ đó được giữ nguyên:
.*Cơ quan một[^]*Tệp đổi so với bản ${newest + 1}:
.*Cơ quan hai`,
    ),
  );
  expect(await asked('import', second, ...said)).toMatchObject({
    outcome: 'inForce',
    stale: { base: newest, newest: newest + 1, clashes: [], since: [{ part: 'tasks' }] },
  });
  const agencies = async () =>
    (await asked('show')).plan.tasks.slice(0, 2).map(({ leadAgency }: { leadAgency: string }) => leadAgency);
  expect(await agencies()).toEqual(['Cơ quan một', 'Cơ quan hai']);

  // The same field otherwise: refused until somebody says that the file is meant.
  const third = file('h.json', withTask(0, { leadAgency: 'Cơ quan ba' }));
  const torn = await plan('import', third, ...said);
  expect([torn.code, torn.stdout]).toEqual([
    1,
    expect.stringMatching(/h\.json: chưa ghi gì; .*--onto.*Nhiệm vụ .*: Cơ quan chủ trì/s),
  ]);
  expect(await agencies()).toEqual(['Cơ quan một', 'Cơ quan hai']);
  const { code: first1 } = base.tasks[0] ?? { code: '' };
  expect(await asked('import', third, ...said, '--dry-run')).toMatchObject({
    outcome: 'torn',
    stale: { clashes: [{ part: 'tasks', code: first1, field: 'leadAgency' }] },
  });
  // A workbook knows where it comes from, too.
  expect(await asked('import', workbook, '--from', '2026-01-01', '--dry-run')).toMatchObject({
    ...{ outcome: 'unchanged', differences: [], problems: [], stale: { base: newest, newest: newest + 2 } },
  });
  const onto = await plan('import', third, ...said, '--onto');
  expect(onto.stdout).toContain('Tệp thay cả những điều đã đổi từ đó');
  expect(await agencies()).toEqual(['Cơ quan ba', base.tasks[1]?.leadAgency]);
});

it.each([
  [
    'another workspace',
    'Tệp xuất từ một không gian làm việc khác',
    { revision: 2, revisionAt: '2024-01-01T00:00:00.000Z' },
  ],
  ['no revision', 'Tệp không ghi xuất từ bản sửa đổi nào', { revision: undefined }],
])('asks before a file from %s takes the place of the plan', async (_, why, from) => {
  const { version } = (await asked('history')).revisions[0];
  const whole = JSON.parse(readFileSync(await exported('i.json'), 'utf8')) as Plan;
  const [gone] = whole.pillars;
  const path = file('j.json', { ...whole, ...from, pillars: whole.pillars.slice(1), tasks: [] });
  const said = ['--from', '2026-01-01', '--why', 'x'];
  const look = await plan('import', path, '--from', '2026-01-01', '--dry-run');
  expect([look.code, look.stdout]).toEqual([0, expect.stringContaining(why)]);
  expect(look.stdout).toContain('--onto');
  const asks = await plan('import', path, ...said);
  expect([asks.code, asks.stdout]).toEqual([
    1,
    expect.stringMatching(/j\.json: chưa ghi gì; .*\n.*58 mục ngừng/),
  ]);
  expect((await asked('history')).revisions[0].version).toBe(version);
  expect(gone).toBeDefined();
});

it('goes on with next year’s plan where that is said: the old one ends, its past stays', async () => {
  const { version } = (await asked('history')).revisions[0];
  const path = file('next.json', SECOND_PLAN);
  const said = ['--from', '2026-01-01', '--why', 'Chương trình năm 2026'];
  expect(await asked('import', path, ...said)).toMatchObject({ outcome: 'asks', replaces: 'otherPlan' });
  const done = await asked('import', path, ...said, '--onto');
  expect(done).toMatchObject({ outcome: 'inForce', revision: version + 1 });
  const { plan: now } = await asked('show');
  expect(now.code).toBe(SECOND_PLAN.code);
  const inForce = (all: readonly { readonly code: string; readonly until: string | null }[]) =>
    all.filter(({ until }) => until === null).map(({ code }) => code);
  expect(inForce(now.tasks)).toEqual(SECOND_PLAN.tasks.map(({ code }) => code));
  expect(inForce(now.indicators)).toEqual(SECOND_PLAN.indicators.map(({ code }) => code));
  // The last week of the old plan is told as it was.
  const { plan: old } = await asked('show', '--cut', 'week-2025-12-29');
  expect(inForce(old.tasks)).toHaveLength(58);
  // The same file once more says nothing new.
  expect(await asked('import', path, ...said, '--onto')).toMatchObject({ outcome: 'unchanged' });
});

it('says what it is where a file states no version that ever was, and calls only a higher one newer', async () => {
  const refusal = async (version: unknown) =>
    (await plan('import', file('version.json', { version }), ...OCTOBER, '--dry-run')).stderr;
  expect(await refusal(2)).toContain('định dạng mới hơn bản này');
  for (const version of [0, '2', undefined]) {
    const said = await refusal(version);
    const stated =
      version === undefined
        ? 'không ghi phiên bản của định dạng'
        : `ghi phiên bản ${JSON.stringify(version)} của định dạng, chưa từng có phiên bản ấy`;
    expect(said).toContain(`${stated}; chương trình đọc phiên bản 1`);
    expect(said).not.toContain('mới hơn');
  }
});
