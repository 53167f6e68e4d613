import { COLUMN_KEYS, FIGURE_PARTS } from '#shared/contract/choices.ts';

export type Part = (typeof FIGURE_PARTS)[number];
export type KeyRole = (typeof COLUMN_KEYS)[number];

/**
 * What a column says. A part of a figure names its indicator in the wide shape (one column or more for each
 * indicator) and null in the long shape (one figure a row). `isPercent`: the header says %, so 50,5 means 50,5%.
 */
export type Meaning =
  | { readonly role: KeyRole }
  | { readonly role: Part; readonly indicator: string | null; readonly isPercent: boolean }
  /** What shares are of, where no indicator counts it itself: 'ho so giai quyet'. */
  | { readonly role: 'base'; readonly of: string }
  | { readonly role: 'ignored' }
  | { readonly role: 'unknown' };

/** A short name of a meaning, stable enough to be remembered: unitCode, value:devices, numerator:*. */
export function meaningKey(meaning: Meaning): string {
  if (meaning.role === 'base') return `base:${meaning.of}`;
  if (!('indicator' in meaning)) return meaning.role;
  return `${meaning.role}:${meaning.indicator ?? '*'}${meaning.isPercent ? ':percent' : ''}`;
}

/** The meaning of such a name, or null when it is none. */
export function meaningFromKey(key: string): Meaning | null {
  const [role = '', indicator, percent] = key.split(':');
  if (role === 'base' && indicator !== undefined) return { role, of: indicator };
  const part = FIGURE_PARTS.find((name) => name === role);
  if (part !== undefined) {
    const code = indicator === undefined || indicator === '*' ? null : indicator;
    return { role: part, indicator: code, isPercent: percent === 'percent' };
  }
  const keyRole = COLUMN_KEYS.find((name) => name === role);
  if (keyRole !== undefined) return { role: keyRole };
  return role === 'ignored' || role === 'unknown' ? { role } : null;
}
