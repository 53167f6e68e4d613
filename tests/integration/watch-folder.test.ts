import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, vi } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import { PATIENCE_MS, SETTLE_MS } from '#main/core/take/watch/settle.ts';
import type { WatchPolicy } from '#shared/contract/watch.ts';
import { DEFAULT_SCHEDULE } from '#shared/domain/calendar.ts';
import { fillIn } from '#tests/e2e/page-models/intake-files.ts';
import { filledFolder, freshFolder } from '#tests/setup/data-folder.ts';
import { itNeeds } from '#tests/setup/needs.ts';

const WEEK = 'week-2025-12-29';
let nowMs: number;
let whenAsked = (): void => undefined;
let application: Application;
let folder: string;

afterEach(() => application.close());

async function open(dataFolder = filledFolder()): Promise<void> {
  const clock = (): Date => {
    whenAsked();
    return new Date(nowMs);
  };
  application = await createApp({ dataFolder, clock });
}

async function begin(policy: WatchPolicy = 'clean'): Promise<void> {
  nowMs = Date.parse('2025-12-29T10:00:00.000Z');
  folder = freshFolder();
  await open();
  await application.client.watch.choose({ folder, policy, who: 'Trực ban' });
}

const put = (name: string, text: string | Uint8Array): void => writeFileSync(join(folder, name), text);
const list = (below = '') => readdirSync(join(folder, below)).sort();
const text = (path: string) => readFileSync(join(folder, path), 'utf8');
const state = () => application.client.watch.state({ files: 100 });
const outcomes = async () =>
  (await state()).files.map(({ name, outcome, reason }) => [name, outcome, reason?.code]);
const runs = () => application.client.intake.runs({});

/** Looks, lets the time pass that a file has to stand still, looks again. */
async function looks(ms = SETTLE_MS): Promise<void> {
  await application.watch.look();
  nowMs += ms;
  await application.watch.look();
}

const devices = (value: string, unit = '11629') =>
  `cut,unit_code,indicator,value\n${WEEK},${unit},devices,${value}\n`;
/** As many as it had the month before, and so many more: a leap would be for a person to look at. */
const supports = (more: number) =>
  `cut,unit_code,indicator,value\nmonth-2025-12,11629,support_operations,${1000 + more}\n`;

test('a clean file goes in, is moved, and a receipt lies beside it', async () => {
  await begin();
  put('hải phòng.csv', supports(4711));
  await application.watch.look();
  expect(await outcomes()).toEqual([]);
  expect(await state()).toMatchObject({ growing: 1 });
  nowMs += SETTLE_MS;
  await application.watch.look();
  expect(await outcomes()).toEqual([['hải phòng.csv', 'committed', undefined]]);
  expect(list()).toEqual(['da-nhan', 'tra-lai']);
  expect(list('da-nhan')).toEqual(['hải phòng.csv', 'hải phòng.csv.bien-nhan.txt']);
  const receipt = text('da-nhan/hải phòng.csv.bien-nhan.txt');
  expect(receipt.startsWith('\uFEFFGIẤY BIÊN NHẬN SỐ LIỆU\r\n')).toBe(true);
  expect(receipt).toContain('người ghi: Trực ban (thư mục theo dõi)');
  expect(receipt).toContain('12/2025');
  expect((await runs())[0]).toMatchObject({ file: 'hải phòng.csv', who: 'Trực ban (thư mục theo dõi)' });
});

test('a file that still grows is left alone, and lock files, hidden files and links always', async () => {
  await begin();
  const outside = join(freshFolder(), 'ngoài.csv');
  writeFileSync(outside, supports(1));
  symlinkSync(outside, join(folder, 'liên kết.csv'));
  for (const name of ['~$a.csv', '.~lock.a.csv#', '.ẩn.csv', 'a.csv.part']) put(name, supports(2));
  put('đang chép.csv', supports(3).slice(0, 40));
  await looks(SETTLE_MS / 2);
  put('đang chép.csv', supports(3));
  nowMs += SETTLE_MS / 2;
  await application.watch.look();
  expect(await outcomes()).toEqual([]);
  nowMs += SETTLE_MS;
  await application.watch.look();
  expect(await outcomes()).toEqual([['đang chép.csv', 'committed', undefined]]);
  expect(list()).toEqual([
    '.~lock.a.csv#',
    '.ẩn.csv',
    'a.csv.part',
    'da-nhan',
    'liên kết.csv',
    'tra-lai',
    '~$a.csv',
  ]);
  expect(readFileSync(outside, 'utf8')).toBe(supports(1));
});

test('the same bytes are taken in once, whatever their name, also after a restart', async () => {
  await begin();
  put('a.csv', supports(11));
  await looks();
  const dataFolder = application.context.dataFolder;
  await application.close();
  await open(dataFolder);
  put('a.csv', supports(11));
  put('b.csv', supports(11));
  await looks();
  expect(await outcomes()).toEqual([
    ['b.csv', 'duplicate', 'watch.reason.seen'],
    ['a.csv', 'duplicate', 'watch.reason.seen'],
    ['a.csv', 'committed', undefined],
  ]);
  expect((await runs()).filter(({ file }) => file === 'a.csv')).toHaveLength(1);
  expect(list('da-nhan')).toHaveLength(6);
  expect(list('da-nhan').some((name) => /^a-[0-9a-f]{8}\.csv$/.test(name))).toBe(true);
  expect(text('da-nhan/b.csv.bien-nhan.txt')).toContain('đã được ghi lúc 29/12/2025');
});

test('many files are taken in as one act with one judgement, and each has its run, receipt and place', async () => {
  await begin();
  const { units } = await application.client.units.list({});
  const communes = units.filter(({ parent }) => parent === '31').slice(0, 12);
  for (const { code } of communes) put(`${code}.csv`, devices('1', code));
  // One that a person has to see, one with errors and one twice keep nobody else waiting.
  put('hỏi.csv', 'Tên xã,Tỉnh,Thiết bị số\nPhu Lien,Hải Phòng,Có\n');
  put('sai.csv', devices('7'));
  put('lại.csv', devices('1', communes[0]?.code));
  const said = vi.spyOn(application.context.events, 'publishChange');
  await looks();
  const counts = Map.groupBy(await outcomes(), ([, outcome]) => outcome);
  expect([...counts].map(([outcome, all]) => [outcome, all.length]).toSorted()).toEqual([
    ['committed', 12],
    ['duplicate', 1],
    ['rejected', 1],
    ['waiting', 1],
  ]);
  // Twelve together, or those up to the twin and those behind it.
  const acts = said.mock.calls.filter(([topics]) => topics.includes('figures')).length;
  expect(acts).toBeLessThanOrEqual(2);
  expect(new Set((await runs()).slice(0, 12).map(({ file }) => file)).size).toBe(12);
  for (const { code } of communes) expect(list('da-nhan')).toContain(`${code}.csv.bien-nhan.txt`);
  for (const { run } of (await runs()).slice(0, 12))
    expect(await application.client.intake.receipt({ run })).not.toBeNull();
});

test('a file with errors goes back as its own workbook with the cells marked', async () => {
  await begin();
  const { file } = await application.client.intake.template({ province: '12', cut: WEEK });
  const wrong = fillIn(new Uint8Array(await file.arrayBuffer()), (set) => set('C6', '7'));
  put('lai chau.xlsx', wrong);
  await looks();
  expect(await outcomes()).toEqual([['lai chau.xlsx', 'rejected', 'watch.reason.errors']]);
  expect(list('tra-lai')).toEqual(['lai chau-can-sua.xlsx', 'lai chau.xlsx', 'lai chau.xlsx.ly-do.txt']);
  expect(text('tra-lai/lai chau.xlsx.ly-do.txt')).toContain('ô C6: “7”');
  expect(text('tra-lai/lai chau.xlsx.ly-do.txt')).toContain('là chính tệp đã gửi, chỉ thêm dấu');
  expect(await application.client.intake.inbox()).toEqual([]);
  const returned = readFileSync(join(folder, 'tra-lai/lai chau-can-sua.xlsx'));
  const again = await application.client.intake.inspect({ file: new File([returned], 'x.xlsx') });
  expect(again.problems.filter(({ severity }) => severity === 'error')).toHaveLength(1);
});

test('what cannot be read is refused, but only after a minute when it may still be written', async () => {
  await begin();
  put('hỏng.xlsx', new Uint8Array([0x50, 0x4b, 3, 4, 0, 0]));
  put('ảnh.csv', new Uint8Array([0x89, 0x50, 0x4e, 0x47]));
  await looks();
  expect(await outcomes()).toEqual([['ảnh.csv', 'rejected', 'intake.problem.FILE_KIND_UNKNOWN']]);
  nowMs += PATIENCE_MS;
  await application.watch.look();
  expect((await outcomes())[0]).toEqual(['hỏng.xlsx', 'rejected', 'intake.problem.FILE_DAMAGED']);
  expect(list('tra-lai')).toContain('hỏng.xlsx.ly-do.txt');
});

test('questions, closed cuts and new cuts wait for a person, and what they decide is carried out', async () => {
  await begin();
  await application.client.intake.close({ cut: 'week-2025-12-22', who: 'Trực ban' });
  put('hỏi.csv', 'Tên xã,Tỉnh,Thiết bị số\nPhu Lien,Hải Phòng,Có\n');
  put('chốt.csv', devices('1').replace(WEEK, 'week-2025-12-22'));
  await application.client.calendar.change({
    ...{ from: '2026-01-01', schedule: DEFAULT_SCHEDULE as never, who: 'Trực ban', note: 'Năm mới' },
  });
  put('mới.csv', devices('1').replace(WEEK, 'week-2026-02-02'));
  await looks();
  expect((await outcomes()).sort()).toEqual([
    ['chốt.csv', 'waiting', 'watch.reason.closed'],
    ['hỏi.csv', 'waiting', 'watch.reason.questions'],
    ['mới.csv', 'waiting', 'watch.reason.newCut'],
  ]);
  expect(list()).toEqual(['chốt.csv', 'da-nhan', 'hỏi.csv', 'mới.csv', 'tra-lai']);
  const idOf = async (file: string) =>
    (await application.client.intake.inbox()).find(({ preview }) => preview.file === file)?.id ?? '';
  for await (const _ of await application.client.intake.commit({ id: await idOf('mới.csv'), who: 'A' }));
  await application.client.intake.discard({ id: await idOf('hỏi.csv') });
  const closed = { id: await idOf('chốt.csv'), who: 'A' };
  const refused = async () => {
    for await (const _ of await application.client.intake.commit(closed));
  };
  await expect(refused()).rejects.toMatchObject({ code: 'CUT_CLOSED' });
  for await (const _ of await application.client.intake.commit({ ...closed, reason: 'Xã báo nhầm' }));
  await application.watch.look();
  expect(list()).toEqual(['da-nhan', 'tra-lai']);
  expect(list('da-nhan')).toEqual(['chốt.csv', 'chốt.csv.bien-nhan.txt', 'mới.csv', 'mới.csv.bien-nhan.txt']);
  expect(text('tra-lai/hỏi.csv.ly-do.txt')).toContain('Người trực đã xem và không ghi tệp này.');
});

test('under the policy of the inbox every readable file waits, on the board too, and across a restart', async () => {
  await begin('inbox');
  await application.client.calendar.add({ cut: 'week-2026-02-02', who: 'Trực ban' });
  put('a.csv', devices('1').replace(WEEK, 'week-2026-02-02'));
  put('b.csv', devices('1').replace(WEEK, 'week-2026-02-02'));
  await looks();
  expect((await outcomes()).map(([, outcome]) => outcome).sort()).toEqual(['duplicate', 'waiting']);
  const dataFolder = application.context.dataFolder;
  await application.close();
  await open(dataFolder);
  await looks();
  const [waiting] = await application.client.intake.inbox();
  expect(waiting).toMatchObject({ origin: 'folder', preview: { outcome: 'ready', figures: 1 } });
  expect(await application.client.intake.changes({ id: waiting?.id ?? '', states: ['new'] })).toMatchObject({
    total: 1,
  });
});

test('a folder that vanishes is told, and taken up again by itself', async () => {
  await begin();
  await application.watch.look();
  renameSync(folder, `${folder}-x`);
  await application.watch.look();
  expect(await state()).toMatchObject({ problem: { code: 'watch.problem.missing' } });
  renameSync(`${folder}-x`, folder);
  put('a.csv', supports(21));
  await looks();
  expect((await state()).problem).toBeNull();
  expect(await outcomes()).toEqual([['a.csv', 'committed', undefined]]);
});

itNeeds('a user who is not root', process.getuid?.() !== 0)(
  'a folder without permission is told',
  async () => {
    await begin();
    chmodSync(folder, 0o500);
    await application.watch.look();
    expect(await state()).toMatchObject({ problem: { code: 'watch.problem.forbidden' } });
    chmodSync(folder, 0o700);
  },
);

test('an own folder that is a link to elsewhere is not followed', async () => {
  await begin();
  const elsewhere = freshFolder();
  symlinkSync(elsewhere, join(folder, 'da-nhan'));
  put('a.csv', supports(31));
  await looks();
  expect(await state()).toMatchObject({ problem: { code: 'watch.problem.occupied' } });
  expect(readdirSync(elsewhere)).toEqual([]);
  expect(await runs()).toEqual([]);
});

test('only a folder of its own can be chosen, and a pause is a pause', async () => {
  await begin();
  const choose = (path: string) =>
    application.client.watch.choose({ folder: path, policy: 'inbox', who: 'A' });
  await expect(choose(application.context.dataFolder)).rejects.toMatchObject({ code: 'WATCH_FOLDER_UNFIT' });
  await expect(choose('/')).rejects.toMatchObject({ code: 'WATCH_FOLDER_UNFIT' });
  await expect(choose(join(folder, 'không có'))).rejects.toMatchObject({ code: 'FOLDER_MISSING' });
  await application.client.watch.change({ isPaused: true, who: 'A' });
  put('a.csv', supports(41));
  await looks();
  expect(await outcomes()).toEqual([]);
  await application.client.watch.change({ isPaused: false, who: 'A' });
  await looks();
  expect(await outcomes()).toEqual([['a.csv', 'committed', undefined]]);
  await application.client.watch.forget();
  await expect(application.client.watch.once()).rejects.toMatchObject({ code: 'WATCH_OFF' });
});

test('a move that cannot be made is made later, and nothing is taken in twice', async () => {
  await begin();
  put('a.csv', supports(51));
  await application.watch.look();
  // A folder where the receipt has to go: writing it fails until it is away.
  mkdirSync(join(folder, 'da-nhan/a.csv.bien-nhan.txt'));
  nowMs += SETTLE_MS;
  await application.watch.look();
  expect(list()).toContain('a.csv');
  expect((await state()).problem).not.toBeNull();
  renameSync(join(folder, 'da-nhan/a.csv.bien-nhan.txt'), join(freshFolder(), 'x'));
  await looks();
  expect(existsSync(join(folder, 'da-nhan/a.csv'))).toBe(true);
  expect((await state()).problem).toBeNull();
  expect(await runs()).toHaveLength(1);
});

test('a file that is replaced while its report is written stays, and is read at the next looks', async () => {
  await begin();
  put('a.csv', 'không phải bảng\n');
  // The report of a file that goes back tells the time: the last moment before the move.
  let isReplaced = false;
  whenAsked = () => {
    if (isReplaced || new Error().stack?.includes('reportOf') !== true) return;
    isReplaced = true;
    put('a.csv', supports(61));
  };
  await looks();
  expect(isReplaced).toBe(true);
  expect(text('a.csv')).toBe(supports(61));
  expect(list('tra-lai')).toEqual([]);
  await looks();
  expect((await outcomes())[0]).toEqual(['a.csv', 'committed', undefined]);
  expect(text('da-nhan/a.csv')).toBe(supports(61));
});

test('two programs on one data folder never have the same file in hand', async () => {
  await begin('inbox');
  const second = await createApp({
    dataFolder: application.context.dataFolder,
    clock: () => new Date(nowMs),
  });
  for (const number of [1, 2, 3, 4, 5, 6]) put(`${number}.csv`, supports(70 + number));
  const both = () => Promise.all([application.watch.look(), second.watch.look()]);
  await both();
  nowMs += SETTLE_MS;
  await both();
  await both();
  expect((await outcomes()).map(([, outcome]) => outcome)).toEqual(new Array(6).fill('waiting'));
  expect(await second.client.intake.inbox()).toHaveLength(6);
  expect(list()).toContain('1.csv');
  // The other one goes on when the first has ended.
  await application.close();
  application = second;
  put('7.csv', supports(77));
  await looks();
  expect(await second.client.intake.inbox()).toHaveLength(7);
});
