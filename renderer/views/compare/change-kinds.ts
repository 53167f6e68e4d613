import type { ComparisonDto } from '#shared/contract/compare.ts';
import type { ColourBounds } from '#shared/domain/model.ts';
import type { MessageKey } from '#shared/text/catalogue.ts';

/** What can become of a unit between two cuts, in the order in which it is shown. */
export const CHANGE_KINDS = [
  'improved',
  'regressed',
  'started',
  'stopped',
  'unchanged',
  'joined',
  'left',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];
/** Those that have a list of units. */
export type ListedKind = Exclude<ChangeKind, 'unchanged'>;

/** The name of a kind: communes start reporting; every other status, also of a province, gets enough evidence. */
export function changeKey(
  kind: ChangeKind,
  { side, level }: Pick<ComparisonDto, 'side' | 'level'>,
): MessageKey {
  const isEvidence = side === 'operating' || level === 'province';
  if (isEvidence && (kind === 'started' || kind === 'stopped')) return `compare.${kind}.operating`;
  return `compare.${kind}`;
}

export interface ListedUnit {
  readonly code: string;
  readonly name: string;
  readonly nameEn: string;
  readonly kind: string;
  readonly province: string | null;
  readonly before: string | null;
  readonly beforeBounds: ColourBounds | null;
  readonly after: string | null;
  readonly afterBounds: ColourBounds | null;
}

/** The units of one kind; joined and left ones have a status on one side only. */
export function unitsOf(comparison: ComparisonDto, kind: ListedKind): readonly ListedUnit[] {
  switch (kind) {
    case 'improved':
      return comparison.improved;
    case 'regressed':
      return comparison.regressed;
    case 'started':
      return comparison.startedReporting;
    case 'stopped':
      return comparison.stoppedReporting;
    case 'joined':
      return comparison.joined.map((unit) => ({
        ...unit,
        before: null,
        beforeBounds: null,
        after: unit.status,
        afterBounds: unit.bounds,
      }));
    case 'left':
      return comparison.left.map((unit) => ({
        ...unit,
        before: unit.status,
        beforeBounds: unit.bounds,
        after: null,
        afterBounds: null,
      }));
  }
}

/** How many units are of a kind. */
export function countOf(comparison: ComparisonDto, kind: ChangeKind): number {
  return kind === 'unchanged' ? comparison.unchanged : unitsOf(comparison, kind).length;
}
