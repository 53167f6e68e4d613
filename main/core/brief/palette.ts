import type { ChartTone } from '#shared/charts/spec.ts';
import { toneColour } from '#shared/charts/style.ts';
import { HOUSE_COLOUR, UNDETERMINED } from '#shared/domain/colours.ts';
import type {
  Colour,
  CoverageBand,
  OperatingStatus,
  ReportedStatus,
  TaskPart,
} from '#shared/domain/model.ts';

/** Colours on paper and slides (#RRGGBB): the design's green, yellow, red and the grey of 'no data'. */
export const STATUS_COLOURS: Readonly<Record<ReportedStatus | OperatingStatus, string>> = {
  green: '#2E9E83',
  yellow: '#F5CB45',
  red: '#9E1B1B',
  undetermined: UNDETERMINED.light,
  notReported: '#C4C9D1',
  noEvidence: '#C4C9D1',
};

/** Bands of coverage from full to below half. */
export const BAND_TONES: Readonly<Record<CoverageBand, ChartTone>> = {
  full: 'full',
  above70: 'most',
  above50: 'yellow',
  below50: 'red',
  notReported: 'empty',
};

/** The colour of a band on white paper. */
export function bandColour(band: CoverageBand): string {
  return toneColour(BAND_TONES[band], { theme: 'light', accent: HOUSE_COLOUR });
}

export const SCHEDULE_TONES: Readonly<Record<TaskPart, ChartTone>> = {
  done: 'full',
  onTime: 'most',
  dueSoon: 'yellow',
  overdue: 'red',
  notReported: 'empty',
  notYetDue: 'empty',
};

/** Colours of the page itself; blue stands for nothing but series without a judgement. */
export const PAGE_COLOURS = {
  ink: '#17212B',
  faint: '#5B6673',
  grid: '#D9DEE5',
  panel: '#F2F5F8',
  accent: HOUSE_COLOUR,
  mark: '#9E1B1B',
  paper: '#FFFFFF',
} as const;

/** Behind the text of a table cell: light enough for dark letters (contrast above 7). */
export const CELL_TINTS: Readonly<Record<Colour | 'none', string>> = {
  green: '#D5EEE7',
  yellow: '#FDF1C7',
  red: '#F4D4D4',
  none: '#ECEFF2',
};
