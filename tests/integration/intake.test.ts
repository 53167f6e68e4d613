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
afterAll(async () => {
  await application.close();
});

const csv = (text: string, name = 'a.csv') => new File([text], name);
const inspect = (file: File, more = {}) => application.client.intake.inspect({ file, cut: CUT, ...more });

async function commit(id: string | null, more: { reason?: string; acceptValid?: boolean } = {}) {
  for await (const event of await application.client.intake.commit({ id: id ?? '', who: WHO, ...more })) {
    if (event.kind === 'done') return event.result;
  }
  throw new Error('The commit ended without a result');
}

async function bring(text: string, more = {}) {
  return await commit((await inspect(csv(text), more)).id);
}

function figuresOf(cut = CUT) {
  const sql = `SELECT indicator_id, unit_id, value, numerator, denominator, run_id, sheet, row, note FROM observation
    WHERE cut_id = (SELECT id FROM cut WHERE code = ?)`;
  return application.context.read.prepare(sql).all(cut);
}

const devices = async (unit: string) => {
  const profile = await application.client.units.profile({ code: unit, cut: CUT });
  return profile.criteria.find(({ code }) => code === 'devices')?.state;
};
const history = (unit: string, indicator = 'devices', cut = CUT) =>
  application.client.intake.history({ cut, unit, indicator });

async function opposite(unit: string): Promise<string> {
  return (await devices(unit)) === 'met' ? 'Không' : 'Có';
}

test('a preview says what would change and writes nothing', async () => {
  const before = figuresOf();
  const flipped = await opposite('11629');
  const preview = await inspect(csv(`Mã xã;Tên xã;Thiết bị số\n11629;Xã An Lão;${flipped}\n`));
  expect(preview).toMatchObject({
    outcome: 'ready',
    rows: 1,
    accepted: 1,
    figures: 1,
    province: null,
    cuts: [{ code: CUT, state: 'collecting' }],
  });
  expect(preview.totals.changed + preview.totals.new).toBe(1);
  const page = await application.client.intake.changes({ id: preview.id ?? '', states: ['new', 'changed'] });
  expect(page).toMatchObject({
    total: 1,
    figures: [{ unit: '11629', indicator: 'devices', row: 2, sheet: 'a.csv' }],
  });
  expect(figuresOf()).toEqual(before);
});

test('a commit changes figures and statuses, and an undo brings back exactly what was there', async () => {
  const before = figuresOf();
  const status = await application.client.units.profile({ code: '11629', cut: CUT });
  const flipped = await opposite('11629');
  const result = await bring(`Mã xã,Thiết bị số\n11629,${flipped}\n`);
  expect(result).toMatchObject({ cuts: [CUT], rows: 1, added: 0, changed: 1, same: 0 });
  expect(await devices('11629')).toBe(flipped === 'Có' ? 'met' : 'notMet');
  const past = await history('11629');
  expect(past.map(({ state }) => state)).toEqual(['current', 'replaced']);
  expect(past[0]).toMatchObject({
    run: result.run,
    who: WHO,
    source: 'a.csv',
    sourceKind: 'official',
    row: 2,
  });
  const undone = await application.client.intake.undo({ run: result.run, who: WHO });
  expect(undone).toEqual({ runs: [result.run], cuts: [CUT], restored: 1, removed: 0 });
  expect(figuresOf()).toEqual(before);
  const { reported, met, missing } = await application.client.units.profile({ code: '11629', cut: CUT });
  expect({ reported, met, missing }).toEqual({
    reported: status.reported,
    met: status.met,
    missing: status.missing,
  });
  expect((await history('11629')).map(({ state }) => state)).toEqual(['current', 'withdrawn']);
});

test('an undo works below a later import, and undoing both comes back to the start', async () => {
  const before = figuresOf('month-2025-12');
  const month = { cut: 'month-2025-12' };
  const first = await bring('Mã xã,Lượt hỗ trợ\n11629,111\n11446,111\n', month);
  const second = await bring('Mã xã,Lượt hỗ trợ\n11629,222\n', month);
  await application.client.intake.undo({ run: first.run, who: WHO });
  const values = (list: Awaited<ReturnType<typeof history>>) =>
    list.map(({ value, state }) => [value, state]);
  const middle = await history('11629', 'support_operations', 'month-2025-12');
  expect(values(middle).slice(0, 1)).toEqual([[222, 'current']]);
  expect(values(middle)).toContainEqual([111, 'withdrawn']);
  await application.client.intake.undo({ run: second.run, who: WHO });
  expect(figuresOf('month-2025-12')).toEqual(before);
  await expect(application.client.intake.undo({ run: second.run, who: WHO })).rejects.toMatchObject({
    code: 'RUN_UNKNOWN',
  });
});

test('an undo takes away figures that were new, and the cut it leaves empty can be removed', async () => {
  await application.client.calendar.add({ cut: 'week-2026-01-05', who: WHO });
  const result = await bring('cut,unit_code,indicator,value\nweek-2026-01-05,11629,devices,1\n');
  expect(result).toMatchObject({ cuts: ['week-2026-01-05'], added: 1 });
  const undone = await application.client.intake.undo({ run: result.run, who: WHO });
  expect(undone).toMatchObject({ restored: 0, removed: 1 });
  expect(figuresOf('week-2026-01-05')).toEqual([]);
  await application.client.calendar.remove({ cut: 'week-2026-01-05', who: WHO });
  expect((await application.client.cuts.list())[0]?.id).toBe(CUT);
});

test('the same file twice is noticed', async () => {
  const text = 'Mã xã,Thiết bị số,Nhân sự\n11629,Có,Có\n';
  const first = await bring(text);
  const again = await inspect(csv(text, 'khác.csv'));
  expect(again.seen?.run).toBe(first.run);
  expect(again.problems.map(({ code }) => code)).toContain('FILE_SEEN_BEFORE');
  expect(again.totals).toEqual({ new: 0, changed: 0, same: 2 });
});

test('errors and questions keep a file out until they are answered or left aside', async () => {
  const preview = await inspect(
    csv('Tên xã,Tỉnh,Thiết bị số\nPhu Lien,Hải Phòng,Có\nXã An Lão,Hải Phòng,7\n'),
  );
  expect(preview).toMatchObject({ outcome: 'questions', rows: 2, accepted: 0 });
  await expect(commit(preview.id)).rejects.toMatchObject({ code: 'IMPORT_NOT_READY' });
  const id = preview.id ?? '';
  const answers = { [preview.questions[0]?.id ?? '']: '11446' };
  const revised = await application.client.intake.revise({ id, cut: CUT, answers });
  expect(revised).toMatchObject({ outcome: 'errors', questions: [], figures: 1 });
  const mended = await application.client.intake.revise({
    id,
    cut: CUT,
    answers,
    fixes: { 'a.csv!C3': 'Có' },
  });
  expect(mended).toMatchObject({ outcome: 'ready', figures: 2 });
  await commit(mended.id);
  const learned = await inspect(csv('Tên xã,Tỉnh,Thiết bị số\nPhu Lien,Hải Phòng,Có\n'));
  expect(learned).toMatchObject({ outcome: 'ready', questions: [] });
});

test('a hostile file is refused with its reason and leaves no preview', async () => {
  const refused = await application.client.intake.inspect({
    file: new File([new Uint8Array([0x50, 0x4b, 3, 4])], 'a.xlsx'),
  });
  expect(refused).toMatchObject({ id: null, outcome: 'refused', problems: [{ code: 'FILE_DAMAGED' }] });
});

test('a closed cut takes corrections only, with a reason, and says so', async () => {
  const closed = await application.client.intake.close({ cut: CUT, who: WHO });
  expect(closed.cut.state).toBe('closed');
  const text = `Mã xã,Thiết bị số\n11446,${await opposite('11446')}\n`;
  const preview = await inspect(csv(text));
  expect(preview.problems.map(({ code }) => code)).toContain('CUT_CLOSED');
  await expect(commit(preview.id)).rejects.toMatchObject({ code: 'CUT_CLOSED' });
  const result = await commit(preview.id, { reason: 'Xã báo nhầm' });
  const { corrected } = (await application.client.cuts.list()).find(({ id }) => id === CUT) ?? {};
  expect(corrected).toBe(true);
  expect((await application.client.intake.runs({ cut: CUT }))[0]).toMatchObject({
    run: result.run,
    kind: 'correction',
    reason: 'Xã báo nhầm',
  });
  const board = await application.client.intake.submissions({ cut: CUT });
  expect(board.provinces.find(({ code }) => code === '31')?.corrected).toBe(true);
  const profile = await application.client.units.profile({ code: '11446', cut: CUT });
  expect(profile.corrected).toBe(true);
  expect(profile.history.filter(({ corrected }) => corrected).map(({ cut }) => cut)).toEqual([CUT]);
  expect(profile.criteria.find(({ code }) => code === 'devices')?.provenance?.correction).toBe('Xã báo nhầm');
  const { provinces } = await application.client.status.get({ cut: CUT });
  expect(provinces.filter((one) => one.corrected).map(({ code }) => code)).toEqual(['31']);
  await expect(application.client.intake.undo({ run: result.run, who: WHO })).rejects.toMatchObject({
    code: 'CUT_CLOSED',
  });
  const reopened = await application.client.intake.reopen({ cut: CUT, who: WHO, reason: 'Nạp bổ sung' });
  expect(reopened.cut.state).toBe('collecting');
  await expect(application.client.intake.reopen({ cut: CUT, who: WHO, reason: 'x' })).rejects.toMatchObject({
    code: 'CUT_NOT_CLOSED',
  });
});

test('the board counts communes, and the reminder names those that are missing', async () => {
  await application.client.calendar.add({ cut: 'week-2026-01-12', who: WHO });
  await bring('cut,unit_code,indicator,value\nweek-2026-01-12,11629,devices,1\n');
  const board = await application.client.intake.submissions({ cut: 'week-2026-01-12' });
  expect(board.provinces).toHaveLength(34);
  const haiPhong = board.provinces.find(({ code }) => code === '31');
  expect(haiPhong).toMatchObject({
    received: 1,
    state: 'partial',
    isLate: false,
    missing: (haiPhong?.expected ?? 0) - 1,
  });
  const { text, missing } = await application.client.intake.reminder({
    cut: 'week-2026-01-12',
    province: '31',
  });
  expect(missing).not.toContain('11629');
  expect(text).toContain('TP. Hải Phòng');
  expect(text).toContain('12/01/2026');
  const english = await application.client.intake.reminder({
    cut: 'week-2026-01-12',
    province: '31',
    language: 'en',
  });
  expect(english.text).toMatch(/^To Haiphong City: the figures .*Please send them\.$/);
});

test('the template of a province comes back without a question', async () => {
  const { name, file } = await application.client.intake.template({ province: '31', cut: CUT });
  expect(name).toBe('kh02-mau-31-tp-hai-phong-week-2025-12-29.xlsx');
  const preview = await application.client.intake.inspect({
    file: new File([await file.arrayBuffer()], name),
  });
  expect(preview).toMatchObject({ province: '31', figures: 0, questions: [] });
  // Only the open difficulties stand in it, as they are known here.
  expect(preview.reports).toEqual([{ kind: 'difficulty', added: 0, changed: 0, same: expect.any(Number) }]);
});
