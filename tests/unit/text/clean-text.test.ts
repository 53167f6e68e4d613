import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { describe, expect, it } from 'vitest';
import { cleanText, cleanTexts, oneLine } from '#shared/text/clean-text.ts';

describe('a text that leaves', () => {
  it.each([
    ['Shift+Enter of PowerPoint', 'một\u000Bhai', 'một\nhai'],
    ['form feed', 'một\u000Chai', 'một\nhai'],
    ['next line', 'một\u0085hai', 'một\nhai'],
    ['line and paragraph separator', 'một\u2028hai\u2029ba', 'một\nhai\nba'],
    ['line ends of Windows and of old', 'một\r\nhai\rba', 'một\nhai\nba'],
    ['controls', '\u0000m\u0001ộ\u0008t\u000E\u001B[31m\u001F', 'một[31m'],
    ['halves of characters', 'a\uD83Db\uDE00c\uD83D', 'abc'],
    ['what is no character', 'a\uFFFE\uFFFFb', 'ab'],
    ['what must stay', 'Đắk Lắk\t“ổ” \u{1F600} \uFFFD', 'Đắk Lắk\t“ổ” \u{1F600} \uFFFD'],
  ])('%s', (_name, from, to) => expect(cleanText(from)).toBe(to));

  it('is one that XML can hold, whatever it was, and cleaning it again changes nothing', () => {
    const unit = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code));
    fc.assert(
      fc.property(fc.array(unit), (units) => {
        const clean = cleanText(units.join(''));
        const text = clean.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
        new SaxesParser().write(`<a>${text}</a>`).close();
        expect(cleanText(clean)).toBe(clean);
      }),
    );
  });
});

it('is one line where there is room for no more', () => {
  expect(oneLine(' Sở\u000B Nội vụ\r\n\r\nHà Nội\u0007 ')).toBe('Sở Nội vụ Hà Nội');
});

it('is clean everywhere in plain data, functions and numbers stay', () => {
  const say = (): string => '';
  const data = { title: 'a\u000Bb', list: ['\u0001', 1, null, { deep: '\uFFFF' }], say };
  expect(cleanTexts(data)).toEqual({ title: 'a\nb', list: ['', 1, null, { deep: '' }], say });
});
