import { ringsAround } from '#shared/domain/unit-boundaries.ts';
import { arcsOfUnit, type MapTopology, ringsOfUnit, withCommunes } from './topology.ts';

/** A unit with the units of the built-in map that make it up; null: it has no boundary. */
interface Drawn {
  readonly code: string;
  readonly parts: readonly string[] | null;
}

/**
 * The map as resolutions have changed it: a unit made of whole others has one outline, without the lines between them.
 * What nobody has drawn anew keeps the outline of before: land is never lost, and a unit that ended bears no colour.
 */
export function redrawn(topology: MapTopology, boundaries: readonly Drawn[]): MapTopology {
  const { communes } = topology;
  const numbers = new Map(communes.codes.map((code, number) => [code, number]));
  const whole = boundaries.flatMap(({ code, parts }) => {
    const units = (parts ?? []).flatMap((part) => numbers.get(part) ?? []);
    return units.length === 0 ? [] : [{ code, units }];
  });
  if (whole.length === 0) return topology;
  const taken = new Set(whole.flatMap(({ units }) => units));
  const kept = communes.codes.flatMap((code, number) =>
    taken.has(number) ? [] : [{ code, rings: ringsOfUnit(communes, number) }],
  );
  const made = whole.map(({ code, units }) => {
    const arcs = units.flatMap((unit) => [...arcsOfUnit(communes, unit)]);
    return { code, rings: ringsAround(arcs, (signed) => endsOf(topology, signed)) };
  });
  return withCommunes(topology, [...kept, ...made]);
}

function endsOf({ points, pointStarts }: MapTopology, signed: number): readonly [string, string] {
  const arc = signed < 0 ? ~signed : signed;
  const nameOf = (point: number): string => `${points[point * 2]} ${points[point * 2 + 1]}`;
  const first = nameOf(pointStarts[arc] ?? 0);
  const last = nameOf((pointStarts[arc + 1] ?? 0) - 1);
  return signed < 0 ? [last, first] : [first, last];
}
