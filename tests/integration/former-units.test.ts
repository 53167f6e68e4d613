import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Application, createApp, DATABASE_NAME } from '#main/core/app.ts';
import type { Client } from '#shared/contract/contract.ts';
import { filledFolder } from '#tests/setup/data-folder.ts';
import { runCommand } from '#tests/setup/run-program.ts';

const folder = filledFolder();
let application: Application;
let client: Client;

beforeAll(async () => {
  application = await createApp({ dataFolder: folder });
  client = application.client;
});
afterAll(() => application.close());

describe('units of before 1 July 2025', () => {
  it('are all there: 63 provinces, 696 districts, 10,035 communes, 471 of them divided', () => {
    const database = new Sqlite(join(folder, DATABASE_NAME), { readonly: true });
    const count = (sql: string) => database.prepare(`SELECT count(*) FROM ${sql}`).pluck().get();
    expect(count(`former_unit WHERE level = 'province'`)).toBe(63);
    expect(count(`former_unit WHERE level = 'district'`)).toBe(696);
    expect(count(`former_unit WHERE level = 'commune'`)).toBe(10_035);
    expect(
      count(`(SELECT 1 FROM former_unit JOIN former_successor ON former_id = id
        WHERE level = 'commune' GROUP BY id HAVING count(*) > 1)`),
    ).toBe(471);
    expect(count('unit_fact WHERE population IS NULL')).toBe(70);
    database.close();
  });

  it.each(['Phường Phúc Xá', 'phuong phuc xa', 'PHÚC XÁ', 'phuc xa ba dinh', '00001'])(
    'finds Phường Phúc Xá first by %s, and where it is now',
    async (text) => {
      const { found } = await client.units.former({ text });
      expect(found[0]).toMatchObject({
        name: 'Phường Phúc Xá',
        district: 'Quận Ba Đình',
        province: 'Thành phố Hà Nội',
        endedOn: '2025-07-01',
        successors: [{ code: '00097', name: 'Hồng Hà', kind: 'phuong', parent: '01', isPart: false }],
      });
    },
  );

  it('puts the province before others of its name, and lists what a divided one and a district became', async () => {
    const [province] = (await client.units.former({ text: 'Hà Giang' })).found;
    expect(province).toMatchObject({
      name: 'Tỉnh Hà Giang',
      successors: [{ code: '08', level: 'province' }],
    });
    const [divided] = (await client.units.former({ text: 'Phường Cống Vị' })).found;
    expect(divided?.successors).toMatchObject([
      { code: '00008', isPart: true },
      { code: '00025', isPart: true },
    ]);
    const [district] = (await client.units.former({ text: 'quan ba dinh' })).found;
    expect(district).toMatchObject({ level: 'district', district: null, province: 'Thành phố Hà Nội' });
    expect(district?.successors.length).toBeGreaterThan(4);
  });

  it('are not yet former on a day before they ended', async () => {
    const { found } = await client.units.former({ text: 'Phường Phúc Xá', date: '2025-06-30' });
    expect(found).toEqual([]);
  });

  it('loads them once into a workspace of an older program, with no copy of it', async () => {
    const older = filledFolder();
    const file = join(older, DATABASE_NAME);
    const database = new Sqlite(file);
    database.exec(`DELETE FROM former_successor; DELETE FROM former_unit; DELETE FROM unit_fact;
      DELETE FROM setting WHERE key = 'catalogue.former'`);
    database.close();
    const copies: string[] = [];
    for (const expected of [1, 1]) {
      const opened = await createApp({ dataFolder: older, onCopy: (path) => copies.push(path) });
      expect((await opened.client.units.formerNamed({ text: '00001' })).found).toHaveLength(expected);
      await opened.close();
    }
    expect(copies).toEqual([]);
  });
});

describe('counts per 10,000 people', () => {
  const SENT = 'applications_received';
  const countOf = async (code: string) => {
    const { perPeople, population } = await client.units.background({ code });
    return { count: perPeople.find((one) => one.code === SENT), population };
  };

  it('are of the commune itself, and of a place what its indicator page says', async () => {
    const { count, population } = await countOf('00097');
    const { outputs } = await client.units.profile({ code: '00097' });
    const sent = outputs.find(({ code }) => code === SENT);
    expect(count?.value).toBeCloseTo(((sent?.value ?? 0) / (population.people ?? 1)) * 10_000, 9);
    expect([count?.cut, count?.communes]).toEqual([sent?.cut, 1]);
    const page = await client.indicators.get({ code: SENT });
    for (const place of [page.country, ...page.provinces.slice(0, 3)])
      expect((await countOf(place.code)).count).toMatchObject(place.perPeople ?? {});
  });

  it('are no number where no population is known, and say that the count itself is there', async () => {
    const { units } = await client.units.list({});
    const sent = await client.map.indicator({ level: 'commune', code: SENT });
    const told = new Map(sent.codes.map((code, at) => [code, sent.values[at] ?? null]));
    const database = new Sqlite(join(folder, DATABASE_NAME), { readonly: true });
    const unknown = database
      .prepare(
        `SELECT unit.code FROM unit_fact JOIN unit ON unit.id = unit_id WHERE population IS NULL ORDER BY unit.code`,
      )
      .pluck()
      .all() as string[];
    database.close();
    const code = unknown.find(
      (one) => (told.get(one) ?? null) !== null && units.some((unit) => unit.code === one),
    );
    const { count, population } = await countOf(code ?? '');
    expect(population).toMatchObject({ people: null, state: 'unknown' });
    expect(count).toMatchObject({ value: null, state: 'value', communes: 0, withoutPopulation: 1 });
  });
});

describe('the background of a unit', () => {
  it('tells population, seat and what a commune was made from, whole or in part', async () => {
    const background = await client.units.background({ code: '00097' });
    expect(background.population).toMatchObject({ people: 123_282, state: 'known', countedIn: 2025 });
    expect(background.seat).toBe('Số 30 phố Tứ Liên, phường Hồng Hà');
    expect(background.madeFrom[0]).toMatchObject({ name: 'Phường Phúc Xá', isPart: false });
    expect(background.madeFrom).toContainEqual(expect.objectContaining({ code: '00097', isPart: true }));
  });

  it('leaves an unknown population unknown, and doubts one that cannot be', async () => {
    const { units } = await client.units.list({});
    const all = await Promise.all(
      units.filter(({ parent }) => parent === '56').map(({ code }) => client.units.background({ code })),
    );
    const unknown = all.filter(({ population }) => population.state === 'unknown');
    expect(unknown.map(({ population }) => population.people)).toEqual(unknown.map(() => null));
    const doubtful = all.find(({ code }) => code === '22435');
    expect(doubtful?.population).toMatchObject({ people: 5, state: 'doubtful' });
    const province = await client.units.background({ code: '56' });
    expect(province.population.unknown).toBe(unknown.length);
    expect(province.population.doubtful).toBeGreaterThan(0);
  });

  it('tells which provinces a province was made from', async () => {
    const { madeFrom } = await client.units.background({ code: '08' });
    expect(madeFrom.map(({ name }) => name)).toEqual(['Tỉnh Hà Giang', 'Tỉnh Tuyên Quang']);
  });
});

describe('a command that takes a unit', () => {
  it('follows a former one to that of today and says so', async () => {
    const { code, stdout, stderr } = await runCommand([
      'status',
      '--json',
      '--unit',
      'phuong phuc xa',
      '--data',
      folder,
    ]);
    expect(code).toBe(0);
    expect((JSON.parse(stdout) as { unit: { code: string } }).unit.code).toBe('00097');
    expect(stderr).toContain('từ 01/07/2025 thuộc Phường Hồng Hà, TP. Hà Nội');
  });

  it('asks which, where one was divided', async () => {
    const { code, stderr } = await runCommand(['status', '--unit', '00007', '--data', folder]);
    expect(code).toBe(1);
    expect(stderr).toContain('chia về 2 đơn vị: Phường Ngọc Hà, Phường Giảng Võ');
  });
});
