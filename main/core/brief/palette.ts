import { HOUSE_COLOUR } from '#shared/contract/choices.ts';
import type {
  Colour,
  CoverageBand,
  OperatingStatus,
  ReportedStatus,
  TaskSchedule,
} from '#shared/domain/model.ts';

/** Colours on paper and slides (#RRGGBB): the design's green, yellow, red and the grey of 'no data'. */
export const STATUS_COLOURS: Readonly<Record<ReportedStatus | OperatingStatus, string>> = {
  green: '#2E9E83',
  yellow: '#F5CB45',
  red: '#9E1B1B',
  notReported: '#C4C9D1',
  noEvidence: '#C4C9D1',
};

/** Bands of coverage from full to below half; they differ in lightness as well, for grey printers. */
export const BAND_COLOURS: Readonly<Record<CoverageBand, string>> = {
  full: '#1B7F68',
  above70: '#7CC7B2',
  above50: '#F5CB45',
  below50: '#9E1B1B',
  notReported: '#C4C9D1',
};

export const SCHEDULE_COLOURS: Readonly<Record<TaskSchedule, string>> = {
  done: '#1B7F68',
  onTime: '#8FD0BE',
  dueSoon: '#F5CB45',
  overdue: '#9E1B1B',
  notReported: '#C4C9D1',
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
