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
