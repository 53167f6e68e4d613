import { HOUSE_COLOUR, statusStyle, type Theme, UNDETERMINED } from '#shared/domain/colours.ts';
import type { Formatter } from '#shared/text/format.ts';
import type { ChartTone } from './spec.ts';

/** What a chart is drawn with: colours of the theme, the size of its letters in pixels, words for its figures. */
export interface ChartStyle {
  readonly format: Formatter;
  readonly theme: Theme;
  /** Of series without a judgement (#RRGGBB). */
  readonly accent: string;
  readonly fontFamily: string;
  readonly fontSize: number;
  /** Nobody can point at it: bars carry their figures, and no corner is left to the buttons of a screen. */
  readonly isPaper: boolean;
  readonly text: string;
  readonly textSoft: string;
  readonly line: string;
  readonly surface: string;
}

const TEXT = {
  light: { text: '#15202B', textSoft: '#4B5966', line: '#D9DFE6', surface: '#FFFFFF' },
  dark: { text: '#EAF0F5', textSoft: '#A9B7C4', line: '#2B3743', surface: '#161E27' },
} as const;

type Wish = Partial<Pick<ChartStyle, 'theme' | 'fontSize' | 'accent' | 'isPaper'>>;

/** The style of charts; on a screen in light colours and letters of 12 pixels unless said otherwise. */
export function chartStyle(format: Formatter, wish: Wish = {}): ChartStyle {
  const { theme = 'light', fontSize = 12, accent = HOUSE_COLOUR, isPaper = false } = wish;
  return { format, theme, fontSize, accent, isPaper, fontFamily: 'Be Vietnam Pro', ...TEXT[theme] };
}

const TONES = {
  // 'full' and 'most' are greens that differ in lightness as well, for grey printers.
  full: { light: '#1B7F68', dark: '#B5F0E0' },
  most: { light: '#7CC7B2', dark: '#3DBF9F' },
  // Two lines that differ by more than their colour: the operating one is dashed.
  reported: { light: '#1D6A57', dark: '#3DBF9F' },
  operating: { light: '#8A4B00', dark: '#F0A95B' },
  // Striped with the grey of what was not reported.
  undetermined: UNDETERMINED,
  neutral: { light: '#6B7887', dark: '#8C9AA8' },
} as const;

/** The colour of a tone (#RRGGBB). */
export function toneColour(tone: ChartTone, { theme, accent }: Pick<ChartStyle, 'theme' | 'accent'>): string {
  if (tone === 'house') return accent;
  if (tone === 'empty') return statusStyle('notReported', theme).fill;
  if (tone === 'green' || tone === 'yellow' || tone === 'red') return statusStyle(tone, theme).fill;
  return TONES[tone][theme];
}
