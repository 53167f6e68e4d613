import { describe, expect, it } from 'vitest';
import { foldText, hasAccents, spellingKey } from '#shared/text/fold.ts';

describe('fold', () => {
  it('forgets accents, case, punctuation and the composition of letters', () => {
    expect(foldText('Phường Phù Liễn')).toBe('phuong phu lien');
    expect(foldText('  ĐẮK-LẮK '.normalize('NFD'))).toBe('dak lak');
    expect(foldText('Thừa Thiên – Huế')).toBe('thua thien hue');
  });

  it('holds the two places of a tone mark for one spelling', () => {
    expect(spellingKey('Hoà Bình')).toBe(spellingKey('Hòa Bình'));
    expect(spellingKey('THUỶ NGUYÊN')).toBe(spellingKey('Thủy  Nguyên'.normalize('NFD')));
    expect(spellingKey('Khoái Châu')).toBe(spellingKey('Khóai Châu'));
  });

  it('keeps names apart that differ in a letter or a tone', () => {
    expect(spellingKey('Ba Tơ')).not.toBe(spellingKey('Ba Tô'));
    expect(spellingKey('Hòa')).not.toBe(spellingKey('Hóa'));
    expect(spellingKey('Đông')).not.toBe(spellingKey('Dong'));
  });

  it('tells a name with accents from one without', () => {
    expect(hasAccents('Phù Liễn')).toBe(true);
    expect(hasAccents('dong da')).toBe(false);
    expect(hasAccents('đong da')).toBe(true);
  });
});
