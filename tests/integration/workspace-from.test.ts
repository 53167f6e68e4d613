import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Application, createApp, DATABASE_NAME } from '#main/core/app.ts';
import { makeOlder } from '#tests/fixtures/opening/older.ts';
import { makeSnapshot, openSnapshot } from '#tests/fixtures/snapshots/good-file.ts';
import { filledFolder, freshFolder, LEFT_BEHIND } from '#tests/setup/data-folder.ts';
import { runCommand } from '#tests/setup/run-program.ts';

const WHO = 'Trực ban';
const WEEK = 'week-2025-12-29';
const COMMUNE = '11629';
const folder = freshFolder();
const old = filledFolder();
const env = { XDG_CONFIG_HOME: join(folder, 'config') };
/** In the last built-in week. */
const clock = () => new Date('2025-12-24T02:00:00.000Z');

async function make(target: string, from: string, ...words: string[]) {
  const ended = await runCommand(['workspace', 'new', target, '--from', from, '--json', ...words], { env });
  return { code: ended.code, answer: JSON.parse(ended.code === 0 ? ended.stdout : ended.stderr) };
}

async function bring({ client }: Application, indicator: string, value: number): Promise<string> {
  const text = `cut,unit_code,indicator,value\n${WEEK},${COMMUNE},${indicator},${value}\n`;
  const { id } = await client.intake.inspect({ file: new File([text], 'a.csv'), keep: true });
  let run = '';
  for await (const step of await client.intake.commit({ id: id ?? '', who: WHO }))
    if ('result' in step) run = step.result.run;
  return run;
}

const RECIPE = {
  ...{ format: 'kh02-recipe', formatVersion: 1, name: 'Hải Phòng', sender: '31', kind: 'figures' },
  content: {
    ...{ header: [['mã số hóa', 'hạ tầng']], gap: null, texts: {}, rows: [], footer: null },
    ...{ columns: { A: 'unitCode', B: 'value:devices' }, answers: { 'word:duoc': 'met' } },
  },
};
const TABLE = new File(['Thành phố Hải Phòng;\nMã số hóa;Hạ tầng\n11629;Được\n'], 'b.csv');

/** The release before the picture. */
const RELEASED = 150;

const digest = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex');
const listed = (path: string) =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => [name, digest(join(path, name))])
    .toSorted();

describe('a real workspace that begins with an old one', () => {
  const target = join(folder, 'mới');
  let app: Application;
  let answer: Record<string, Record<string, number>>;
  let before: unknown;

  beforeAll(async () => {
    const illustrative = await createApp({ dataFolder: old, clock });
    const { client } = illustrative;
    // Made of the built-in figures alone; taken in again it lies over what is imported next.
    const made = join(folder, 'minh họa.kh02');
    await makeSnapshot(illustrative, { to: made, province: '31', cuts: [WEEK] });
    await bring(illustrative, 'devices', 0);
    await bring(illustrative, 'devices', 1);
    const undone = await bring(illustrative, 'staff', 0);
    await client.intake.undo({ run: undone, who: WHO });
    await bring(illustrative, 'premises', 0);
    const { id } = await openSnapshot(client, { path: made });
    await client.snapshots.import({ id, who: WHO });
    await client.settings.set({ personName: 'Nguyễn Văn A' });
    const [alert] = (await client.alerts.list({ cut: WEEK, limit: 1, states: ['firing'] })).alerts;
    await client.alerts.acknowledge({ ids: [alert?.id ?? ''], who: WHO, note: 'đã gọi tỉnh' });
    await illustrative.close();
    makeOlder(join(old, DATABASE_NAME), RELEASED);
    before = listed(old);
    const ended = await make(target, old, '--name', 'Văn phòng');
    expect(ended.code).toBe(0);
    answer = ended.answer;
    app = await createApp({ dataFolder: target, clock });
  });
  afterAll(() => app?.close());

  const all = (sql: string) => app.context.read.prepare(sql).raw().all();

  it('holds what was imported, with what it replaced, and nothing that was made up', async () => {
    const figures = all(`
      SELECT unit.code, indicator.code, value, source.name, import_run.who FROM observation
      JOIN unit ON unit.id = unit_id JOIN indicator ON indicator.id = indicator_id
      JOIN import_run ON import_run.id = run_id JOIN source ON source.id = source_id ORDER BY indicator.code`);
    expect(figures).toEqual([
      [COMMUNE, 'devices', 1, 'a.csv', WHO],
      [COMMUNE, 'premises', 0, 'a.csv', WHO],
    ]);
    expect(all('SELECT value, state FROM observation_past ORDER BY id')).toEqual([
      [0, 'replaced'],
      [0, 'withdrawn'],
    ]);
    expect(all('SELECT DISTINCT kind FROM source')).toEqual([['official']]);
    expect(all('SELECT code FROM cut')).toEqual([[WEEK]]);
    for (const table of ['task_report', 'difficulty', 'document', 'picture_event'])
      expect(all(`SELECT * FROM ${table}`)).toEqual([]);
    expect(await app.client.application.info()).toMatchObject({ mark: null });
  });

  it('says what came along and what stayed', () => {
    expect(answer).toMatchObject({
      kind: 'real',
      from: old,
      takenOver: { cuts: 1, figures: 2, pastFigures: 2, imports: 4, taskReports: 0, decisions: 1 },
      leftOut: { imports: 2, waitingFiles: 0 },
    });
    expect(answer.leftOut?.figures).toBeGreaterThan(1_000_000);
    expect(answer.leftOut?.cuts).toBeGreaterThan(30);
  });

  it('keeps settings and begins a calendar of its own', async () => {
    expect(await app.client.settings.get()).toMatchObject({ personName: 'Nguyễn Văn A' });
    expect(await app.client.workspace.info()).toMatchObject({ kind: 'real', name: 'Văn phòng' });
    expect(all('SELECT valid_to IS NULL, note FROM calendar_revision ORDER BY version')).toEqual([
      [0, 'Tháng trước tuần đầu tiên / The month before the first week'],
      [1, 'Lịch ban đầu / First calendar'],
    ]);
  });

  it('is judged anew by what is there', async () => {
    expect(all('SELECT kind, note FROM alert_event WHERE who IS NOT NULL')).toEqual([
      ['acknowledged', 'đã gọi tỉnh'],
    ]);
    expect(all(`SELECT count(*) FROM unit_status WHERE reported = 'green'`)).toEqual([[0]]);
    expect(all('SELECT DISTINCT cut_id FROM unit_status')).toHaveLength(1);
    expect(all(`SELECT count(*) FROM submission WHERE received_at IS NOT NULL`)).toEqual([[1]]);
  });

  it('leaves the old folder byte for byte as it was', () => {
    expect(listed(old)).toEqual(before);
    expect(readdirSync(target).toSorted()).toEqual(expect.arrayContaining(LEFT_BEHIND));
  });
});

it('begins from the screens with the workspace that is open, says what came along, and notes who asked', async () => {
  const [real, second] = [join(folder, 'một'), join(folder, 'hai')];
  const app = await createApp({ dataFolder: real, begins: { name: 'Một' }, clock });
  await app.client.settings.set({ personName: 'Nguyễn Văn A' });
  await bring(app, 'devices', 1);
  await app.client.recipes.import({ text: JSON.stringify(RECIPE), who: WHO });
  const made = await app.client.workspace.create({ name: 'Hai', folder: second, from: real });
  expect(made).toMatchObject({
    folder: second,
    taken: { takenOver: { figures: 1, imports: 1, recipes: 1 } },
  });
  expect(Object.values(made.taken?.leftOut ?? {}).every((count) => count === 0)).toBe(true);
  const refused = app.client.workspace.create({
    name: 'Ba',
    folder: join(folder, 'ba'),
    from: freshFolder(),
  });
  await expect(refused).rejects.toMatchObject({ code: 'WORKSPACE_MISSING' });
  expect(existsSync(join(folder, 'ba'))).toBe(false);
  await app.close();
  const there = await createApp({ dataFolder: second, clock });
  expect(await there.client.workspace.info()).toMatchObject({ kind: 'real', name: 'Hai' });
  const { acts } = await there.client.journal.list({});
  expect(acts.find(({ kind }) => kind === 'tookOver')).toMatchObject({ who: 'Nguyễn Văn A', subject: 'Một' });
  // The next table of a sender is read by the recipe that was made in the old one.
  const { recipes } = await there.client.intake.inspect({ file: TABLE, cut: WEEK });
  expect(recipes.map(({ name, version }) => [name, version])).toEqual([['Hải Phòng', 1]]);
  await there.close();
});

it('takes over nothing of a practice copy, of no workspace, and of a file that is not ours', async () => {
  const [real, copy, target] = [join(folder, 'thật'), join(folder, 'bản'), join(folder, 'không')];
  const { code } = await runCommand(['workspace', 'new', real], { env });
  expect(code).toBe(0);
  await runCommand(['workspace', 'copy', copy, '--data', real], { env });
  const foreign = freshFolder();
  writeFileSync(join(foreign, DATABASE_NAME), 'x'.repeat(4096));
  const refused = async (from: string) => (await make(target, from)).answer.error.code;
  expect(await refused(copy)).toBe('WORKSPACE_PRACTICE');
  expect(await refused(join(folder, 'đâu đó'))).toBe('WORKSPACE_MISSING');
  expect(await refused(foreign)).toBe('DATABASE_FOREIGN');
  expect(existsSync(target)).toBe(false);
});
