import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createRouterClient } from '@orpc/server';
import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import { FORMAT_VERSION } from '#main/core/take/snapshots/format/constants.ts';
import { STAYING_COLUMNS, STAYING_TABLES } from '#main/core/take/snapshots/format/derived-store.ts';
import { DERIVED, listFormats, newestFormat, schemaText } from '#main/core/take/snapshots/format/versions.ts';
import { makeSnapshot, openSnapshot, verifySnapshot } from '#tests/fixtures/snapshots/good-file.ts';
import { filledFolder, freshFolder } from '#tests/setup/data-folder.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/snapshots');

/**
 * SHA-256 of the schema text of each version that people have files of. A release adds that of the newest one, and the
 * number of its last migration takes the place of 'unreleased' in `versions.ts`. When a test here fails after that,
 * the schema has changed since: the next version is to be added there, and this hash stays.
 */
const RELEASED: Readonly<Record<number, string>> = {
  1: '62c9e4fbc503df0b42f26cc131bf2076870095a14e9f6867fea37c22bc540d34',
};

/**
 * What the figures of a stored file come to and those of today's built-in data do not: when the file of format 1 was
 * made, all communes sent every month, and so both ends of the score are one.
 */
const OWN: Readonly<Record<number, object>> = { 1: { scoreLow: 0.355263158, scoreHigh: 0.355263158 } };

let application: Application;
beforeAll(async () => {
  application = await createApp({ dataFolder: filledFolder() });
});
afterAll(() => application.close());

/** The file of a version as the program wrote it when that version came out; of the unreleased one as it writes it now. */
async function fileOf(version: number): Promise<string> {
  const path = join(freshFolder(), `format-${version}.kh02`);
  const stored = join(FIXTURES, `format-${version}.kh02.gz`);
  if (existsSync(stored)) writeFileSync(path, gunzipSync(readFileSync(stored)));
  else await makeSnapshot(application, { province: '12', cuts: ['2025-07-31'], to: path });
  return path;
}

describe.each(listFormats())('format $version', (format) => {
  const isPinned = DERIVED.every(
    ({ version, schema }) => version !== format.version || schema !== 'unreleased',
  );

  it('has the schema that it came out with, once it has', () => {
    const hash = createHash('sha256').update(schemaText(format)).digest('hex');
    expect(isPinned ? hash : undefined).toBe(RELEASED[format.version]);
  });

  it('has a file among the fixtures, once it has come out', () => {
    expect(readdirSync(FIXTURES).includes(`format-${format.version}.kh02.gz`)).toBe(isPinned);
  });

  it('opens, in a copy, with the figures that were put into it', async () => {
    const path = await fileOf(format.version);
    const opened = await openSnapshot(application.client, { path });
    expect(opened.report).toMatchObject({
      verdict: 'unsigned',
      canOpen: true,
      isJudgedAnew: format.version === 1,
    });
    expect(opened.report.manifest).toMatchObject({
      format: format.version,
      scope: { level: 'province', code: '12', name: 'Lai Châu' },
      cuts: ['moment-2025-07-31T1600'],
      communes: 38,
    });
    const reading = createRouterClient(application.router, {
      context: { ...application.context, source: opened.id },
    });
    const [old, own] = await Promise.all(
      [reading, application.client].map((client) => client.status.get({ cut: '2025-07-31', unit: '12' })),
    );
    const built = own?.provinces.find(({ code }) => code === '12');
    expect(old?.provinces).toEqual([{ ...built, ...OWN[format.version] }]);
    expect(readdirSync(join(path, '..'))).toEqual([`format-${format.version}.kh02`]);
    await application.client.snapshots.close({ id: opened.id });
  });
});

it('only the newest version may be unreleased, and it is the one that files are written in', () => {
  const open = DERIVED.filter(({ schema }) => schema === 'unreleased');
  expect(open.every(({ version }) => version === FORMAT_VERSION)).toBe(true);
  expect(newestFormat().version).toBe(FORMAT_VERSION);
  expect(listFormats().map(({ version }) => version)).toEqual(listFormats().map((_, index) => index + 1));
});

it('a version that is yet to come is refused with both numbers', async () => {
  const path = await fileOf(FORMAT_VERSION);
  const bytes = readFileSync(path);
  // The header's user_version.
  bytes.writeUInt32BE(FORMAT_VERSION + 1, 60);
  writeFileSync(path, bytes);
  const report = await verifySnapshot(application.client, path);
  expect(report).toMatchObject({ verdict: 'refused', canOpen: false });
  expect(report.reasons).toEqual([
    expect.objectContaining({
      code: 'snapshots.reason.FORMAT_NEWER',
      values: { found: FORMAT_VERSION + 1, known: FORMAT_VERSION },
    }),
  ]);
});

describe('the newest version', () => {
  const { dataTables } = newestFormat();
  const names = dataTables.map(({ name }) => name);

  it('has every table that is about travelling rows, text for text, and every column of it but those that stay', () => {
    const database = application.context.read;
    const list = (sql: string, ...values: string[]) =>
      database
        .prepare(sql)
        .pluck()
        .all(...values) as string[];
    const all = list(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'`);
    const pointing = all.filter((name) =>
      list('SELECT "table" FROM pragma_foreign_key_list(?)', name).some((target) => names.includes(target)),
    );
    const left = pointing.filter((name) => !names.includes(name));
    expect(left.toSorted()).toEqual(Object.keys(STAYING_TABLES).toSorted());
    const empty: string[] = [];
    for (const { name, sql, columns } of dataTables) {
      expect([sql]).toEqual(list('SELECT sql FROM sqlite_schema WHERE name = ?', name));
      const own = columns.map((column) => column.name);
      const here = list('SELECT name FROM pragma_table_info(?)', name);
      empty.push(...here.filter((column) => !own.includes(column)).map((column) => `${name}.${column}`));
    }
    // Row ids that nothing in a file points at are given anew.
    expect(empty.filter((column) => !/\.id$/.test(column)).toSorted()).toEqual(
      Object.keys(STAYING_COLUMNS).toSorted(),
    );
  });

  it('has nothing in what stays here', async () => {
    const file = new Sqlite(await fileOf(FORMAT_VERSION), { readonly: true });
    for (const place of Object.keys(STAYING_COLUMNS)) {
      const [table, column] = place.split('.');
      const filled = file.prepare(`SELECT count(*) FROM ${table} WHERE ${column} IS NOT NULL`).pluck().get();
      expect([place, filled]).toEqual([place, 0]);
    }
    expect(file.prepare(`SELECT count(*) FROM unit_name WHERE role = 'learned'`).pluck().get()).toBe(0);
    file.close();
  });

  it('bounds every text: by its words, or by a length', () => {
    const elsewhere = ['observation.note', 'task_status.facts', 'unit_status.facts'];
    const database = application.context.read;
    const texts = database.prepare(`SELECT name FROM pragma_table_info(?) WHERE type = 'TEXT'`).pluck();
    const free = dataTables.flatMap(({ name, sql, columns, limits }) =>
      (texts.all(name) as string[])
        .filter((column) => columns.some((known) => known.name === column))
        .filter((column) => !new RegExp(`\\b${column} IN \\(`).test(sql))
        .filter((column) => !limits.some((limit) => limit.includes(`length(${column})`)))
        .map((column) => `${name}.${column}`),
    );
    expect(free.toSorted()).toEqual(elsewhere);
  });

  it('is the same file byte for byte where the same is written twice, whenever that is', async () => {
    const own = freshFolder();
    const folder = filledFolder();
    const files = await Promise.all(
      ['2026-01-02T03:04:05.000Z', '2026-03-04T05:06:07.000Z'].map(async (now, turn) => {
        const to = join(own, `${turn}.kh02`);
        const maker = await createApp({ dataFolder: folder, clock: () => new Date(now) });
        const { made } = await makeSnapshot(maker, { province: '12', who: 'An', to });
        await maker.close();
        return { made, bytes: readFileSync(to) };
      }),
    );
    const [one, other] = files;
    expect(one?.made.madeAt).not.toBe(other?.made.madeAt);
    expect(one?.made.id).not.toBe(other?.made.id);
    expect(one?.made.sha256).toBe(other?.made.sha256);
    expect(one?.bytes.equals(other?.bytes ?? Buffer.alloc(0))).toBe(true);
  });
});
