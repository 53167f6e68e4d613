import type { MapPattern } from '#main/core/brief/description.ts';
import { inkOn } from '#shared/domain/colours.ts';
import type { Fill } from './drawing.ts';
import type { Look } from './look.ts';

interface Filled {
  readonly colour: string | null;
  readonly pattern?: MapPattern;
  readonly ink?: string;
}

/** The fill of an area or of its line in the legend: hatched without data, patterned where it says so. */
export function fillOf(area: Filled | undefined, { hatch }: Look): Fill {
  if (area === undefined || area.colour === null)
    return { colour: hatch.ground, marks: { pattern: 'hatch', ink: hatch.line, opacity: 1 } };
  const { colour, pattern, ink } = area;
  if (pattern === undefined) return { colour };
  if (ink !== undefined) return { colour, marks: { pattern, ink, opacity: 1 } };
  return { colour, marks: { pattern, ink: inkOn(colour), opacity: 0.6 } };
}
