import { describe, expect, it } from 'vitest';
import { PROJECT_FOLDER } from '#main/hosts/launch/project.ts';
import { looksOnce, readDrivingTests } from './reads.ts';

const files = readDrivingTests(PROJECT_FOLDER);
const linesOf = (text: string) =>
  looksOnce([{ path: 'a.test.ts', text }]).map((told) => Number(told.match(/\d+/)));

describe('a test of what runs', () => {
  it('waits for facts: what it asserts is asked again until it is so', () => {
    expect(files.length).toBeGreaterThan(20);
    expect(looksOnce(files)).toEqual([]);
  });
});

describe('a look at one moment', () => {
  it.each([
    ['in an assertion', `it('', async () => { expect(await rows.count()).toBe(2); });`],
    ['without a promise', `it('', () => { expect(page.url()).toBe('x'); });`],
    ['as what is expected', `it('', async () => { expect(2).toBe(await rows.count()); });`],
    [
      'that is kept and asserted',
      `it('', async () => { const a = await b.innerText(); expect(a).toBe(''); });`,
    ],
    [
      'part of which is asserted',
      `it('', async () => { const { a } = await b.evaluate(f); expect(a.c).toBe(''); });`,
    ],
    ['in a list', `it('', async () => { const a = []; a.push(await b.innerText()); });`],
    ['in a loop', `it('', async () => { for (const a of await b.allInnerTexts()) expect(a).toBe(''); });`],
    ['in a condition', `it('', async () => { if (await a.isVisible()) b(); });`],
    [
      'by a helper',
      `const words = async (a) => (await a.innerText()).trim(); it('', async () => { expect(await words(b)).toBe(''); });`,
    ],
    [
      'by a helper of a helper',
      `async function a(b) { const c = await b.count(); return c + 1; } const d = () => a(1); it('', async () => { expect(await d()).toBe(2); });`,
    ],
  ])('%s is found', (_name, text) => {
    expect(linesOf(text)).toEqual([1]);
  });

  it.each([
    ['that is asked again', `it('', async () => { await expect.poll(() => rows.count()).toBe(2); });`],
    [
      'by a helper that is asked again',
      `const a = () => b.count(); it('', async () => { await expect.poll(a).toBe(2); });`,
    ],
    [
      'before an act, to compare with',
      `it('', async () => { const a = await b.innerText(); await expect.poll(() => b.innerText()).not.toBe(a); });`,
    ],
    [
      'whose answer nobody uses',
      `it('', async () => { await page.evaluate(() => { location.hash = ''; }); });`,
    ],
    [
      'of another test',
      `it('', async () => { const a = await b.innerText(); f(a); }); it('', () => { const a = 1; expect(a).toBe(1); });`,
    ],
  ])('%s is well', (_name, text) => {
    expect(linesOf(text)).toEqual([]);
  });
});
