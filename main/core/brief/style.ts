import type { Direction } from './description.ts';
import type { TextLimits } from './fit.ts';

/** Points kept for the caption above a chart or a table. */
export const CAPTION_HEIGHT = 22;

/** Font sizes (points) between which text is fitted into its place. */
export const TEXT_LIMITS = {
  state: { largest: 9, smallest: 6.5, weight: 700 },
  title: { largest: 24, smallest: 13, weight: 700 },
  headline: { largest: 21, smallest: 12, weight: 700 },
  caption: { largest: 13, smallest: 8, weight: 700 },
  label: { largest: 12, smallest: 7.5 },
  figure: { largest: 32, smallest: 14, weight: 700 },
  body: { largest: 17, smallest: 8.5, after: 0.55, indent: 14 },
} as const satisfies Record<string, TextLimits>;

/** Better and worse are told by the sign and the words; the colour only repeats it. Contrast on the panel above 4.5. */
export const CHANGE_COLOURS: Readonly<Record<Direction, string>> = {
  better: '#14614F',
  worse: '#9E1B1B',
  same: '#5B6673',
  unknown: '#5B6673',
};
