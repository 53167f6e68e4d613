import type { MapPattern } from '#main/core/brief/description.ts';
import type { FontWeight } from './font-metrics.ts';

/** Corners as x, y pairs in hundredths of a unit of the drawing: whole numbers, so that relative steps never drift. */
export type Line = readonly number[];

/** A colour (#RRGGBB), with marks on it where it has some. */
export interface Fill {
  readonly colour: string;
  readonly marks?: {
    readonly pattern: MapPattern | 'hatch';
    readonly ink: string;
    /** 0 to 1. */
    readonly opacity: number;
  };
}

export interface Stroke {
  readonly fill: Fill;
  readonly width: number;
  /** Round ends: a line without length is then a dot. */
  readonly isRound?: true;
}

/** Lines that are filled, stroked or both; rings wind as SVG's and PDF's nonzero rule wants them. */
export interface PathMark {
  readonly kind: 'path';
  readonly lines: readonly Line[];
  readonly isClosed: boolean;
  readonly fill?: Fill;
  readonly stroke?: Stroke;
}

export interface TextMark {
  readonly kind: 'text';
  readonly text: string;
  /** The middle or the start of the base line. */
  readonly x: number;
  readonly y: number;
  readonly isCentred?: true;
  readonly size: number;
  readonly weight: FontWeight;
  readonly colour: string;
  /** Colour under the letters, so that they can be read on any other. */
  readonly halo?: string;
}

/** A picture as a list of what is drawn, in order: SVG and PDF are both written from it. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly marks: readonly (PathMark | TextMark)[];
}

/** Width of a halo as a share of the letters' size, and how much of what lies below it covers. */
export const HALO = { width: 0.26, opacity: 0.85 } as const;

/** What is repeated over an area: lines in a square of `side`, stroked `width` wide. */
export interface Tile {
  readonly side: number;
  readonly width: number;
  readonly lines: readonly (readonly [x1: number, y1: number, x2: number, y2: number])[];
  readonly isRound?: true;
}

/** Side of a square that stripes 6 apart cross at 45 degrees. */
const SLANT = 8.485;

export const TILES: Readonly<Record<MapPattern | 'hatch', Tile>> = {
  // Over the corners too, where the stripe of the neighbouring square shows.
  hatch: {
    side: SLANT,
    width: 2.4,
    lines: [
      [-2, SLANT + 2, SLANT + 2, -2],
      [-2, 2, 2, -2],
      [SLANT - 2, SLANT + 2, SLANT + 2, SLANT - 2],
    ],
  },
  crossHatch: {
    side: 8,
    width: 1.3,
    lines: [
      [0, 0, 8, 8],
      [8, 0, 0, 8],
    ],
  },
  // Not quite without length: some programs draw no cap on a point.
  dots: {
    side: 8,
    width: 2.6,
    lines: [
      [2, 2, 2.01, 2],
      [6, 6, 6.01, 6],
    ],
    isRound: true,
  },
  lines: { side: 8, width: 1.8, lines: [[0, 0.9, 8, 0.9]] },
  dashes: { side: 8, width: 1.8, lines: [[0, 0.9, 4.5, 0.9]] },
  // Half of the area each: two colours, neither of which is the ground.
  stripes: {
    side: SLANT,
    width: 3,
    lines: [
      [-2, -2, SLANT + 2, SLANT + 2],
      [SLANT - 2, -2, SLANT + 2, 2],
      [-2, SLANT - 2, 2, SLANT + 2],
    ],
  },
  checks: {
    side: 8,
    width: 4,
    lines: [
      [4, 2, 8, 2],
      [0, 6, 4, 6],
    ],
  },
  bars: { side: 8, width: 4, lines: [[2, 0, 2, 8]] },
};

/** A rectangle as a closed line. */
export function rectangle(x: number, y: number, width: number, height: number): Line {
  const [left, top, right, bottom] = [x, y, x + width, y + height].map((side) => Math.round(side * 100));
  return [left, top, right, top, right, bottom, left, bottom].map((side) => side ?? 0);
}

/** Equal for fills that look alike. */
export function fillKey({ colour, marks }: Fill): string {
  if (marks === undefined) return colour;
  // A faint ink follows from the colour; a full one is a colour of its own.
  const ink = marks.opacity === 1 && marks.pattern !== 'hatch' ? `-${marks.ink.slice(1)}` : '';
  return `${marks.pattern}-${colour.slice(1)}${ink}`;
}
