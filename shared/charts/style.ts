import { SELECTION, statusStyle, type Theme } from '#shared/domain/colours.ts';

/** What a chart is drawn with: colours of the theme and the size of its letters in pixels. */
export interface ChartStyle {
  readonly theme: Theme;
  readonly fontFamily: string;
  readonly fontSize: number;
  readonly text: string;
  readonly textSoft: string;
  readonly line: string;
  readonly surface: string;
}

const TEXT: Readonly<Record<Theme, Omit<ChartStyle, 'theme' | 'fontFamily' | 'fontSize'>>> = {
  light: { text: '#15202B', textSoft: '#4B5966', line: '#D9DFE6', surface: '#FFFFFF' },
  dark: { text: '#EAF0F5', textSoft: '#A9B7C4', line: '#2B3743', surface: '#161E27' },
};

/** The style of charts in a theme; letters of `fontSize` pixels (12 on an ordinary screen). */
export function chartStyle(theme: Theme, fontSize = 12, fontFamily = 'Be Vietnam Pro'): ChartStyle {
  return { theme, fontFamily, fontSize, ...TEXT[theme] };
}

/** What a series or a bar means; it decides its colour, and for the empty one its hatch. */
export type ChartTone =
  | 'green'
  | 'yellow'
  | 'red'
  | 'empty'
  | 'reported'
  | 'operating'
  | 'neutral'
  | 'selected';

/** The colour of a tone. Reported is drawn solid and dark, operating in the status green: two lines, two dashes. */
export function toneColour(tone: ChartTone, theme: Theme): string {
  switch (tone) {
    case 'green':
    case 'yellow':
    case 'red':
      return statusStyle(tone, theme).fill;
    case 'empty':
      return statusStyle('notReported', theme).fill;
    case 'operating':
      return theme === 'light' ? '#8A4B00' : '#F0A95B';
    case 'reported':
      return theme === 'light' ? '#1D6A57' : '#3DBF9F';
    case 'neutral':
      return theme === 'light' ? '#6B7887' : '#8C9AA8';
    case 'selected':
      return SELECTION[theme];
  }
}
