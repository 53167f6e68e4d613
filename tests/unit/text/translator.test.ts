import { describe, expect, it } from 'vitest';
import { messagesOf } from '#shared/text/catalogue.ts';
import { createTranslator } from '#shared/text/translator.ts';

describe('translator', () => {
  it('fills a sentence with numbers in the style of the language', () => {
    expect(createTranslator('vi').t('age.days', { count: 1234 })).toBe('1.234 ngày trước');
    expect(createTranslator('en').t('age.days', { count: 1 })).toBe('1 day ago');
  });

  it('writes a number of a sentence with more decimals where its threshold needs them', () => {
    const values = { indicator: 'X', status: 'yellow', value: 0.94998, numerator: 47499, denominator: 50000 };
    const say = (greenFrom: number) =>
      createTranslator('vi').t('reason.indicator.ratio', {
        ...values,
        direction: 'up',
        greenFrom,
        yellowFrom: 0.8,
      });
    expect(say(0.9)).toBe('X: 95% (47.499/50.000); XANH từ 90%, VÀNG từ 80%: VÀNG.');
    expect(say(0.95)).toBe('X: 94,998% (47.499/50.000); XANH từ 95%, VÀNG từ 80%: VÀNG.');
  });

  it('answers null for a key that came as data and is not in the catalogue', () => {
    expect(createTranslator('vi').tryText('reason.of.another.planet')).toBeNull();
    expect(createTranslator('vi').tryText('toString')).toBeNull();
  });

  it('has the same keys in both languages', () => {
    expect(Object.keys(messagesOf('en')).sort()).toEqual(Object.keys(messagesOf('vi')).sort());
  });
});
