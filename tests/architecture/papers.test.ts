import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT_FOLDER } from '#main/hosts/launch/project.ts';
import { GENERATED_PAGES, readPage, withGeneratedParts } from './papers.ts';

describe('the papers', () => {
  it.each(Object.entries(GENERATED_PAGES))(
    '%s says what the code says (`npm run papers` writes it anew)',
    (path, parts) => {
      const page = readPage(path);
      expect(page).toBe(withGeneratedParts(page, parts));
    },
  );

  it.each(['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', ...Object.keys(GENERATED_PAGES)])(
    'every file that %s leads to is there',
    (path) => {
      const links = [...readPage(path).matchAll(/\]\((?!https?:|#)([^)#]+)[^)]*\)/g)].map(
        ([, link = '']) => link,
      );
      const missing = links.filter((link) => !existsSync(join(PROJECT_FOLDER, dirname(path), link)));
      expect(missing).toEqual([]);
    },
  );

  it('every way of doing things that CONTRIBUTING states names the test that holds it', () => {
    const rules = readPage('CONTRIBUTING.md').split('## Ways of doing things\n')[1] ?? '';
    const stated = rules.split('\n').filter((line) => line.startsWith('- '));
    const unheld = stated.filter((line) => {
      const holders = [...line.matchAll(/`((?:tests|biome)[\w./-]*)`/g)].map(([, file = '']) => file);
      return (
        !holders.some((file) => existsSync(join(PROJECT_FOLDER, file))) && !line.includes('(held by review)')
      );
    });
    expect(stated.length).toBeGreaterThan(5);
    expect(unheld).toEqual([]);
  });

  it('the change log begins with what is not released yet', () => {
    expect(readPage('CHANGELOG.md')).toMatch(/^# .+\n+(?:.+\n+)?## /);
  });
});
