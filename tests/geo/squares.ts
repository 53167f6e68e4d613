/** Corners of the lattice of squares near Côn Đảo, degrees. */
const WEST = 106;
const SOUTH = 8;

export type Ring = [number, number][];

/** A closed ring round a rectangle of lattice squares, each 0.1° wide, with points every 0.02°. */
export function rectangle(x: number, y: number, width = 1, height = 1): Ring {
  const at = (dx: number, dy: number): [number, number] => [
    Number((WEST + (x + dx) / 10).toFixed(6)),
    Number((SOUTH + (y + dy) / 10).toFixed(6)),
  ];
  const steps = (length: number): number[] => Array.from({ length: length * 5 }, (_, index) => index / 5);
  return [
    ...steps(width).map((step) => at(step, 0)),
    ...steps(height).map((step) => at(width, step)),
    ...steps(width).map((step) => at(width - step, height)),
    ...steps(height).map((step) => at(0, height - step)),
    at(0, 0),
  ];
}

export interface TestFeature {
  type: 'Feature';
  id?: unknown;
  properties: Record<string, unknown> | null;
  geometry: { type: string; coordinates: unknown } | null;
}

/** A commune of one polygon: outer ring first. */
export function commune(code: string, ...rings: Ring[]): TestFeature {
  return { type: 'Feature', properties: { code }, geometry: { type: 'Polygon', coordinates: rings } };
}

export function collection(features: readonly TestFeature[]): string {
  return JSON.stringify({ type: 'FeatureCollection', features });
}

/** Four squares of two provinces: 00001 and 00002 below (01), 00003 and 00004 above (02). */
export const FOUR = [
  commune('00001', rectangle(0, 0)),
  commune('00002', rectangle(1, 0)),
  commune('00003', rectangle(0, 1)),
  commune('00004', rectangle(1, 1)),
];

export const FOUR_UNITS = 'code,province_code\n00001,01\n00002,01\n00003,02\n00004,02\n';
