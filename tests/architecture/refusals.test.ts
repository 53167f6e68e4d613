import { expect, it } from 'vitest';
import { PROJECT_FOLDER } from '#main/hosts/launch/project.ts';
import { readSources } from './imports.ts';

/** Who hands what was refused to whoever called. */
const PASSED_ON = new Set([
  'renderer/ground/use-person.ts',
  'renderer/views/workspace/use-open-workspace.ts',
]);
const SAYS_SO = /onError|isError|\berror\b/;

// A full disk, a cut of 2096, somebody who was faster: a button after which nothing happens looks like one that worked.
it('asks for no change without saying what was refused', () => {
  const changing = readSources(PROJECT_FOLDER).filter(
    ({ path, text }) => path.startsWith('renderer/') && text.includes('useMutation('),
  );
  const silent = changing.filter(({ path, text }) => !PASSED_ON.has(path) && !SAYS_SO.test(text));
  expect(changing.length).toBeGreaterThan(10);
  expect(silent.map(({ path }) => path)).toEqual([]);
});
