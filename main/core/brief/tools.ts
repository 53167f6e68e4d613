import { type Boundaries, type BoundaryLevel, loadBoundaries } from './pictures/boundaries.ts';
import { useFontMetrics } from './pictures/chart-svg.ts';
import { type Fonts, loadFonts } from './pictures/font-metrics.ts';

/** What every writer needs and what is read from the installation once. */
export interface Tools {
  readonly fonts: Fonts;
  readonly boundaries: (level: BoundaryLevel) => Boundaries;
}

/** Fonts now, boundaries when the first map asks for them. */
export function createTools(assetsFolder: string): Tools {
  const fonts = loadFonts(assetsFolder);
  useFontMetrics(fonts);
  const known = new Map<BoundaryLevel, Boundaries>();
  return {
    fonts,
    boundaries: (level) => {
      const boundaries = known.get(level) ?? loadBoundaries(assetsFolder, level);
      known.set(level, boundaries);
      return boundaries;
    },
  };
}
