import { describe, expect, it } from 'vitest';
import { createFormatter, NO_VALUE } from '#shared/text/format.ts';

const vi = createFormatter('vi');
const en = createFormatter('en');

describe('format', () => {
  it('writes Vietnamese numbers with a dot for thousands and a comma for decimals', () => {
    expect(vi.number(1981)).toBe('1.981');
    expect(vi.number(1234.56, 2)).toBe('1.234,56');
    expect(en.number(1234.56, 2)).toBe('1,234.56');
  });

  it('writes the published share of GREEN communes with one and with two decimals', () => {
    expect(vi.percent(1981 / 3321)).toBe('59,7%');
    expect(vi.percent(1981 / 3321, 2)).toBe('59,65%');
    expect(en.percent(1981 / 3321)).toBe('59.7%');
  });

  it('never says 100% of less than all, nor 0% of more than nothing', () => {
    expect(vi.percent(3320 / 3321)).toBe('99,9%');
    expect(vi.percent(1)).toBe('100%');
    expect(vi.percent(1 / 100_000)).toBe('0,1%');
    expect(vi.percent(0)).toBe('0%');
  });

  it('shows a missing value as a dash and never as a zero', () => {
    expect(vi.number(null)).toBe(NO_VALUE);
    expect(vi.percent(undefined)).toBe(NO_VALUE);
    expect(vi.signed(null)).toBe(NO_VALUE);
    expect(vi.date(null)).toBe(NO_VALUE);
  });

  it('writes changes with their sign, and no sign on nothing', () => {
    expect(vi.signed(1240)).toBe('+1.240');
    expect(vi.signed(-3)).toBe('−3');
    expect(vi.signed(0)).toBe('0');
    expect(vi.signedPoints(0.0123)).toBe('+1,2');
    expect(vi.signedPoints(-0.0003)).toBe('0');
  });

  it('shows instants on the calendar and clock of Viet Nam', () => {
    expect(vi.dateTime('2025-07-31T09:00:00.000Z')).toBe('31/07/2025 16:00');
    expect(vi.date('2025-12-31T18:00:00.000Z')).toBe('01/01/2026');
    expect(en.date('2025-07-31')).toBe('31/07/2025');
    expect(vi.month('2025-07-01')).toBe('07/2025');
    expect(vi.dayAndMonth('2025-07-31T09:00:00.000Z')).toBe('31/07');
  });
});
