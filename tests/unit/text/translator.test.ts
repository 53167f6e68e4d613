import { describe, expect, it } from 'vitest';
import { messagesOf } from '#shared/text/catalogue.ts';
import { createTranslator } from '#shared/text/translator.ts';

describe('translator', () => {
  it('fills a sentence with numbers in the style of the language', () => {
    expect(createTranslator('vi').t('age.days', { count: 1234 })).toBe('1.234 ngày trước');
    expect(createTranslator('en').t('age.days', { count: 1 })).toBe('1 day ago');
  });

  it('answers null for a key that came as data and is not in the catalogue', () => {
    expect(createTranslator('vi').tryText('reason.of.another.planet')).toBeNull();
    expect(createTranslator('vi').tryText('toString')).toBeNull();
  });

  it('has the same keys in both languages', () => {
    expect(Object.keys(messagesOf('en')).sort()).toEqual(Object.keys(messagesOf('vi')).sort());
  });
});
