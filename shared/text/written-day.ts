import { type Day, dayNumber } from '#shared/domain/periods.ts';

const SHAPE = /^\s*(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})\s*$/;

/** The day somebody wrote as dd/MM/yyyy (1/8/2025 and 01.08.2025 too), or null when it is no real day. */
export function readWrittenDay(text: string): Day | null {
  const parts = SHAPE.exec(text);
  if (parts === null) return null;
  const [, day = '', month = '', year = ''] = parts;
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return dayNumber(written) === null ? null : written;
}
