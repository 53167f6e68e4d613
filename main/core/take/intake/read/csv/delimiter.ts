import type { TextDialect } from '../table.ts';

type Delimiter = TextDialect['delimiter'];

const DELIMITERS: readonly Delimiter[] = [';', '\t', ',', '|'];
const SAMPLE_LINES = 50;

export interface DetectedDelimiter {
  readonly delimiter: Delimiter;
  /** The first line is Excel's `sep=;` and no data. */
  readonly hasSepLine: boolean;
}

/**
 * The delimiter a text is written with: the one of a `sep=` line, else the one that stands equally often on the
 * most lines, outside quotes. `sample` is the beginning of the file.
 */
export function detectDelimiter(sample: string): DetectedDelimiter {
  const named = /^"?sep=([;,\t|])"?\r?(\n|$)/i.exec(sample)?.[1];
  const stated = DELIMITERS.find((delimiter) => delimiter === named);
  if (stated !== undefined) return { delimiter: stated, hasSepLine: true };
  const lines = sampleLines(sample);
  let best: Delimiter = ',';
  let bestScore = 0;
  for (const delimiter of DELIMITERS) {
    const score = steadiness(lines, delimiter);
    if (score > bestScore) [best, bestScore] = [delimiter, score];
  }
  return { delimiter: best, hasSepLine: false };
}

// Quoted parts go first, so that neither their commas nor their line ends count.
function sampleLines(sample: string): string[] {
  const bare = sample.replace(/"(?:[^"]|"")*"/g, '');
  return bare
    .split(/\r\n|\n|\r/)
    .filter((line) => line.trim() !== '')
    .slice(0, SAMPLE_LINES);
}

/** Share of lines with the most frequent count (above zero), a little more for more columns. */
function steadiness(lines: readonly string[], delimiter: Delimiter): number {
  const byCount = new Map<number, number>();
  for (const line of lines) {
    const count = line.split(delimiter).length - 1;
    if (count > 0) byCount.set(count, (byCount.get(count) ?? 0) + 1);
  }
  let best = 0;
  for (const [count, times] of byCount) {
    best = Math.max(best, times / lines.length + Math.min(count, 50) / 10_000);
  }
  return best;
}
