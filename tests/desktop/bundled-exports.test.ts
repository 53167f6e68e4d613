import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PROJECT_FOLDER } from '#main/hosts/launch/project.ts';
import { filledFolder } from '#tests/setup/data-folder.ts';
import { type BundledEngine, startBundle } from './engine-of-bundle.ts';

/** What a bundler changes (module folders, lazy imports, WebAssembly) shows only in what it has bundled. */
const BUNDLED_ENGINE = join(PROJECT_FOLDER, 'out/main/worker.js');
const out = mkdtempSync(join(tmpdir(), 'kh02-bundled-'));
let engine: BundledEngine;

beforeAll(async () => {
  const native = join(
    PROJECT_FOLDER,
    `node_modules/better-sqlite3/prebuilds/${process.platform}-${process.arch}.node`,
  );
  const assetsFolder = join(PROJECT_FOLDER, 'assets');
  const options = { dataFolder: filledFolder(), assetsFolder, nativeBinding: native };
  engine = await startBundle(BUNDLED_ENGINE, options);
});
afterAll(async () => {
  await engine.end();
  rmSync(out, { recursive: true, force: true });
});

it.each([
  ['deck', 'deck.pptx', 'PK'],
  ['pdf', 'wide.pdf', '%PDF-1.7'],
  ['pdf-a4', 'a4.pdf', '%PDF-1.7'],
  ['workbook', 'workbook.xlsx', 'PK'],
  ['png', 'picture.png', '\x89PNG'],
  ['svg', 'picture.svg', '<svg'],
  ['csv', 'table.csv', '\xEF\xBB\xBF'],
] as const)('the bundled program writes a briefing as %s', async (format, name, start) => {
  const file = join(out, name);
  for await (const _event of await engine.client.briefing.export({
    briefing: 'national',
    format,
    out: file,
  }));
  expect(readFileSync(file, 'latin1').slice(0, start.length)).toBe(start);
});

it('the bundled program draws a chart of a screen and writes a table', async () => {
  const svg =
    '<svg width="10" height="10" viewBox="0 0 10 10"><rect width="5" height="5" fill="#2E9E83"/></svg>';
  const cut = 'moment-2025-07-31T1600';
  const asked = { drawing: { type: 'chart', svg }, title: 'Thử', cut, format: 'png' } as const;
  expect((await engine.client.briefing.picture(asked)).file.size).toBeGreaterThan(1000);
  const columns = [{ title: 'Đơn vị', format: 'text' as const }];
  const table = { title: 'Thử', format: 'xlsx', columns, rows: [['Đắk Lắk']] } as const;
  expect((await engine.client.briefing.table({ ...table, columns, rows: [['Đắk Lắk']] })).rows).toBe(1);
});
