const ONSET = '(?:ngh|ng|nh|kh|gh|gi|ph|th|tr|ch|qu|[bcdđghklmnprstvx])?';
/** Vowels with what may close them, without tones. */
const RHYME = [
  '(?:oa|a)(?:ch|nh|ng|[cimnoptuy])?',
  '(?:oă|ă)(?:ng|[cmnpt])',
  '(?:uâ|â)(?:ng|[cmnptuy])',
  '(?:oe|ue|e)(?:ch|nh|ng|[cmnopt])?',
  '(?:uê|ê)(?:ch|nh|[cmnptu])?',
  'iê(?:ng|[cmnptu])',
  'yê(?:ng|[mnptu])',
  'i(?:ch|nh|[acmnptu])?',
  '(?:uy|y)(?:ch|nh|[aptu])?',
  'uyê(?:n|t)',
  'o(?:ng|[cimnpt])?',
  'ô(?:ng|[cimnpt])?',
  'ơ(?:[imnpt])?',
  'u(?:ng|[acimnpt])?',
  'uô(?:ng|[cimnt])',
  'ư(?:ng|[acimtu])?',
  'ươ(?:ng|[cimnptu])',
  'uơ',
].join('|');
const SYLLABLE = new RegExp(`^(${ONSET})(?:${RHYME})$`);
const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;
const VOWELS = /^[aăâeêioôơuưy]+/;
const WITH_MARK = /[ăâêôơư]/;

/** Whether a word can be a syllable of Vietnamese. Its marks and where they stand are looked at, not its meaning. */
export function isSyllable(word: string): boolean {
  if (word.length > 7) return false;
  const apart = word.toLowerCase().normalize('NFD');
  const tones = apart.match(TONES)?.length ?? 0;
  if (tones > 1) return false;
  const plain = apart.replace(TONES, '').normalize('NFC');
  const found = SYLLABLE.exec(plain);
  if (found === null || tones === 0) return found !== null;
  const onset = found[1]?.length ?? 0;
  const letters = [...apart.normalize('NFC')];
  const at = letters.findIndex((letter) => letter.normalize('NFD').search(TONES) >= 0);
  return mayBearTone(VOWELS.exec(plain.slice(onset))?.[0] ?? '', at - onset);
}

/** A tone stands at the vowel that has a mark; in 'oa', 'oe' and 'uy' people write it at either. */
function mayBearTone(vowels: string, at: number): boolean {
  const marked = [...vowels].findLastIndex((vowel) => WITH_MARK.test(vowel));
  if (marked >= 0) return at === marked;
  if (/^(oa|oe|uy)$/.test(vowels)) return at === 0 || at === 1;
  return vowels.length === 3 ? at === 1 : at === 0;
}
