import { expect, it } from 'vitest';
import { PROJECT_FOLDER } from '#main/hosts/launch/project.ts';
import { readSources } from './imports.ts';

const HOME = 'renderer/shell/composed-keys.ts';
const sources = readSources(PROJECT_FOLDER).filter(({ path }) => path.startsWith('renderer/'));

// What listens first on the window, in the capture phase, comes before every handler of ours and of every library.
it('leaves keys to the input method before anything of the page can listen', () => {
  const start = sources.find(({ path }) => path === 'renderer/main.tsx')?.text ?? '';
  const statements = start.replace(/^import .*$/gm, '');
  const call = statements.indexOf('leaveComposedKeysAlone();');
  const others = ['import(', 'createConnection(', 'loadTopology('].map((word) => statements.indexOf(word));
  expect(call).toBeGreaterThan(-1);
  expect(Math.min(...others)).toBeGreaterThan(call);
});

// What the help and the palette say of keys is what is listened to, because both come from one registration.
it('hears keys of the window through registered shortcuts only', () => {
  const found = sources.filter(({ text }) => /window\.addEventListener\(\s*'key/.test(text));
  expect(found.map(({ path }) => path)).toEqual(['renderer/ground/shortcuts.ts', HOME]);
});

it.each([
  ['a key listener in the capture phase', /addEventListener\(\s*'key\w+'[^;]*(capture|,\s*true)/],
  ['a key handler in the capture phase', /onKey(Down|Up|Press)Capture/],
  ['a judgement of its own about input methods', /isComposing|keyCode/],
])('has %s in no other place', (_what, pattern) => {
  const found = sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path);
  expect(found.filter((path) => path !== HOME)).toEqual([]);
});
