import { columnName } from '#main/core/files/workbook/place.ts';
import { type Problem, problem } from '../../problem.ts';
import type { LegacyCharset } from './charsets.ts';
import { asShown, type LegacyFont } from './fonts.ts';

/** What an officer calls them. */
export const CHARSET_NAMES: Readonly<Record<LegacyCharset, string>> = { tcvn3: 'TCVN3 (ABC)', vni: 'VNI' };

interface Converted {
  readonly sheet: string;
  readonly charset: LegacyCharset;
  readonly how: string;
  readonly columns: Set<number>;
}

/** Which columns held text of an old alphabet: told once a sheet and alphabet, whatever the number of cells. */
export interface LegacyNotes {
  readonly add: (sheet: string, column: number, charset: LegacyCharset, how: string) => void;
  readonly problems: () => Problem[];
}

export function createLegacyNotes(): LegacyNotes {
  const found = new Map<string, Converted>();
  return {
    add: (sheet, column, charset, how) => {
      const key = `${sheet}\0${charset}`;
      const one = found.get(key) ?? { sheet, charset, how, columns: new Set<number>() };
      one.columns.add(column);
      found.set(key, one);
    },
    problems: () => [...found.values()].map(told),
  };
}

function told({ sheet, charset, how, columns }: Converted): Problem {
  const names = [...columns].toSorted((left, right) => left - right).map(columnName);
  const values = { charset: CHARSET_NAMES[charset], columns: names.join(', '), how };
  return problem('warning', 'LEGACY_TEXT', values, { sheet });
}

/** Text of a cell as its font shows it; a column that is changed by it is noted. */
export type StyledText = (text: string, style: number, column: number) => string;

/** For the sheets of a file whose styles name fonts; null where no font is of an old alphabet. */
export function styledText(
  fonts: readonly (LegacyFont | null)[],
  sheet: string,
  notes: LegacyNotes,
): StyledText | null {
  if (fonts.every((font) => font === null)) return null;
  return (text, style, column) => {
    const font = fonts[style] ?? null;
    const shown = font === null ? text : asShown(text, font);
    if (font !== null && shown !== text) notes.add(sheet, column, font.charset, font.name);
    return shown;
  };
}
