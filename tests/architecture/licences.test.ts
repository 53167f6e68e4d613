import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT_FOLDER } from '#main/hosts/launch/project.ts';
import {
  BY_NAME,
  isAmong,
  lockedPackages,
  nameOf,
  OPEN,
  runtimePackages,
  WITH_CONDITIONS,
} from './licences.ts';
import { readPage } from './papers.ts';

const packages = runtimePackages();

describe('what the program is made of', () => {
  it('has a known licence in every package that it needs while it runs', () => {
    const known = [...OPEN, ...WITH_CONDITIONS];
    const unknown = packages.filter(
      ({ name, licence }) => licence === null || (!isAmong(licence, known) && BY_NAME[name] !== licence),
    );
    expect(unknown).toEqual([]);
    expect(packages.length).toBeGreaterThan(50);
  });

  it('names in NOTICE every package whose licence has a condition of its own, and the licence', () => {
    const special = packages.filter(({ licence }) => licence === null || !isAmong(licence, OPEN));
    const notice = readPage('NOTICE').split('\n');
    const unnamed = special.filter(
      ({ name, licence }) => !notice.some((line) => line.includes(name) && line.includes(licence ?? '?')),
    );
    expect(unnamed).toEqual([]);
    expect(special.map(({ name }) => name)).toContain('react-leaflet');
  });

  it('says in the README which package is under no open-source licence', () => {
    const readme = readPage('README.md');
    for (const [name, licence] of Object.entries(BY_NAME)) {
      expect(readme).toContain(name);
      expect(readme).toContain(licence);
    }
  });

  it('runs at an installation only the scripts of packages that package.json names', () => {
    const { allowScripts } = JSON.parse(readFileSync(join(PROJECT_FOLDER, 'package.json'), 'utf8')) as {
      allowScripts: Record<string, boolean>;
    };
    const scripted = lockedPackages().filter(([, { hasInstallScript }]) => hasInstallScript === true);
    expect(scripted.map(([path]) => nameOf(path)).filter((name) => !(name in allowScripts))).toEqual([]);
    expect(Object.keys(allowScripts).filter((name) => allowScripts[name] === true)).toEqual([
      'node',
      'better-sqlite3',
    ]);
  });
});

describe('licence expressions', () => {
  it.each([
    ['MIT', true],
    ['(MIT OR GPL-3.0-or-later)', true],
    ['(MIT AND Zlib)', true],
    ['MIT AND GPL-3.0-or-later', false],
    ['GPL-3.0-or-later', false],
    ['', false],
  ])('%s is open: %s', (licence, isOpen) => {
    expect(isAmong(licence, OPEN)).toBe(isOpen);
  });
});
