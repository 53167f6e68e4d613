import type { MapLevel } from './map-classes.ts';
import type { MapTopology } from './topology.ts';

/** Code of a commune (number) at a level: its own, or its province's; null for -1. */
export function codeAtLevel(topology: MapTopology, level: MapLevel, commune: number): string | null {
  if (commune < 0) return null;
  if (level === 'commune') return topology.communes.codes[commune] ?? null;
  return topology.provinces.codes[topology.provinceOf[commune] ?? -1] ?? null;
}

/** Code of the province that a unit of a level is or lies in; null for a code the boundaries do not have. */
export function provinceCodeOf(topology: MapTopology, level: MapLevel, code: string): string | null {
  if (level === 'province') return topology.provinces.codes.includes(code) ? code : null;
  return codeAtLevel(topology, 'province', topology.communes.codes.indexOf(code));
}
