import type { ColourBounds, CoverageBand, EmptyKind, OperatingStatus, ReportedStatus } from './model.ts';
import { isColour } from './ranking.ts';

export type Theme = 'light' | 'dark';

/** Shape and letter go with a colour everywhere: colour is never alone (WCAG 1.4.1). */
export type StatusShape = 'circle' | 'triangle' | 'square' | 'dash' | 'ring' | 'diamond';

/** Everything that can colour a unit, the kinds of empty among them. */
export type PaletteStatus = ReportedStatus | OperatingStatus | EmptyKind;

export interface StatusStyle {
  readonly fill: string;
  /** Drawn around the fill; on dark it is what keeps RED readable. */
  readonly outline: string;
  /** Colour of a letter or figure upon the fill, at least 4.5:1. */
  readonly ink: string;
  readonly shape: StatusShape;
  /** X, V, Đ as in XANH, VÀNG, ĐỎ; G, Y, R in English. */
  readonly letter: { readonly vi: string; readonly en: string };
  readonly isHatched: boolean;
}

const INK_DARK = '#10161B';
const INK_LIGHT = '#FFFFFF';
const FILLS = {
  light: { green: '#2E9E83', yellow: '#F5CB45', red: '#9E1B1B', empty: '#C4C9D1' },
  dark: { green: '#3DBF9F', yellow: '#F7D560', red: '#E0605A', empty: '#4A505C' },
} as const;
const OUTLINES = {
  light: { green: '#1D6A57', yellow: '#8A6A00', red: '#6B0F0F', empty: '#7C8490' },
  dark: { green: '#9BE3D0', yellow: '#FFF0B3', red: '#FFC2BE', empty: '#8C94A3' },
} as const;

const SHAPES: Readonly<Record<PaletteStatus, StatusShape>> = {
  green: 'circle',
  yellow: 'triangle',
  red: 'square',
  undetermined: 'diamond',
  notReported: 'dash',
  noEvidence: 'ring',
  notApplicable: 'dash',
  notYetDue: 'ring',
};
const LETTERS: Readonly<Record<PaletteStatus, StatusStyle['letter']>> = {
  green: { vi: 'X', en: 'G' },
  yellow: { vi: 'V', en: 'Y' },
  red: { vi: 'Đ', en: 'R' },
  undetermined: { vi: '±', en: '±' },
  notReported: { vi: '–', en: '–' },
  noEvidence: { vi: '?', en: '?' },
  notApplicable: { vi: '×', en: '×' },
  notYetDue: { vi: '…', en: '…' },
};

/**
 * How a status is drawn in a theme; every kind of empty is hatched grey, and so is an undetermined one where nobody
 * says between which colours it lies (`possibleFills`).
 */
export function statusStyle(status: PaletteStatus, theme: Theme): StatusStyle {
  const tone = isColour(status) ? status : 'empty';
  const fill = FILLS[theme][tone];
  return {
    fill,
    outline: OUTLINES[theme][tone],
    ink: inkOn(fill),
    shape: SHAPES[status],
    letter: LETTERS[status],
    isHatched: tone === 'empty',
  };
}

/** Of undetermined units together, whichever colours each lies between: dark grey with lines of the empties' light one (on dark the other way round). */
export const UNDETERMINED: Readonly<Record<Theme, string>> = { light: '#5F6B79', dark: '#A9B7C4' };

/** The two fills that an undetermined status is hatched with: the worst and the best colour it can have. */
export function possibleFills({ atLeast, atMost }: ColourBounds, theme: Theme): readonly [string, string] {
  return [FILLS[theme][atLeast], FILLS[theme][atMost]];
}

const BANDS: Readonly<Record<Theme, Readonly<Record<CoverageBand, string>>>> = {
  light: {
    full: '#1A7560',
    above70: '#2E9E83',
    above50: '#F5CB45',
    below50: '#9E1B1B',
    notReported: '#C4C9D1',
  },
  dark: {
    full: '#B5F0E0',
    above70: '#3DBF9F',
    above50: '#F7D560',
    below50: '#E0605A',
    notReported: '#4A505C',
  },
};

/** The fill of a coverage band. */
export function bandFill(band: CoverageBand, theme: Theme): string {
  return BANDS[theme][band];
}

/** Five steps from low to high; lightness alone orders them, so colour-blind people read the same order. */
export const SEQUENCE: Readonly<Record<Theme, readonly string[]>> = {
  light: ['#FFF3D1', '#DCE3A0', '#93C79A', '#3F9384', '#124C4A'],
  dark: ['#26403F', '#2E6B62', '#4F9C83', '#9CCB94', '#F3EBB4'],
};

type Side = 'green' | 'yellow' | 'red';
/**
 * Bivariate scheme, reported then operating. Agreement keeps the three status colours; purple is a gap, the
 * darker (on dark: the stronger) the wider; mint, orange and grey-teal are operating better than reported.
 * Found by search so that any two of the nine and 'no data' stay apart in OKLab also for protanopia,
 * deuteranopia and tritanopia (Machado, Oliveira, Fernandes 2009); a test holds it.
 */
export const BIVARIATE: Readonly<Record<Theme, Readonly<Record<Side, Readonly<Record<Side, string>>>>>> = {
  light: {
    green: { green: '#2E9E83', yellow: '#A351D2', red: '#3A1070' },
    yellow: { green: '#E4F6DB', yellow: '#F5CB45', red: '#674F8F' },
    red: { green: '#80AFBB', yellow: '#D98735', red: '#9E1B1B' },
  },
  dark: {
    green: { green: '#3DBF9F', yellow: '#C3A7EE', red: '#8615AF' },
    yellow: { green: '#8FE3DD', yellow: '#F7D560', red: '#AF7CE2' },
    red: { green: '#618E9C', yellow: '#EF9D38', red: '#E0605A' },
  },
};

/** The fill of a pair; the grey of 'no data' (to be hatched) when either side is no colour. */
export function bivariateFill(reported: ReportedStatus, operating: OperatingStatus, theme: Theme): string {
  if (!isColour(reported) || !isColour(operating)) return FILLS[theme].empty;
  return BIVARIATE[theme][reported][operating];
}

/** Of titles and bands, and of series without a judgement, where a house has set none of its own. */
export const HOUSE_COLOUR = '#0F4C81';

/** Blue is only ever the selection. */
export const SELECTION: Readonly<Record<Theme, string>> = { light: '#1668DC', dark: '#6CB2FF' };

/** Dark or white, whichever is easier to read on the fill (#RRGGBB). */
export function inkOn(fill: string): string {
  return contrast(fill, INK_DARK) >= contrast(fill, INK_LIGHT) ? INK_DARK : INK_LIGHT;
}

/** Contrast ratio 1..21 of two colours #RRGGBB (WCAG 2.2, relative luminance). */
export function contrast(left: string, right: string): number {
  const [darker, lighter] = [luminance(left), luminance(right)].sort((a, b) => a - b);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
