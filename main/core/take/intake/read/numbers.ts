import { dayNumber } from '#shared/domain/periods.ts';
import type { PlainCell } from './table.ts';
import { dateFromSerial, type NumberLook } from './xlsx/dates.ts';

/** A number as its format shows it: a share, a day or itself. */
export function numberCell(number: number, look: NumberLook, is1904: boolean): PlainCell {
  if (look === 'percent') return { kind: 'percent', value: number };
  const date = look === 'date' ? dateFromSerial(number, is1904) : null;
  return date === null ? number : { kind: 'date', value: date, serial: number };
}

const EPOCH = dayNumber('1899-12-30') ?? 0;

/** A day that is written out (`2025-12-31T16:00:00`), with its time where it has one; the text itself for no day. */
export function isoDateCell(text: string): PlainCell {
  const [, day = '', time = '00:00'] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d)|$)/.exec(text) ?? [];
  const number = dayNumber(day);
  if (number === null) return text;
  const [hours = 0, minutes = 0] = time.split(':').map(Number);
  const value = time === '00:00' ? day : `${day}T${time}`;
  return { kind: 'date', value, serial: number - EPOCH + (hours * 60 + minutes) / 1440 };
}
