import { describe, expect, it } from 'vitest';
import { type ChartSpec, leastLabelled } from '#shared/charts/spec.ts';
import { chartOption } from '#shared/charts/spec-option.ts';

const style = {
  fontFamily: 'Be Vietnam Pro',
  fontSize: 12,
  text: '#000000',
  faint: '#555555',
  grid: '#CCCCCC',
  background: '#FFFFFF',
  formatValue: String,
  animation: false,
};
const line = (...names: string[]): ChartSpec => ({
  kind: 'line',
  title: 'Độ phủ xanh',
  categories: ['30/06', '07/07'],
  series: names.map((name) => ({ name, colour: '#2E9E83', values: [1, 2] })),
  format: 'integer',
});

describe('the chart of a specification', () => {
  it('names lines in a legend only where there are several: the title names a single one', () => {
    expect(chartOption(line('Độ phủ xanh'), style)).not.toHaveProperty('legend');
    expect(chartOption(line('Xã Xanh', 'Xã chưa Xanh'), style)).toHaveProperty('legend');
  });

  it('writes a figure into a part of a bar that has room for it, and never a zero', () => {
    const parts: ChartSpec = { ...line('a', 'b'), kind: 'stacked' };
    expect(leastLabelled({ ...parts, series: [{ name: 'a', colour: '#000000', values: [100, 3] }] })).toBe(4);
    expect(leastLabelled({ ...parts, series: [] })).toBeGreaterThan(0);
  });
});
