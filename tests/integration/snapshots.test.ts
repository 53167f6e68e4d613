import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import type { Client } from '#shared/contract/contract.ts';
import { outcomeOf } from '#shared/contract/outcome.ts';
import type { OpenSnapshotDto } from '#shared/contract/snapshots.ts';
import { makeSnapshot, openSnapshot, verifySnapshot } from '#tests/fixtures/snapshots/good-file.ts';
import { filledFolder, freshFolder } from '#tests/setup/data-folder.ts';

let application: Application;
let client: Client;
let folder: string;

beforeAll(async () => {
  application = await createApp({ dataFolder: filledFolder() });
  client = application.client;
  folder = freshFolder();
});
afterAll(() => application.close());

const reading = (id: string): Client =>
  createRouterClient(application.router, { context: { ...application.context, source: id } });

describe('a snapshot of the whole country', () => {
  let path: string;
  let snapshot: Client;
  beforeAll(async () => {
    path = join(folder, 'cả nước.kh02');
    await makeSnapshot(application, { to: path });
    snapshot = reading((await openSnapshot(client, { path })).id);
  });

  it('answers every screen as the workspace does', async () => {
    const questions: ((one: Client) => Promise<unknown>)[] = [
      (one) => one.cuts.list(),
      (one) => one.units.list({}),
      (one) => one.status.get({ cut: '2025-07-31', unit: '31' }),
      (one) => one.status.history({}),
      (one) => one.units.profile({ code: '11674' }),
      (one) => one.map.statuses({ level: 'commune' }),
      (one) => one.gap.get({}),
      (one) => one.difficulties.list({}),
      (one) => one.indicators.get({ code: 'results_online' }),
      (one) => one.alerts.list({ cut: '2025-09-22' }),
      (one) => one.compare.cuts({ from: '2025-09-01', to: '2025-10-06' }),
      (one) => one.rules.get({}),
    ];
    for (const ask of questions) expect(await ask(snapshot)).toEqual(await ask(client));
  });

  it('says where its figures come from, and the workspace says that they are its own', async () => {
    const current = await snapshot.snapshots.current();
    expect(current?.report).toMatchObject({ file: path, verdict: 'unsigned', canOpen: true });
    expect(await client.snapshots.current()).toBeNull();
  });
});

describe('a snapshot of one province and two cuts', () => {
  let path: string;
  let file: Sqlite.Database;
  beforeAll(async () => {
    path = join(folder, '31.kh02');
    await makeSnapshot(application, { province: '31', cuts: ['2025-07-31', '2025-10-27'], to: path });
    file = new Sqlite(path, { readonly: true });
  });
  afterAll(() => file.close());

  const list = (sql: string): unknown[] => file.prepare(sql).pluck().all();

  it('holds nothing of any other province', () => {
    expect(list(`SELECT code FROM unit WHERE level <> 'commune' ORDER BY code`)).toEqual(['31', 'VN']);
    const others = `SELECT code FROM unit WHERE level = 'commune'
      AND parent_id <> (SELECT id FROM unit WHERE code = '31')`;
    expect(list(others)).toEqual([]);
    const tables = [
      'observation',
      'unit_status',
      'task_status',
      'task_report',
      'submission',
      'alert',
      'difficulty',
    ];
    for (const table of [...tables, 'document']) {
      const ofCountry = `SELECT count(*) FROM ${table} WHERE unit_id = (SELECT id FROM unit WHERE code = 'VN')`;
      expect({ table, rows: list(ofCountry) }).toEqual({ table, rows: [0] });
    }
    const bytes = readFileSync(path).toString('utf8');
    expect(bytes).toContain('Hải Phòng');
    for (const name of ['Đồng Tháp', 'Lâm Đồng', 'Thanh Hóa']) expect(bytes).not.toContain(name);
  });

  it('holds the chosen cuts and the months they rest on', () => {
    expect(list('SELECT code FROM cut ORDER BY as_of, code')).toEqual([
      'moment-2025-07-31T1600',
      'month-2025-07',
      'month-2025-09',
      'week-2025-10-27',
    ]);
  });

  it('shows the province as the workspace does, and adds up to a country of one province', async () => {
    const { id } = await openSnapshot(client, { path });
    const snapshot = reading(id);
    const ask = (one: Client) => one.status.get({ cut: '2025-07-31', unit: '31' });
    const [own, whole] = [await ask(snapshot), await ask(client)];
    expect(own.provinces).toEqual(whole.provinces.filter(({ code }) => code === '31'));
    expect({ ...own.unit, reasons: [] }).toEqual({ ...whole.unit, reasons: [] });
    expect(own.national.communes).toBe(114);
    expect(await client.snapshots.close({ id })).toEqual({ closed: true });
    await expect(ask(snapshot)).rejects.toMatchObject({ code: 'SNAPSHOT_NOT_OPEN' });
  });
});

describe('a cut of a file beside a cut of the workspace', () => {
  it('compares the communes that both know, and no other', async () => {
    const path = join(folder, 'so sánh.kh02');
    await makeSnapshot(application, { province: '31', cuts: ['2025-09-01'], to: path });
    const { id } = await openSnapshot(client, { path });
    const asked = { from: 'week-2025-09-01', to: 'week-2025-10-27', level: 'commune' } as const;
    const mixed = await client.compare.cuts({ ...asked, fromSource: id });
    const whole = await client.compare.cuts(asked);
    expect(mixed).toMatchObject({ common: 114, joined: [], left: [] });
    expect(mixed.provinces).toEqual(whole.provinces.filter(({ code }) => code === '31'));
    expect(mixed.improved).toEqual(whole.improved.filter(({ province }) => province === '31'));
    expect(mixed.alerts.lasting).toBeLessThan(whole.alerts.lasting);
    // The same cut twice: what is the country's own is in no file of a province, and has not ended there.
    const same = await client.compare.cuts({ ...asked, to: asked.from, toSource: id });
    expect(same.alerts).toMatchObject({ opened: 0, closed: 0 });
    await client.snapshots.close({ id });
  });
});

describe('two files beside each other', () => {
  it('compare as the workspace they came from, and each says what it is', async () => {
    // One after the other: files are listed in the order in which they were opened.
    const opened: OpenSnapshotDto[] = [];
    for (const cut of ['2025-09-01', '2025-10-27']) {
      const path = join(folder, `${cut}.kh02`);
      await makeSnapshot(application, { cuts: [cut], to: path });
      opened.push(await openSnapshot(client, { path }));
    }
    const [from, to] = opened;
    const asked = { from: 'week-2025-09-01', to: 'week-2025-10-27', level: 'commune' } as const;
    const files = { fromSource: from?.id ?? '', toSource: to?.id ?? '' };
    const whole = await client.compare.cuts(asked);
    expect(await client.compare.cuts({ ...asked, ...files })).toEqual(whole);
    // Whoever looks at a file reaches the workspace by its name.
    const seen = reading(files.toSource);
    const back = await seen.compare.cuts({ ...asked, fromSource: 'workspace' });
    expect(back).toEqual(whole);
    const sources = await seen.compare.sources();
    const ours = sources.filter(({ id }) => ['workspace', files.fromSource, files.toSource].includes(id));
    expect(ours.map(({ id, file, isCurrent, cuts }) => [id, file?.verdict, isCurrent, cuts.length])).toEqual([
      ['workspace', undefined, false, (await client.cuts.list()).length],
      [files.fromSource, 'unsigned', false, 1],
      [files.toSource, 'unsigned', true, 1],
    ]);
    await client.snapshots.close({ id: files.fromSource });
    await client.snapshots.close({ id: files.toSource });
  });

  it('say that they were judged by different rules', async () => {
    const other = await createApp({ dataFolder: filledFolder() });
    const { rules } = await other.client.rules.get({});
    const changed = { ...rules, commune: { yellowMissingAtMost: rules.commune.yellowMissingAtMost + 1 } };
    await outcomeOf(await other.client.rules.save({ rules: changed, who: 'An', note: 'thử' }));
    const path = join(folder, 'quy tắc khác.kh02');
    await makeSnapshot(other, { cuts: ['2025-09-01'], to: path });
    await other.close();
    const { id } = await openSnapshot(client, { path });
    const asked = { from: 'week-2025-09-01', to: 'week-2025-09-01' };
    expect((await client.compare.cuts(asked)).sameRules).toBe(true);
    expect((await client.compare.cuts({ ...asked, toSource: id })).sameRules).toBe(false);
    await client.snapshots.close({ id });
  });
});

describe('the figures of a file', () => {
  it('come into a workspace as one import and go out of it again', async () => {
    const path = join(folder, 'nạp.kh02');
    await makeSnapshot(application, { province: '31', cuts: ['2025-09-01'], to: path });
    const other = await createApp({ dataFolder: filledFolder() });
    const { id } = await openSnapshot(other.client, { path });
    const choice = { id, cuts: ['week-2025-09-01'], who: 'An' };
    expect(await other.client.snapshots.import(choice)).toMatchObject({ added: 0, changed: 0 });
    const cut = `(SELECT id FROM cut WHERE code = 'week-2025-09-01')`;
    const unit = `(SELECT id FROM unit WHERE code = '31')`;
    const list = () => other.client.status.get({ cut: '2025-09-01', unit: '31' });
    const before = await list();
    await other.context.write((database) =>
      database.exec(`UPDATE observation SET value = 0 WHERE cut_id = ${cut}
        AND value = 1 AND unit_id IN (SELECT id FROM unit WHERE parent_id = ${unit})`),
    );
    const imported = await other.client.snapshots.import({ ...choice, again: true });
    expect(imported.changed).toBeGreaterThan(500);
    expect((await list()).unit?.criteria).toEqual(before.unit?.criteria);
    const [run] = await other.client.intake.runs({ cut: 'week-2025-09-01', limit: 1 });
    expect(run).toMatchObject({ run: imported.run, kind: 'snapshot', who: 'An' });
    const undone = await other.client.intake.undo({ run: imported.run, who: 'An' });
    expect(undone.restored).toBe(imported.changed);
    const info = await other.client.application.info();
    expect(info.sourceKinds).toEqual(['illustrative', 'published']);
    await other.close();
  });

  it('stay outside when the file was altered', async () => {
    const path = join(folder, 'đã sửa.kh02');
    await makeSnapshot(application, { province: '31', cuts: ['2025-09-01'], to: path });
    const file = new Sqlite(path);
    file.exec('UPDATE observation SET value = 1');
    file.close();
    const { id } = await openSnapshot(client, { path });
    const importing = client.snapshots.import({ id, who: 'An' });
    await expect(importing).rejects.toMatchObject({ code: 'SNAPSHOT_REFUSED' });
    await client.snapshots.close({ id });
  });
});

describe('making a snapshot', () => {
  it('leaves nothing when it is stopped half way', async () => {
    const own = freshFolder();
    for await (const progress of await client.snapshots.create({ to: join(own, 'dừng.kh02') })) {
      if (progress.kind === 'progress' && progress.done > 5) break;
    }
    expect(readdirSync(own)).toEqual([]);
  });

  it('replaces a snapshot but no other file', async () => {
    const own = freshFolder();
    const path = join(own, 'thư.kh02');
    writeFileSync(path, 'một bức thư');
    const request = { province: '01', cuts: ['2025-07-31'], to: path };
    const unfit = { code: 'SNAPSHOT_TARGET_UNFIT' };
    await expect(makeSnapshot(application, request)).rejects.toMatchObject(unfit);
    mkdirSync(join(own, 'thư mục.kh02'));
    for (const to of [join(own, 'thư mục.kh02'), join(own, 'thư.txt')]) {
      await expect(makeSnapshot(application, { ...request, to })).rejects.toMatchObject(unfit);
    }
    expect(readFileSync(path, 'utf8')).toBe('một bức thư');
    const good = { ...request, to: join(own, 'tốt.kh02') };
    await makeSnapshot(application, good);
    await makeSnapshot(application, good);
    expect(readdirSync(own).toSorted()).toEqual(['thư mục.kh02', 'thư.kh02', 'tốt.kh02'].toSorted());
  });

  it('names what it cannot make', async () => {
    const make = (request: Parameters<typeof makeSnapshot>[1]) => makeSnapshot(application, request);
    await expect(make({ province: '99' })).rejects.toMatchObject({ code: 'UNIT_UNKNOWN' });
    await expect(make({ cuts: ['week-1999-01-04'] })).rejects.toMatchObject({ code: 'CUT_UNKNOWN' });
    await expect(make({ sign: {} })).rejects.toMatchObject({ code: 'KEY_MISSING' });
    const nowhere = { to: join(folder, 'không có', 'x.kh02') };
    await expect(make(nowhere)).rejects.toMatchObject({ code: 'FOLDER_MISSING' });
  });

  it('puts a file without a place into the data folder, lists it and hands out its bytes', async () => {
    const { made } = await makeSnapshot(application, {
      province: '01',
      cuts: ['2025-07-31'],
      who: 'Nguyễn Văn An',
    });
    expect(dirname(made.file)).toBe(join(application.context.dataFolder, 'snapshots'));
    expect((await client.snapshots.list())[0]).toEqual(made);
    const pieces: Buffer[] = [];
    for await (const piece of await client.snapshots.download({ id: made.id })) {
      pieces.push(Buffer.from(piece, 'base64'));
    }
    expect(Buffer.concat(pieces).equals(readFileSync(made.file))).toBe(true);
  });
});

describe('signing keys', () => {
  it('sign with the passphrase only, and the file tells whom it is from where the key is trusted', async () => {
    const maker = await createApp({ dataFolder: filledFolder() });
    const passphrase = 'một câu dài khó đoán';
    const own = await maker.client.snapshots.keys.make({ name: 'Tỉnh Hải Phòng', passphrase });
    const keyFile = join(maker.context.dataFolder, 'keys', 'signing-key.json');
    expect(statSync(keyFile).mode & 0o777).toBe(0o600);
    const request = { province: '31', cuts: ['2025-07-31'], to: join(folder, 'ký.kh02') };
    const wrong = makeSnapshot(maker, { ...request, sign: { passphrase: 'sai' } });
    await expect(wrong).rejects.toMatchObject({ code: 'PASSPHRASE_WRONG' });
    expect(existsSync(request.to)).toBe(false);
    await makeSnapshot(maker, { ...request, sign: { passphrase } });
    const { text } = await maker.client.snapshots.keys.export();
    await maker.close();
    const verdicts = async () => (await verifySnapshot(client, request.to)).verdict;
    expect(await verdicts()).toBe('unsigned');
    await client.snapshots.keys.trust({ text, name: 'Hải Phòng' });
    expect(await verifySnapshot(client, request.to)).toMatchObject({
      verdict: 'verified',
      key: { name: 'Hải Phòng', fingerprint: own.fingerprint, isTrusted: true },
    });
    await client.snapshots.keys.distrust({ fingerprint: own.fingerprint });
    expect(await verdicts()).toBe('unsigned');
  });

  it('refuse a text that is no key, and one whose digits were changed', async () => {
    const { trust } = client.snapshots.keys;
    await expect(trust({ text: 'xin chào' })).rejects.toMatchObject({ code: 'KEY_INVALID' });
    await client.snapshots.keys.make({ name: 'Máy này' });
    const { text } = await client.snapshots.keys.export();
    const changed = text.replace(/key: (.)/, (_all, first: string) => `key: ${first === 'A' ? 'B' : 'A'}`);
    await expect(trust({ text: changed })).rejects.toMatchObject({ code: 'KEY_INVALID' });
    const again = client.snapshots.keys.make({ name: 'Máy này' });
    await expect(again).rejects.toMatchObject({ code: 'KEY_EXISTS' });
  });

  it('that are damaged are told, hide no trusted key, and give way to a new pair', async () => {
    const maker = await createApp({ dataFolder: filledFolder() });
    const { keys } = maker.client.snapshots;
    const { name, fingerprint } = await keys.make({ name: 'Tỉnh Hải Phòng' });
    const file = join(maker.context.dataFolder, 'keys', 'signing-key.json');
    const whole = readFileSync(file, 'utf8');
    const request = { province: '31', cuts: ['2025-07-31'], sign: {}, to: join(folder, 'khóa hỏng.kh02') };
    const half = (JSON.parse(whole) as { publicKey: string }).publicKey;
    const other = `${half.startsWith('A') ? 'B' : 'A'}${half.slice(1)}`;
    for (const damaged of [whole.slice(0, 100), '', whole.replace(half, other)]) {
      writeFileSync(file, damaged);
      await expect(makeSnapshot(maker, request)).rejects.toMatchObject({ code: 'KEY_DAMAGED' });
    }
    expect(existsSync(request.to)).toBe(false);
    writeFileSync(file, whole.slice(0, 100));
    expect(await keys.list()).toMatchObject({ own: null, damaged: file, trusted: [{ name, fingerprint }] });
    await expect(keys.make({ name: 'Khóa mới' })).rejects.toMatchObject({ code: 'KEY_DAMAGED' });
    await keys.make({ name: 'Khóa mới', replace: true });
    expect(await keys.list()).toMatchObject({ own: { name: 'Khóa mới' }, damaged: null });
    expect(readdirSync(dirname(file))).toHaveLength(2);
    await maker.close();
  });
});
