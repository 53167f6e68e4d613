import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { RENDERER_OUTPUT } from '#main/hosts/launch/build-output.ts';
import { PROJECT_FOLDER } from '#main/hosts/launch/project.ts';

const PAGE = join(PROJECT_FOLDER, RENDERER_OUTPUT.folder);
const read = (file: string) => readFileSync(join(PAGE, file));

it('asks for at most 370 kB of compressed script before the first picture, in one language', () => {
  const scripts = new Set(
    read('index.html')
      .toString()
      .match(/assets\/[\w-]+\.js/g),
  );
  const names = readdirSync(join(PAGE, 'assets')).filter((name) => name.includes('_virtual_messages-'));
  // Of each language what the first screens say, and the rest.
  expect(names).toHaveLength(4);
  expect([...scripts].filter((file) => file.includes('_virtual_messages-'))).toEqual([
    expect.stringMatching(/_virtual_messages-vi-[\w-]{8}\.js$/),
  ]);
  const sizes = [...scripts].map((file) => gzipSync(read(file), { level: 9 }).length);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(370_000);
});
