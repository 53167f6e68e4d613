import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { IntlMessageFormat } from 'intl-messageformat';
import { describe, expect, it } from 'vitest';
import { PROJECT_FOLDER } from '#main/hosts/launch/project.ts';
import { ERROR_CODES } from '#shared/contract/errors.ts';
import { lateMessagesOf, messagesOf } from '#shared/text/catalogue.ts';
import { listValueImports } from './imports.ts';

const vi = messagesOf('vi');
const en = messagesOf('en');

type Parts = ReturnType<IntlMessageFormat['getAst']>;

/** Names of the values that a message wants, those inside its plural and select forms too. */
function placeholders(parts: Parts): string[] {
  return parts.flatMap((part) => {
    const own = 'value' in part && part.type !== 0 ? [part.value] : [];
    const inner =
      'options' in part ? Object.values(part.options).flatMap((option) => placeholders(option.value)) : [];
    return [...own, ...inner];
  });
}

function wanted(text: string): string[] {
  const names = placeholders(new IntlMessageFormat(text, 'en', undefined, { ignoreTag: true }).getAst());
  return [...new Set(names)].toSorted();
}

describe('the message catalogue', () => {
  it('has the same keys in Vietnamese and English', () => {
    expect(Object.keys(en).toSorted()).toEqual(Object.keys(vi).toSorted());
  });

  it('wants the same values in both languages', () => {
    const pairs = Object.keys(vi).map((key) => ({
      key,
      vi: wanted(vi[key] ?? ''),
      en: wanted(en[key] ?? ''),
    }));
    expect(pairs.filter((pair) => pair.vi.join() !== pair.en.join())).toEqual([]);
  });

  it('has a sentence for every error code of the contract', () => {
    expect(ERROR_CODES.filter((code) => !(`error.${code}` in vi))).toEqual([]);
  });

  it('holds every file of messages', async () => {
    const folder = join(PROJECT_FOLDER, 'shared/text/messages');
    for (const name of readdirSync(folder)) {
      const [part] = Object.values(await import(join(folder, name))) as { vi: Record<string, string> }[];
      expect(Object.keys(part?.vi ?? {}).filter((key) => !(key in vi))).toEqual([]);
    }
  });

  it('says nothing before the late sentences are there that is one of them', () => {
    const late = Object.keys(lateMessagesOf('vi'));
    const early = [...readEarly('renderer/main.tsx'), ...readEarly('renderer/page.tsx')];
    expect(early.length).toBeGreaterThan(50);
    const said = early.flatMap(([path, text]) =>
      late.filter((key) => text.includes(`'${key}'`)).map((key) => `${path}: ${key}`),
    );
    expect(said).toEqual([]);
  });

  it('is written with full Vietnamese letters in one normal form', () => {
    const decomposed = Object.entries(vi).filter(([, text]) => text !== text.normalize('NFC'));
    expect(decomposed).toEqual([]);
  });
});

/** A file of the page with all that it imports at once, not later: path and text of each. */
function readEarly(path: string, found = new Map<string, string>()): Map<string, string> {
  if (found.has(path)) return found;
  const text = readFileSync(join(PROJECT_FOLDER, path), 'utf8');
  found.set(path, text);
  for (const name of listValueImports(text.replaceAll(/\bimport\(/g, 'later('))) {
    const isOurs = /^(\.|#(renderer|shared)\/).*\.tsx?$/.test(name);
    if (isOurs)
      readEarly(name.startsWith('#') ? name.slice(1) : posix.join(posix.dirname(path), name), found);
  }
  return found;
}
