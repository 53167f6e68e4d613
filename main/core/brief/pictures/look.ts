import { PAGE_COLOURS } from '#main/core/brief/palette.ts';

/** The colours of a picture's paper and of what is written on it (#RRGGBB). */
export interface Look {
  readonly paper: string;
  readonly ink: string;
  readonly faint: string;
  readonly title: string;
  readonly mark: string;
  /** Under the letters of a map, so that they can be read on any colour. */
  readonly halo: string;
  readonly borders: { readonly under: string; readonly over: string };
  readonly inset: { readonly fill: string; readonly line: string };
  readonly hatch: { readonly ground: string; readonly line: string };
}

export const LOOKS: Readonly<Record<'light' | 'dark', Look>> = {
  light: {
    paper: PAGE_COLOURS.paper,
    ink: PAGE_COLOURS.ink,
    faint: PAGE_COLOURS.faint,
    title: PAGE_COLOURS.accent,
    mark: PAGE_COLOURS.mark,
    halo: '#FFFFFF',
    borders: { under: '#FFFFFF', over: '#3C4753' },
    inset: { fill: '#F4F7FA', line: '#9AA5B1' },
    hatch: { ground: '#E7EAEE', line: '#C4C9D1' },
  },
  // The surface, text and lines of the screens' dark appearance; contrast of all letters above 4.5.
  dark: {
    paper: '#161E27',
    ink: '#EAF0F5',
    faint: '#A9B7C4',
    title: '#9CC8F2',
    mark: '#F3D48A',
    halo: '#10171E',
    borders: { under: '#0A0F14', over: '#0A0F14' },
    inset: { fill: '#10171E', line: '#465464' },
    hatch: { ground: '#333E4A', line: '#5A6672' },
  },
};
