import { oneLine } from './clean-text.ts';
import type { Formatter } from './format.ts';
import { type ProblemNames, type ProblemWords, problemPlace, problemSentence } from './intake-text.ts';
import { type ColourWords, colourLines, type ProofWords, proofLines } from './proof-text.ts';
import type { Translator } from './translator.ts';

/** What a sender is told about a file that was taken in. Provinces, cuts and communes by name. */
export interface Receipt {
  readonly file: string;
  readonly sha256: string;
  readonly province: string | null;
  readonly cuts: readonly string[];
  /** UTC ISO. */
  readonly at: string;
  readonly who: string;
  readonly accepted: number;
  readonly rows: number;
  readonly added: number;
  readonly changed: number;
  readonly same: number;
  readonly missing: readonly string[];
  readonly problems: readonly ProblemWords[];
  /** What it was held against, and what became of its rows; null of one that was never told. */
  readonly proof: ProofWords | null;
  /** Whose colours it changed; null where that was not told. `names` has to name them. */
  readonly colours: ColourWords | null;
  readonly recipes: readonly { readonly sheet: string; readonly name: string; readonly version: number }[];
  readonly run: string;
}

type Words = Pick<Translator, 't' | 'tryText'>;
type Format = Pick<Formatter, 'dateTime'>;

/** The receipt line by line: received, missing, to be mended. */
export function receiptText(receipt: Receipt, words: Words, format: Format, names?: ProblemNames): string {
  const { t } = words;
  const { file, sha256, province, cuts, at, who, missing, problems, run } = receipt;
  const { accepted, rows, added, changed, same, proof, colours, recipes } = receipt;
  return [
    t('intake.receipt.title'),
    ...(province === null ? [] : [t('intake.receipt.sender', { province })]),
    t('intake.receipt.file', { file, hash: sha256 }),
    t('intake.receipt.cut', { cuts: cuts.join(', ') }),
    t('intake.receipt.at', { at: format.dateTime(at), who }),
    t('intake.receipt.rows', { accepted, rows, added, changed, same }),
    ...(proof === null ? [] : proofLines(proof, words).map((line) => line.trim())),
    ...(colours === null || names === undefined ? [] : colourLines(colours, words, names)),
    ...recipes.map(({ name, version }) => t('recipes.used', { name, version })),
    ...(missing.length === 0
      ? []
      : [t('intake.receipt.missing', { count: missing.length, names: missing.join(', ') })]),
    ...(problems.length === 0 ? [] : [t('intake.receipt.problems')]),
    ...problemLines(problems, words, names),
    t('intake.receipt.run', { run }),
  ]
    .map(oneLine)
    .join('\n');
}

/** '- Trang “A”, ô C6: “có lẽ” không phải Có/Không …' */
export function problemLines(
  problems: readonly ProblemWords[],
  words: Words,
  names?: ProblemNames,
): string[] {
  return problems.map((one) => {
    const place = problemPlace(one, words);
    const sentence = problemSentence(one, words, names);
    return place === '' ? `- ${sentence}` : `- ${place}: ${sentence}`;
  });
}
