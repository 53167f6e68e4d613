import { execFile } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, it } from 'vitest';
import { PROJECT_FOLDER } from '#main/hosts/launch/project.ts';
import { filledFolder, freshFolder } from '#tests/setup/data-folder.ts';
import { startBundle } from './engine-of-bundle.ts';

/** What stands before the fuses in every Electron binary, then their version and number. */
const FUSES = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX\x01\x08';
/** As electron-builder.yml sets them, in Electron's order: as Node, cookies, NODE_OPTIONS, inspect, … */
const SET = '01001100';
const folder = freshFolder();
const packed = join(folder, 'dist/linux-unpacked');
const resources = join(packed, 'resources');

/**
 * Packs for Linux as `npm run package` does, but over a folder that stands in for Electron's, which is fetched from
 * elsewhere, and without the archive around the application's files, so that they can be run here.
 */
beforeAll(async () => {
  const electron = join(folder, 'electron');
  mkdirSync(join(electron, 'locales'), { recursive: true });
  mkdirSync(join(electron, 'resources'));
  for (const language of ['vi', 'en-US', 'fr']) writeFileSync(join(electron, `locales/${language}.pak`), '');
  for (const name of ['LICENSE', 'version', 'chrome-sandbox']) writeFileSync(join(electron, name), '');
  writeFileSync(join(electron, 'electron'), `not Electron\0${FUSES}${'1'.repeat(8)}\0`, 'latin1');
  chmodSync(join(electron, 'electron'), 0o755);
  const words = ['--linux', 'dir', '--x64', '--publish', 'never', '-c.asar=false'];
  const places = [`-c.directories.output=${join(folder, 'dist')}`, `-c.electronDist=${electron}`];
  const program = join(PROJECT_FOLDER, 'node_modules/electron-builder/cli.js');
  await promisify(execFile)(process.execPath, [program, ...words, ...places], { cwd: PROJECT_FOLDER });
});

it('packs the program under its own name with the two languages, the fuses set and the licences', () => {
  const program = readFileSync(join(packed, 'kh02-center'), 'latin1');
  expect(program.slice(program.indexOf(FUSES) + FUSES.length)).toBe(`${SET}\0`);
  expect(readdirSync(join(packed, 'locales')).toSorted()).toEqual(['en-US.pak', 'vi.pak']);
  for (const file of ['LICENSE.txt', 'NOTICE.txt', 'app/package.json', 'app/out/renderer/index.html'])
    expect(existsSync(join(resources, file)), file).toBe(true);
});

it('packs what the program reads at run time, and no source', async () => {
  expect(readdirSync(join(resources, 'app')).toSorted()).toEqual([
    'assets',
    'node_modules',
    'out',
    'package.json',
  ]);
  const engine = await startBundle(join(resources, 'app/out/main/worker.js'), {
    dataFolder: filledFolder(),
    assetsFolder: join(resources, 'app/assets'),
    nativeBinding: join(resources, 'better_sqlite3.node'),
  });
  for (const format of ['deck', 'pdf', 'png'] as const) {
    const out = join(folder, `briefing.${format}`);
    for await (const _event of await engine.client.briefing.export({ briefing: 'national', format, out }));
    expect(existsSync(out), format).toBe(true);
  }
  expect((await engine.client.units.list({})).units.length).toBe(1 + 34 + 3321);
  await engine.end();
});
