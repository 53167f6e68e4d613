import type { UnitKind } from './model.ts';

interface NamedUnit {
  readonly code: string;
  readonly parent: string;
  readonly kind: UnitKind;
  readonly name: string;
}

/**
 * Of those that a change speaks of, each that would be called like another unit of its kind in its place: nobody could
 * say by name which of both is meant.
 */
export function namedTwice(
  units: readonly NamedUnit[],
  touched: readonly { readonly code: string }[],
): { readonly unit: NamedUnit; readonly other: NamedUnit }[] {
  const byWord = Map.groupBy(units, wordOf);
  const byCode = new Map(units.map((unit) => [unit.code, unit]));
  return touched.flatMap(({ code }) => {
    const unit = byCode.get(code);
    const other = unit && byWord.get(wordOf(unit))?.find((one) => one.code !== code);
    return unit === undefined || other === undefined ? [] : [{ unit, other }];
  });
}

function wordOf({ parent, kind, name }: NamedUnit): string {
  return `${parent} ${kind} ${name.normalize('NFC').toLowerCase()}`;
}
