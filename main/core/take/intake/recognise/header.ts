import { foldText } from '#shared/text/fold.ts';
import { countedThings } from './denominators.ts';
import { foldHeader } from './fold-header.ts';
import type { Meaning, Part } from './meaning.ts';
import { NUMBER_OF_THINGS, type Vocabulary } from './vocabulary.ts';

/** What one header text means, alone. */
function meaningOfHeader(text: string, vocabulary: Vocabulary): Meaning | null {
  const isPercent = text.includes('%');
  const key = foldHeader(text);
  if (key === '') return isPercent ? { role: 'value', indicator: null, isPercent } : null;
  const found = vocabulary.exact.get(key) ?? withPart(key, vocabulary) ?? withOwnUnits(text, vocabulary);
  if (found === null) return isPercent ? null : baseMeaning(text, vocabulary);
  return 'indicator' in found ? { ...found, isPercent } : found;
}

// 'devices_numerator', 'Văn bản ký số - tử số', 'Mẫu số văn bản ký số'.
function withPart(key: string, vocabulary: Vocabulary): Meaning | null {
  for (const [word, part] of vocabulary.parts) {
    const rest = key.endsWith(` ${word}`)
      ? key.slice(0, -word.length - 1)
      : key.startsWith(`${word} `)
        ? key.slice(word.length + 1)
        : null;
    const found = rest === null ? undefined : vocabulary.exact.get(rest);
    if (found !== undefined && 'indicator' in found && found.indicator !== null) {
      return { role: part, indicator: found.indicator, isPercent: false };
    }
  }
  return null;
}

const BRACKETS = /[([{]([^)\]}]*)[)\]}]/g;
/** What is written behind a name as help for filling in: how to answer, the unit, the number of the column. */
const HELP =
  /^(?:(?:co|khong|dat|chua dat|chua|x|0|1|yes|no|true|false|met|not met|ghi|danh dau|va|hoac|or)(?: |$))+$|^(?:ho so|van ban|luot|ket qua|xa|nguoi|may|bo|ty le|files|documents)$|^(?:cot )?\d*$/;

/**
 * 'Trụ sở (Có/Không)', 'Nhân sự: Đạt/Chưa đạt': help for filling in, in brackets or behind a colon. Every other word there
 * may say that something else is meant ('(lũy kế)', '(quá hạn)', '(nghìn)'), and the column is asked about.
 */
function withOwnUnits(text: string, vocabulary: Vocabulary): Meaning | null {
  const bracketed = [...text.matchAll(BRACKETS)].map(([, inside = '']) => inside);
  const [name = '', ...behind] = text.replace(BRACKETS, ' ').split(/[:;]/);
  const isHelp = [...bracketed, behind.join(' ')].every((one) => HELP.test(foldText(one)));
  return isHelp && name !== text ? (vocabulary.exact.get(foldHeader(name)) ?? null) : null;
}

/** What a header of two rows means: an indicator above with its parts below, or a heading above the real names. */
export function meaningOfPair(upper: string, lower: string, vocabulary: Vocabulary): Meaning | null {
  if (lower === '') return meaningOfHeader(upper, vocabulary);
  if (upper === '') return meaningOfHeader(lower, vocabulary);
  const above = meaningOfHeader(upper, vocabulary);
  const part = partOf(lower, vocabulary);
  if (above !== null && 'indicator' in above && above.indicator !== null && part !== null) {
    const { indicator } = above;
    const isCount = vocabulary.indicators.get(indicator)?.kind === 'count';
    if (isCount && WHOLE.has(foldHeader(lower))) return { role: 'value', indicator, isPercent: false };
    const role = part === 'value' && isNumberOfThings(lower, indicator, vocabulary) ? 'numerator' : part;
    const isPercent = role === 'value' && (lower.includes('%') || above.isPercent);
    return { role, indicator, isPercent };
  }
  return (
    meaningOfHeader(lower, vocabulary) ??
    meaningOfHeader(`${upper} ${lower}`, vocabulary) ??
    (WHOLE.has(foldHeader(lower)) ? baseMeaning(upper, vocabulary) : null)
  );
}

/** Below what is counted: all of it. */
const WHOLE: ReadonlySet<string> = new Set(['tong so', 'tong', 'so luong', 'total']);

/** What shares are of ('Hồ sơ đã giải quyết'), by their definitions. */
function baseMeaning(text: string, { bases }: Vocabulary): Meaning | null {
  const key = countedThings(text);
  const base = [...bases.values()].find((one) => one.key === key);
  if (base === undefined) return null;
  const { indicator } = base;
  return indicator === null ? { role: 'base', of: key } : { role: 'value', indicator, isPercent: false };
}

/** 'Số lượng' below a share is how many there were, never the share. */
function isNumberOfThings(text: string, indicator: string, vocabulary: Vocabulary): boolean {
  return vocabulary.indicators.get(indicator)?.kind === 'ratio' && NUMBER_OF_THINGS.has(foldHeader(text));
}

function partOf(text: string, vocabulary: Vocabulary): Part | null {
  const key = foldHeader(text);
  if (key === '' && text.includes('%')) return 'value';
  return vocabulary.parts.get(key) ?? null;
}

/** Indicators whose names share most words with the header, best first; what a person is asked to choose from. */
export function suggestMeanings(text: string, vocabulary: Vocabulary): Meaning[] {
  const words = new Set(
    foldHeader(text)
      .split(' ')
      .filter((word) => word.length > 1),
  );
  if (words.size === 0) return [];
  const best = new Map<string, { meaning: Meaning; score: number }>();
  for (const phrase of vocabulary.phrases) {
    const common = [...phrase.words].filter((word) => words.has(word)).length;
    const score = common / (words.size + phrase.words.size - common);
    if (score < 0.5 || !('indicator' in phrase.meaning)) continue;
    const code = phrase.meaning.indicator ?? '';
    if (score > (best.get(code)?.score ?? 0)) best.set(code, { meaning: phrase.meaning, score });
  }
  return [...best.values()]
    .sort((left, right) => right.score - left.score)
    .slice(0, 5)
    .map(({ meaning }) => meaning);
}
