import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { REASON_VALUE_KINDS } from '#shared/domain/reason.ts';
import { reasons } from '#shared/text/messages/reasons.ts';
import { messageOf, placeholders } from '#tests/properties/sentences.ts';

const keys = Object.keys(reasons.vi);
// Who says a reason: the rules, and the alerts, which tell where one stands in its life.
const SPEAKERS = ['shared/domain/', 'main/core/judge/alerts/', 'main/core/desk/alerts/'].map(
  (name) => new URL(`../../../${name}`, import.meta.url),
);

function sources(): string {
  return SPEAKERS.flatMap((folder) => {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' });
    const files = names.filter((name) => name.endsWith('.ts'));
    return files.map((name) => readFileSync(new URL(name, folder), 'utf8'));
  }).join('\n');
}

describe('sentences of the rules', () => {
  it('exist under the same keys in both languages', () => {
    expect(Object.keys(reasons.en)).toEqual(keys);
  });

  it('use the same placeholders in both languages', () => {
    for (const key of keys) {
      const [vi, en] = (['vi', 'en'] as const).map((language) => [
        ...placeholders(messageOf(key, language).getAst()),
      ]);
      expect([key, vi?.sort()]).toEqual([key, en?.sort()]);
    }
  });

  it('exist for every code that the rules write out', () => {
    const written = sources().matchAll(/'(reason\.[\w.]+)'/g);
    expect([...written].map(([, code]) => code).filter((code) => !keys.includes(code ?? ''))).toEqual([]);
  });

  it('are all used by some rule', () => {
    const text = sources();
    // Codes built from a status or a rule's name are written as their beginning and a template.
    const beginnings = [...text.matchAll(/`(reason\.[\w.]*)\$\{/g)].map(([, beginning]) => beginning ?? '');
    const unused = keys.filter(
      (key) => !text.includes(`'${key}'`) && !beginnings.some((beginning) => key.startsWith(beginning)),
    );
    expect(unused).toEqual([]);
  });

  it('name people and places only by placeholders that the text layer knows, or words to choose by', () => {
    const words = [
      'status',
      'reported',
      'operating',
      'from',
      'to',
      'band',
      'direction',
      'state',
      'outputState',
      'atLeast',
      'atMost',
    ];
    const asTheyAre = ['rollUp', 'code', 'codes', 'value', 'sizes'];
    for (const key of keys) {
      for (const element of messageOf(key, 'vi').getAst()) {
        if (element.type !== 1) continue;
        expect([...Object.keys(REASON_VALUE_KINDS), ...words, ...asTheyAre]).toContain(element.value);
      }
    }
  });
});
