import { inkOn } from '#shared/charts/spec-option.ts';
import type { MapPattern, MapSpec } from '../description.ts';
import type { Look } from './look.ts';

interface Filled {
  readonly colour: string | null;
  readonly pattern?: MapPattern;
}

/** The fill of an area or of its line in the legend: hatched without data, patterned where it says so. */
export function fillOf(area: Filled | undefined): string {
  if (area === undefined || area.colour === null) return 'url(#hatch)';
  return area.pattern === undefined ? area.colour : `url(#${patternId(area.colour, area.pattern)})`;
}

/** Side of a tile in units of the drawing, and the marks in it: stroked lines or filled shapes. */
const SIDE = 8;
const MARKS: Readonly<Record<MapPattern, string>> = {
  crossHatch: '<path d="M0 0L8 8M8 0L0 8" fill="none" stroke="INK" stroke-width="1.3"/>',
  dots: '<circle cx="2" cy="2" r="1.3" fill="INK"/><circle cx="6" cy="6" r="1.3" fill="INK"/>',
  lines: '<rect width="8" height="1.8" fill="INK"/>',
  dashes: '<rect width="4.5" height="1.8" fill="INK"/>',
};

/** The patterns that the map's areas and legend use. */
export function patternDefinitions({ areas, legend }: MapSpec, { hatch }: Look): string {
  const used = new Map<string, string>();
  for (const { colour, pattern } of [...areas, ...legend]) {
    if (colour === null || pattern === undefined) continue;
    const ground = `<rect width="${SIDE}" height="${SIDE}" fill="${colour}"/>`;
    const marks = MARKS[pattern].replaceAll('INK', inkOn(colour));
    used.set(patternId(colour, pattern), `${ground}<g opacity="0.6">${marks}</g>`);
  }
  const none = `<rect width="6" height="6" fill="${hatch.ground}"/><rect width="2.4" height="6" fill="${hatch.line}"/>`;
  return [
    `<pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">${none}</pattern>`,
    ...[...used].map(
      ([id, marks]) =>
        `<pattern id="${id}" width="${SIDE}" height="${SIDE}" patternUnits="userSpaceOnUse">${marks}</pattern>`,
    ),
  ].join('');
}

function patternId(colour: string, pattern: MapPattern): string {
  return `${pattern}-${colour.slice(1)}`;
}
