/** Alphabets of before Unicode: each letter with its mark stood at the place of another one, and a font showed it. */
export type LegacyCharset = 'tcvn3' | 'vni';

/** What a text that is kept in such an alphabet says; null where it holds a character that the alphabet does not have. */
export type LegacyReader = (text: string) => string | null;

const MARKED = /[\u0080-\uffff]/;

// TCVN 5712 VN3 ('ABC'), as its bytes look when they are taken for windows-1252.
const TCVN3_BYTES = [
  ['¡¢£¤¥¦§', 'ĂÂÊÔƠƯĐ'],
  ['¨©ª«¬\u00ad®', 'ăâêôơưđ'],
  ['µ¶·¸¹', 'àảãáạ'],
  ['»¼½¾Æ', 'ằẳẵắặ'],
  ['ÇÈÉÊË', 'ầẩẫấậ'],
  ['ÌÎÏÐÑ', 'èẻẽéẹ'],
  ['ÒÓÔÕÖ', 'ềểễếệ'],
  ['×ØÜÝÞ', 'ìỉĩíị'],
  ['ßáâãä', 'òỏõóọ'],
  ['åæçèé', 'ồổỗốộ'],
  ['êëìíî', 'ờởỡớợ'],
  ['ïñòóô', 'ùủũúụ'],
  ['õö÷øù', 'ừửữứự'],
  ['úûüýþ', 'ỳỷỹýỵ'],
] as const;

// VNI for Windows: a letter, and behind it the sign of its marks.
const VNI_TONES = [
  ['ø', '\u0300'],
  ['û', '\u0309'],
  ['õ', '\u0303'],
  ['ù', '\u0301'],
  ['ï', '\u0323'],
] as const;
const VNI_ROOFED = [
  ['â', '\u0302'],
  ['à', '\u0302\u0300'],
  ['å', '\u0302\u0309'],
  ['ã', '\u0302\u0303'],
  ['á', '\u0302\u0301'],
  ['ä', '\u0302\u0323'],
] as const;
const VNI_BREVE = [
  ['ê', '\u0306'],
  ['è', '\u0306\u0300'],
  ['ú', '\u0306\u0309'],
  ['ü', '\u0306\u0303'],
  ['é', '\u0306\u0301'],
  ['ë', '\u0306\u0323'],
] as const;
/** Letters that stand alone. */
const VNI_WHOLE = [
  ['í', 'í'],
  ['ì', 'ì'],
  ['æ', 'ỉ'],
  ['ó', 'ĩ'],
  ['ò', 'ị'],
  ['ô', 'ơ'],
  ['ö', 'ư'],
  ['î', 'ỵ'],
  ['ñ', 'đ'],
] as const;

const bothCases = (pairs: Iterable<readonly [string, string]>): Map<string, string> => {
  const all = new Map<string, string>();
  for (const [from, to] of pairs) {
    all.set(from, to.normalize('NFC'));
    all.set(from.toUpperCase(), to.toUpperCase().normalize('NFC'));
  }
  return all;
};

const TCVN3 = new Map(
  TCVN3_BYTES.flatMap(([from, to]) => {
    const letters = [...to];
    return [...from].map((letter, index) => [letter, letters[index] ?? ''] as const);
  }),
);

const VNI_ALONE = bothCases(VNI_WHOLE);

/** By the letter and what stands behind it, in either case each. */
const VNI_PAIRS = new Map<string, string>();
for (const [letters, signs] of [
  ['aeiouyôö', VNI_TONES],
  ['aeo', VNI_ROOFED],
  ['a', VNI_BREVE],
] as const) {
  for (const letter of letters) {
    for (const [sign, marks] of signs) {
      const base = VNI_ALONE.get(letter) ?? letter;
      const small = (base + marks).normalize('NFC');
      const large = small.toUpperCase().normalize('NFC');
      for (const mark of [sign, sign.toUpperCase()]) {
        VNI_PAIRS.set(letter + mark, small);
        VNI_PAIRS.set(letter.toUpperCase() + mark, large);
      }
    }
  }
}

function readTcvn3(text: string): string | null {
  let read = '';
  for (const letter of text) {
    const meant = letter < '\u0080' ? letter : (TCVN3.get(letter) ?? punctuation(letter));
    if (meant === null) return null;
    read += meant;
  }
  return read;
}

function readVni(text: string): string | null {
  let read = '';
  for (let at = 0; at < text.length; at += 1) {
    const pair = VNI_PAIRS.get(text.slice(at, at + 2));
    const letter = text[at] ?? '';
    const alone = letter < '\u0080' ? letter : (VNI_ALONE.get(letter) ?? punctuation(letter));
    if (pair === undefined && alone === null) return null;
    read += pair ?? alone;
    if (pair !== undefined) at += 1;
  }
  return read;
}

/** Signs that stand at the same place in both alphabets and in Unicode. */
function punctuation(letter: string): string | null {
  return /[\u00a0–—‘’“”…•]/.test(letter) ? letter : null;
}

export const LEGACY_READERS: Readonly<Record<LegacyCharset, LegacyReader>> = {
  tcvn3: readTcvn3,
  vni: readVni,
};
export const LEGACY_CHARSETS = ['tcvn3', 'vni'] as const satisfies readonly LegacyCharset[];

/** Whether a text has anything that an alphabet could say otherwise. */
export function isMarked(text: string): boolean {
  return MARKED.test(text);
}
