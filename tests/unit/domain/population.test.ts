import { describe, expect, it } from 'vitest';
import { evaluatePopulation, sumPopulation } from '#shared/domain/population.ts';

describe('population', () => {
  it('is unknown, doubtful where it cannot be, and never taken for 0', () => {
    expect(evaluatePopulation(null, 'xa')).toBe('unknown');
    expect(evaluatePopulation(5, 'xa')).toBe('doubtful');
    expect(evaluatePopulation(999, 'phuong')).toBe('doubtful');
    expect(evaluatePopulation(1000, 'xa')).toBe('known');
    expect(evaluatePopulation(653_422, 'xa')).toBe('doubtful');
    expect(evaluatePopulation(400_000, 'phuong')).toBe('known');
    expect(evaluatePopulation(93, 'dac_khu')).toBe('known');
  });

  it('of a place is that of the communes it is known of, and says how many are missing', () => {
    const communes = [
      { people: 12_000, kind: 'xa' },
      { people: null, kind: 'xa' },
      { people: 5, kind: 'xa' },
      { people: 93, kind: 'dac_khu' },
    ] as const;
    expect(sumPopulation(communes)).toEqual({ people: 12_093, communes: 4, unknown: 1, doubtful: 1 });
    expect(sumPopulation(communes.slice(1, 3)).people).toBeNull();
  });
});
