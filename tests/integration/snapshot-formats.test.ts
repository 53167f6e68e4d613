import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import { FORMAT_VERSION } from '#main/core/take/snapshots/format/constants.ts';
import { FORMATS, schemaText } from '#main/core/take/snapshots/format/versions.ts';
import { openSnapshot, verifySnapshot } from '#tests/fixtures/snapshots/good-file.ts';
import { filledFolder, freshFolder } from '#tests/setup/data-folder.ts';

const FIXTURES = join(import.meta.dirname, '../fixtures/snapshots');

/** SHA-256 of the schema text of each version that people have files of. */
const RELEASED: Readonly<Record<number, string>> = {
  1: '62c9e4fbc503df0b42f26cc131bf2076870095a14e9f6867fea37c22bc540d34',
};

/** What no file takes along, with the reason. A new column of a migration goes into a new version, or here. */
const STAYS_HERE: Readonly<Record<string, string>> = {
  'import_run.detail': 'how this machine took the file in',
  'import_run.through_id': 'the way a figure came here; a file says where it first came from',
  'import_run.undone_at': 'what was taken back does not travel',
  'import_run.undone_by': 'what was taken back does not travel',
};

let application: Application;
beforeAll(async () => {
  application = await createApp({ dataFolder: filledFolder() });
});
afterAll(() => application.close());

/** The file of a version as the program wrote it when that version came out. */
function oldFile(version: number): string {
  const path = join(freshFolder(), `format-${version}.kh02`);
  writeFileSync(path, gunzipSync(readFileSync(join(FIXTURES, `format-${version}.kh02.gz`))));
  return path;
}

describe.each(FORMATS)('format $version', (format) => {
  it('has the schema that it came out with', () => {
    const hash = createHash('sha256').update(schemaText(format)).digest('hex');
    expect(hash).toBe(RELEASED[format.version]);
  });

  it('opens, in a copy, with the figures that were put into it', async () => {
    const path = oldFile(format.version);
    const opened = await openSnapshot(application.client, { path });
    expect(opened.report).toMatchObject({ verdict: 'unsigned', canOpen: true });
    expect(opened.report.manifest).toMatchObject({
      format: format.version,
      createdAt: '2026-01-02T03:04:05.000Z',
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
    expect(old?.provinces).toEqual(own?.provinces.filter(({ code }) => code === '12'));
    expect(readdirSync(join(path, '..'))).toEqual([`format-${format.version}.kh02`]);
    await application.client.snapshots.close({ id: opened.id });
  });
});

it('a version that is yet to come is refused with both numbers', async () => {
  const path = oldFile(FORMAT_VERSION);
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

it('the newest version has every column of the migrated schema, but for what is said to stay here', () => {
  const columnsOf = application.context.read.prepare('SELECT name FROM pragma_table_info(?)').pluck();
  const left: string[] = [];
  for (const { name, sql } of FORMATS.at(-1)?.dataTables ?? []) {
    const own = [...sql.matchAll(/^(\w+) (?:INTEGER|REAL|TEXT)\b/gm)].map(([, column = '']) => column);
    const here = columnsOf.all(name) as string[];
    expect([name, own.filter((column) => !here.includes(column))]).toEqual([name, []]);
    left.push(...here.filter((column) => !own.includes(column)).map((column) => `${name}.${column}`));
  }
  // Row ids that nothing in a file points at are given anew.
  expect(left.filter((column) => !/\.id$/.test(column)).toSorted()).toEqual(
    Object.keys(STAYS_HERE).toSorted(),
  );
});

it('the newest version has a file among the fixtures', () => {
  expect(readdirSync(FIXTURES)).toContain(`format-${FORMAT_VERSION}.kh02.gz`);
});
