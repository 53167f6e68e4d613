import type { Briefing, Page } from './description.ts';

/** 'SỐ LIỆU MINH HỌA' or 'BẢN THỰC HÀNH', 'ĐANG THU THẬP: 12/34 TỈNH', 'ĐÃ ĐÍNH CHÍNH', or nothing: what stands on top of a page. */
export function marksOf(
  { provenance }: Pick<Page, 'provenance'>,
  { words }: Pick<Briefing, 'words'>,
): string {
  return [
    ...(provenance.mark === null ? [] : [words.marks[provenance.mark]]),
    ...(provenance.collecting === null ? [] : [words.collectingMark(provenance.collecting)]),
    ...(provenance.statusCut === '' ? [] : [provenance.statusCut]),
    ...(provenance.waiting === '' ? [] : [provenance.waiting]),
    ...(provenance.corrected ? [words.correctedMark] : []),
  ].join(' · ');
}
