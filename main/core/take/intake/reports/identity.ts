import { createHash } from 'node:crypto';
import { foldText } from '#shared/text/fold.ts';

/**
 * The id of a report that names none: the same words of the same body give the same one, so that what is sent again is
 * the same report and no second one.
 */
function idOf(parts: readonly string[]): string {
  const hex = createHash('sha256').update(parts.join('\u0001')).digest('hex');
  // Version 8 of RFC 9562: made by a rule of one's own.
  const variant = ((Number.parseInt(hex.charAt(16), 16) & 3) | 8).toString(16);
  const text = `${hex.slice(0, 12)}8${hex.slice(13, 16)}${variant}${hex.slice(17, 32)}`;
  return text.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** A body has one difficulty of a category since a day: other words say the same one anew. */
export function difficultyId(unit: string, category: string, since: string): string {
  return idOf(['difficulty', unit, category, since]);
}

/** A body numbers its documents anew each year. */
export function documentId(unit: string, kind: string, number: string, issuedOn: string): string {
  return idOf(['document', unit, kind, foldText(number), issuedOn.slice(0, 4)]);
}
