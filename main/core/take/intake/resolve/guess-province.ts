import { foldText } from '#shared/text/fold.ts';
import type { Register } from './register.ts';

/**
 * The one province that texts around a table (file name, sheet name, title rows) name; null when they name none
 * or several. Only narrows the search for names, never decides by itself.
 */
export function guessProvince(texts: readonly string[], register: Register): string | null {
  const folded = texts.map((text) => ` ${foldText(text)} `);
  const found = new Set<string>();
  for (const unit of register.byCode.values()) {
    if (unit.level !== 'province') continue;
    const names = unit.names.flatMap(({ name }) => [foldText(name), foldText(name).replaceAll(' ', '')]);
    if (names.some((name) => folded.some((text) => text.includes(` ${name} `)))) found.add(unit.code);
  }
  const [only] = found;
  return found.size === 1 && only !== undefined ? only : null;
}

/** The province of which these units are at least half the communes and nothing else; null when there is none. */
export function provinceOfUnits(codes: readonly string[], register: Register): string | null {
  const provinces = new Set(codes.map((code) => register.byCode.get(code)?.province ?? code));
  const [only] = provinces;
  if (only === undefined || provinces.size > 1) return null;
  const communes = register.communesOf.get(only)?.length ?? 0;
  const named = codes.filter((code) => code !== only).length;
  return communes > 0 && named * 2 >= communes ? only : null;
}
