import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { PROJECT_FOLDER } from '#main/hosts/launch/project.ts';

const ICONS = join(PROJECT_FOLDER, 'assets/icons');
const config = readFileSync(join(PROJECT_FOLDER, 'electron-builder.yml'), 'utf8');

it('keeps the icons that its script draws', () => {
  const made = mkdtempSync(join(tmpdir(), 'kh02-icons-'));
  try {
    execFileSync(process.execPath, [join(ICONS, 'build.ts'), made]);
    const names = readdirSync(made, { recursive: true }).map(String).toSorted();
    expect(names).toHaveLength(13);
    for (const name of names.filter((each) => each.includes('.')))
      expect(readFileSync(join(ICONS, name)).equals(readFileSync(join(made, name))), name).toBe(true);
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
});

it('names only icons that lie ready, so that packing converts none', () => {
  const named = [...config.matchAll(/^ +icon: (\S+)$/gm)].map(([, name = '']) => name);
  expect(named.toSorted()).toEqual(['icon.icns', 'icon.ico', 'kh02.icns', 'kh02.ico', 'linux']);
  for (const name of named) expect(existsSync(join(ICONS, name)), name).toBe(true);
});

it.each(['icon.ico', 'kh02.ico'])('holds seven sizes up to 256 in %s', (name) => {
  const file = readFileSync(join(ICONS, name));
  const count = file.readUInt16LE(4);
  const entries = Array.from({ length: count }, (_, index) => 6 + 16 * index);
  expect(entries.map((at) => file.readUInt8(at) || 256)).toEqual([16, 24, 32, 48, 64, 128, 256]);
  const last = entries.at(-1) ?? 0;
  expect(file.readUInt32LE(last + 8) + file.readUInt32LE(last + 12)).toBe(file.length);
});

it.each(['icon.icns', 'kh02.icns'])('holds sizes up to 1024 in %s, and its own length', (name) => {
  const file = readFileSync(join(ICONS, name));
  expect(file.toString('latin1', 0, 4)).toBe('icns');
  expect(file.readUInt32BE(4)).toBe(file.length);
  expect(file.includes('ic10')).toBe(true);
});

it('gives each system its own native module and its own association of .kh02 files', () => {
  for (const system of ['linux', 'win32', 'darwin'])
    expect(config).toContain(`from: node_modules/better-sqlite3/prebuilds/${system}-\${arch}.node`);
  expect(config.match(/- ext: kh02/g)).toHaveLength(3);
  expect(config.match(/Tệp số liệu KH02/g)).toHaveLength(3);
});
