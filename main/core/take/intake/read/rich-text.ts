import { asShown, type LegacyFont } from './legacy/fonts.ts';

/** Where a font begins in a text. */
export interface FontRun {
  readonly at: number;
  readonly font: LegacyFont | null;
}

/** A text of several fonts, each part as its own shows it; what stands before the first has the cell's. */
export function richText(text: string, runs: readonly FontRun[]): string {
  if (runs.every(({ font }) => font === null)) return text;
  const parts = runs.map(({ at, font }, index) => {
    const part = text.slice(at, runs[index + 1]?.at ?? text.length);
    return font === null ? part : asShown(part, font);
  });
  return text.slice(0, runs[0]?.at ?? 0) + parts.join('');
}
