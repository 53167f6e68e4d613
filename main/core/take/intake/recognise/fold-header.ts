import { foldText } from '#shared/text/fold.ts';

/** What offices shorten in headers, by the folded letters. */
const SHORT_FOR: Readonly<Record<string, string>> = {
  hs: 'ho so',
  tl: 'ty le',
  cks: 'chu ky so',
  cts: 'chung thu so',
};

/** A header without accents, units, footnote marks and abbreviations, and with one spelling of 'tỷ lệ'. */
export function foldHeader(text: string): string {
  return foldText(text.replace(/\(\s*(%|hồ sơ|văn bản|lượt|kết quả|xã)\s*\)|[*%]/giu, ' '))
    .replace(/\b(?:hs|tl|cks|cts)\b/g, (short) => SHORT_FOR[short] ?? short)
    .replace(/\bti le\b/g, 'ty le')
    .replace(/^\d+ (?=\D)/, '');
}
