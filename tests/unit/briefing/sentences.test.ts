import { describe, expect, it } from 'vitest';
import { briefing } from '#shared/text/messages/briefing.ts';
import { briefingPages } from '#shared/text/messages/briefing-pages.ts';
import { briefingReports } from '#shared/text/messages/briefing-reports.ts';
import { createTranslator } from '#shared/text/translator.ts';

/** Every name a sentence may ask for, so that each sentence can be said in each case. */
function valuesFor(text: string, count: number): Record<string, string | number> {
  const values: Record<string, string | number> = {};
  for (const [, name = '', kind] of text.matchAll(/\{(\w+)(?:, (\w+))?/g)) {
    values[name] = kind === 'number' || kind === 'plural' ? count : `‹${name}›`;
  }
  return values;
}

/** What all briefings say, shared or on one page. */
function sentencesIn(language: 'vi' | 'en'): Readonly<Record<string, string>> {
  return { ...briefing[language], ...briefingPages[language], ...briefingReports[language] };
}

describe.each(['vi', 'en'] as const)('the sentences of briefings in %s', (language) => {
  const { tryText } = createTranslator(language);

  it.each([0, 1, 2, 1234])('can all be said for %i', (count) => {
    for (const [key, text] of Object.entries(sentencesIn(language))) {
      const said = tryText(key, valuesFor(text, count));
      expect(said, key).not.toBeNull();
      expect(said, key).not.toMatch(/[{}#]|\bundefined\b|\bnull\b| {2}|\s[.,;]/);
    }
  });

  it('are composed letters (NFC), as every reader expects', () => {
    for (const text of Object.values(sentencesIn(language))) expect(text).toBe(text.normalize('NFC'));
  });
});

describe('Vietnamese sentences', () => {
  const { t } = createTranslator('vi');

  it('say none, one and many', () => {
    const say = (count: number) => t('briefing.overdue.headline', { count, days: 31 });
    expect(say(0)).toBe('Không có nhiệm vụ quá hạn');
    expect(say(1)).toBe('Một nhiệm vụ quá hạn, chậm 31 ngày');
    expect(say(6)).toBe('6 nhiệm vụ quá hạn; chậm nhất 31 ngày');
  });

  it('say better, worse, equal and no data', () => {
    const say = (direction: string) =>
      t('briefing.situation.coverage', { direction, points: '1,2', date: '28/07/2025' });
    expect(say('better')).toBe('Độ phủ xanh tăng 1,2 điểm phần trăm so với 28/07/2025.');
    expect(say('worse')).toBe('Độ phủ xanh giảm 1,2 điểm phần trăm so với 28/07/2025.');
    expect(say('same')).toBe('Độ phủ xanh không đổi so với 28/07/2025.');
    expect(say('unknown')).toBe('Chưa có kỳ trước để so sánh độ phủ xanh.');
  });

  it('do not call a task on time, nor a condition met, of which nobody has reported', () => {
    const headline = (reported: string, count = 0) =>
      t('briefing.province.criteriaHeadline', { reported, count, answered: 1, criteria: 12 });
    expect(headline('all')).toBe('Mọi điều kiện đều đạt ở tất cả các xã');
    expect(headline('some')).toBe('Mọi điều kiện đã trả lời (1/12) đều đạt ở các xã đã báo cáo');
    expect(headline('none')).toBe('Chưa xã nào báo cáo điều kiện cơ bản ở kỳ này');
    expect(headline('some', 1)).toBe('Còn một điều kiện chưa đạt ở ít nhất một xã');
    const work = (known: string) =>
      t('briefing.province.workHeadline', { known, overdue: 0, difficulties: 0, alerts: 2 });
    expect(work('yes')).toBe('Không có nhiệm vụ quá hạn; không khó khăn nào được nêu còn mở; 2 cảnh báo');
    expect(work('no')).toBe(
      'Chưa có báo cáo tiến độ nhiệm vụ; không khó khăn nào được nêu còn mở; 2 cảnh báo',
    );
  });

  it('name the places that no figure speaks of beside those that one does', () => {
    const values = { known: 2, top: 'Huế', topShare: '90%', bottom: 'Cà Mau', bottomShare: '5%' };
    expect(t('briefing.ranking.headline', { ...values, unknown: 0 })).toBe(
      'Cao nhất Huế (90%); thấp nhất Cà Mau (5%)',
    );
    expect(t('briefing.ranking.headline', { ...values, unknown: 32 })).toBe(
      'Cao nhất Huế (90%); thấp nhất Cà Mau (5%); 32 địa phương chưa đủ số liệu để xếp',
    );
    expect(t('briefing.ranking.one', { top: 'Huế', topShare: '90%', unknown: 33 })).toBe(
      'Chỉ Huế đủ số liệu độ phủ xanh để xếp (90%); 33 địa phương chưa đủ',
    );
  });
});
