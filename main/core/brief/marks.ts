import type { Briefing, Page } from './description.ts';

type Marked = Pick<Page, 'provenance'>;
type Worded = Pick<Briefing, 'words'>;

/** 'SỐ LIỆU MINH HỌA' or 'BẢN THỰC HÀNH', or nothing: what kind of data a page shows, in a frame beside its title. */
export function kindMark({ provenance }: Marked, { words }: Worded): string {
  return provenance.mark === null ? '' : words.marks[provenance.mark];
}

/**
 * 'ĐANG THU THẬP: 12/34 TỈNH', a month that waits, 'ĐÃ ĐÍNH CHÍNH', or nothing: what is not final about a page. All at
 * once they are longer than a title leaves room for: they have a line of their own.
 */
export function stateMark({ provenance }: Marked, { words }: Worded): string {
  return [
    ...(provenance.collecting === null ? [] : [words.collectingMark(provenance.collecting)]),
    ...(provenance.statusCut === '' ? [] : [provenance.statusCut]),
    ...(provenance.waiting === '' ? [] : [provenance.waiting]),
    ...(provenance.corrected ? [words.correctedMark] : []),
  ].join(' · ');
}

/** Both, in one line. */
export function marksOf(page: Marked, briefing: Worded): string {
  return [kindMark(page, briefing), stateMark(page, briefing)].filter((mark) => mark !== '').join(' · ');
}
