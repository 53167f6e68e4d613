import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PROJECT_FOLDER } from '#main/hosts/launch/project.ts';
import {
  isBelow,
  judgeImport,
  layerOf,
  listImports,
  listValueImports,
  readSources,
  type SourceFile,
} from './imports.ts';
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

/** The files that import zod, or one that does, as others name them: #shared/contract/… */
function withSchemas(files: readonly SourceFile[]): Set<string> {
  const found = new Set(['zod']);
  for (let before = 0; before < found.size; ) {
    before = found.size;
    for (const { path, text } of files) {
      const imported = listValueImports(text).map((name) => name.replace(/^\.\//, `#${dirname(path)}/`));
      if (imported.some((name) => found.has(name))) found.add(`#${path}`);
    }
  }
  return found;
}

describe('the user interface', () => {
  it('carries no schema of the contract: reading them would stand before the first picture', () => {
    const carrying = withSchemas(sources.filter(({ path }) => isBelow(path, 'shared')));
    const wrong = sources
      .filter(({ path }) => isBelow(path, 'renderer'))
      .flatMap(({ path, text }) => {
        const found = listValueImports(text).filter((specifier) => carrying.has(specifier));
        return found.map((specifier) => `${path} imports ${specifier}; plain values lie in choices.ts`);
      });
    expect(carrying.size).toBeGreaterThan(10);
    expect(wrong).toEqual([]);
  });
});

describe('a forbidden import', () => {
  it.each([
    ['shared/domain/a.ts', '#shared/contract/errors.ts', 'shared/domain may import nothing'],
    ['shared/domain/a.ts', '../contract/errors.ts', 'shared/domain may import nothing'],
    ['shared/contract/a.ts', 'node:fs', 'may not use Node'],
    ['shared/text/a.ts', 'zod', 'its home is shared/contract'],
    ['renderer/views/map/a.tsx', '#main/core/app.ts', 'renderer/views/map may import shared'],
    ['renderer/views/map/a.tsx', '#renderer/views/units/b.tsx', 'renderer/views/map may import shared'],
    ['renderer/ground/a.tsx', '#renderer/shell/App.tsx', 'renderer/ground may import shared'],
    ['main/core/judge/a.ts', '#main/core/take/intake/b.ts', 'main/core/judge may import shared'],
    ['renderer/views/map/a.tsx', 'leaflet', 'its home is renderer/map'],
    ['renderer/views/map/a.tsx', 'jquery', 'its home is nothing'],
    ['main/db/a.ts', '#main/core/app.ts', 'main/db may import shared'],
    ['main/core/ask/units/a.ts', 'better-sqlite3', 'its home is main/db'],
    ['main/core/ask/units/a.ts', '#main/hosts/options.ts', 'main/core/ask may import'],
    ['main/core/ask/units/a.ts', 'node:http', 'its home is main/hosts/web'],
    ['main/hosts/cli/a.ts', 'electron', 'its home is main/hosts/desktop'],
    ['main/hosts/desktop/a.ts', 'node:http', 'its home is main/hosts/web'],
    ['elsewhere/a.ts', 'zod', 'lies in no layer'],
  ])('from %s of %s is named with what is allowed', (file, specifier, sentence) => {
    const told = judgeImport(file, specifier);
    expect(told).toContain(file);
    expect(told).toContain(sentence);
  });

  it('of a type alone is no import of values', () => {
    const text = `
      import type { a } from 'one';
      import { type b, type C } from 'two';
      import { type d, e } from 'three';
      export type { f } from 'four';
      const g = await import('five');
    `;
    expect(listValueImports(text)).toEqual(['three', 'five']);
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
