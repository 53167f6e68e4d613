import { describe, expect, it } from 'vitest';
import { PROJECT_FOLDER } from '#main/hosts/launch/project.ts';
import { judgeImport, layerOf, listImports, readSources } from './imports.ts';
import { LAYERS } from './layers.ts';

const sources = readSources(PROJECT_FOLDER);

describe('the layers', () => {
  it('hold every source file', () => {
    expect(sources.filter(({ path }) => layerOf(path) === undefined).map(({ path }) => path)).toEqual([]);
    expect(sources.length).toBeGreaterThan(100);
  });

  it.each(LAYERS.map((layer) => layer.folder))('%s imports only what it may', (folder) => {
    const files = sources.filter(({ path }) => layerOf(path)?.folder === folder);
    const wrong = files.flatMap(({ path, text }) =>
      listImports(text).flatMap((specifier) => judgeImport(path, specifier) ?? []),
    );
    expect(wrong).toEqual([]);
  });
});

describe('a forbidden import', () => {
  it.each([
    ['shared/domain/a.ts', '#shared/contract/errors.ts', 'shared/domain may import nothing'],
    ['shared/domain/a.ts', '../contract/errors.ts', 'shared/domain may import nothing'],
    ['shared/contract/a.ts', 'node:fs', 'may not use Node'],
    ['shared/text/a.ts', 'zod', 'its home is shared/contract'],
    ['renderer/views/a.tsx', '#main/core/app.ts', 'renderer may import shared'],
    ['renderer/views/a.tsx', 'leaflet', 'its home is renderer/map'],
    ['renderer/views/a.tsx', 'jquery', 'its home is nothing'],
    ['main/db/a.ts', '#main/core/app.ts', 'main/db may import shared'],
    ['main/core/units/a.ts', 'better-sqlite3', 'its home is main/db'],
    ['main/core/units/a.ts', '#main/hosts/options.ts', 'main/core may import'],
    ['main/core/units/a.ts', 'node:http', 'its home is main/hosts/web'],
    ['main/hosts/cli/a.ts', 'electron', 'its home is main/hosts/desktop'],
    ['main/hosts/desktop/a.ts', 'node:http', 'its home is main/hosts/web'],
    ['elsewhere/a.ts', 'zod', 'lies in no layer'],
  ])('from %s of %s is named with what is allowed', (file, specifier, sentence) => {
    const told = judgeImport(file, specifier);
    expect(told).toContain(file);
    expect(told).toContain(sentence);
  });

  it('is found in every way of writing it', () => {
    const text = `
      import a from 'one';
      import type { b } from 'two';
      import {
        c,
      } from 'three';
      import 'four';
      export { d } from 'five';
      export * from 'six';
      const e = await import('seven');
      // import x from 'comment';
      /** import y from 'comment'; */
      const text = "import from 'string'";
    `;
    expect(listImports(text)).toEqual(
      expect.arrayContaining(['one', 'two', 'three', 'four', 'five', 'six', 'seven']),
    );
    expect(listImports(text)).not.toContain('comment');
  });
});
