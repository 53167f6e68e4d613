/**
 * Vietnamese names as people type them: with or without accents, composed or not, with the tone mark on either
 * vowel. Two keys are made of a name: `foldText` forgets every accent (for search and suggestions only, because
 * Ba Tơ and Ba Tô are two communes); `spellingKey` keeps them and forgets only how they were written down.
 */

const COMBINING_MARKS = /\p{Mark}/gu;
const NOT_WORD = /[^\p{Letter}\p{Number}]+/gu;
// The five tone marks as combining characters: huyền, sắc, ngã, hỏi, nặng.
const TONES = '\u0300\u0301\u0303\u0309\u0323';
const TONE_MARKS = new RegExp(`[${TONES}]`, 'gu');

/** Lower case, no accents, đ as d, words separated by single spaces: 'Phường Phù-Liễn ' -> 'phuong phu lien'. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(COMBINING_MARKS, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(NOT_WORD, ' ')
    .trim();
}

/**
 * A key that is equal for two spellings of the same name and different for two names: accents count; case, spaces,
 * NFC or NFD, and the place of the tone mark do not (Hòa = Hoà, Thủy = Thuỷ). Each word carries its tone at its
 * end as a digit, so the vowel it was written on is forgotten.
 */
export function spellingKey(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(NOT_WORD, ' ').trim().split(' ').map(wordKey).join(' ');
}

function wordKey(word: string): string {
  const parts = word.normalize('NFD');
  const tone = parts.match(TONE_MARKS)?.[0];
  const letters = parts.replace(TONE_MARKS, '').normalize('NFC');
  return tone === undefined ? letters : `${letters}${TONES.indexOf(tone) + 1}`;
}

/** True when the text carries an accent or a đ: then the person meant exactly that name. */
export function hasAccents(text: string): boolean {
  return /[đĐ]|\p{Mark}/u.test(text.normalize('NFD'));
}
