import { describe, expect, it } from 'vitest';
import { nearestUnit, neighbourTowards } from '#renderer/map/directions.ts';
import { fillsOf, mix } from '#renderer/map/fills.ts';
import { classifyStatuses } from '#renderer/map/map-classes.ts';
import {
  boxOfUnit,
  countryBox,
  farIslandsOf,
  homeBox,
  mainlandBox,
  unitCentres,
} from '#renderer/map/places.ts';
import { decodeTopology } from '#renderer/map/topology.ts';
import { codeAtLevel, provinceCodeOf } from '#renderer/map/unit-codes.ts';
import type { MapColumnsDto } from '#shared/contract/map.ts';
import { communeNumber, readBoundaries } from './boundaries.ts';

const topology = decodeTopology(readBoundaries('country'));
const { provinces } = topology;
const provinceCentres = unitCentres(topology, 'province');
const everywhere = () => true;

function beside(code: string, direction: 'west' | 'north' | 'east' | 'south'): string | undefined {
  const unit = neighbourTowards(provinceCentres, provinces.codes.indexOf(code), direction, everywhere);
  return provinces.codes[unit];
}

describe('where to look', () => {
  it('leaves the archipelagos out of the mainland and has them in the country', () => {
    expect(mainlandBox(topology)[2]).toBeLessThan(countryBox(topology)[2] / 1.8);
  });

  it('shows the archipelagos in their places on a wide screen and the mainland alone on a narrow one', () => {
    expect(homeBox(topology, { width: 1600, height: 900, hasInsets: true })).toEqual(countryBox(topology));
    const narrow = { width: 400, height: 900 };
    expect(homeBox(topology, { ...narrow, hasInsets: true })).toEqual(mainlandBox(topology));
    expect(homeBox(topology, { ...narrow, hasInsets: false })).toEqual(countryBox(topology));
  });

  it('fits a province without its archipelago and without islands far out', () => {
    expect(farIslandsOf(topology, '56')).toEqual(['22736']);
    expect(farIslandsOf(topology, '48')).toEqual(['20333']);
    expect(farIslandsOf(topology, '79')).toEqual(['26732']);
    expect(farIslandsOf(topology, '31')).toEqual(['11948']);
    expect(farIslandsOf(topology, '01')).toEqual([]);
  });

  it('knows no box of a unit that does not exist', () => {
    expect(boxOfUnit(topology, '99999')).toBeNull();
  });
});

describe('walking with the arrow keys', () => {
  it('goes to the province that lies that way', () => {
    // Cà Mau is the southern end, Gia Lai lies between Quảng Ngãi and Đắk Lắk.
    expect(beside('52', 'north')).toBe('51');
    expect(beside('52', 'south')).toBe('66');
    expect(beside('96', 'south')).toBeUndefined();
  });

  it('reaches every province from every other with the four arrows', () => {
    const reached = new Set(['01']);
    const queue = ['01'];
    for (let code = queue.pop(); code !== undefined; code = queue.pop()) {
      for (const direction of ['west', 'north', 'east', 'south'] as const) {
        const next = beside(code, direction);
        if (next === undefined || reached.has(next)) continue;
        reached.add(next);
        queue.push(next);
      }
    }
    expect(reached.size).toBe(34);
  });

  it('begins at the unit nearest to the middle of the view', () => {
    const unit = provinces.codes.indexOf('66');
    const [x = 0, y = 0] = provinceCentres.subarray(unit * 2, unit * 2 + 2);
    expect(nearestUnit(provinceCentres, x + 0.01, y, everywhere)).toBe(unit);
    expect(nearestUnit(provinceCentres, x, y, () => false)).toBe(-1);
  });
});

describe('codes of units', () => {
  it('says the province of a commune at province level', () => {
    const commune = communeNumber(topology, '11413');
    expect(codeAtLevel(topology, 'commune', commune)).toBe('11413');
    expect(codeAtLevel(topology, 'province', commune)).toBe('31');
    expect(codeAtLevel(topology, 'province', -1)).toBeNull();
    expect(provinceCodeOf(topology, 'commune', '11413')).toBe('31');
    expect(provinceCodeOf(topology, 'province', '99')).toBeNull();
  });
});

describe('the paint of each commune', () => {
  const columns = {
    cut: { id: 'week-2025-07-28' },
    level: 'province',
    codes: ['01', '31'],
    reported: ['green', 'red'],
    undetermined: [],
    operating: ['green', 'green'],
    coverage: [1, 0.1],
    gapSteps: [0, -2],
    missing: [0, 5],
  } as unknown as MapColumnsDto;
  const classified = classifyStatuses(columns, 'reported', 'light', { above: 0.7, half: 0.5 });
  const options = {
    focusProvince: null,
    highlighted: new Set<string>(),
    hasPatterns: false,
    theme: 'light',
  } as const;
  const paintOf = (fills: ReturnType<typeof fillsOf>, code: string) =>
    fills.paints[fills.paintOf[communeNumber(topology, code) + 1] ?? -1];

  it('is that of its province at province level', () => {
    expect(paintOf(fillsOf(topology, classified, options), '11413')?.colour).toBe('#9E1B1B');
  });

  it('fades outside the province in focus and outside the classes that stand out', () => {
    const focused = fillsOf(topology, classified, { ...options, focusProvince: '01' });
    expect(paintOf(focused, '11413')?.colour).toBe(mix('#9E1B1B', '#E6EBF0', 0.78));
    const highlighted = fillsOf(topology, classified, { ...options, highlighted: new Set(['red']) });
    expect(paintOf(highlighted, '11413')?.colour).toBe('#9E1B1B');
  });

  it('is no class at all while the figures are on their way or do not know the unit', () => {
    const waiting = fillsOf(topology, null, options);
    expect(new Set(waiting.paintOf)).toEqual(new Set([0]));
    const fills = fillsOf(topology, classified, options);
    expect(paintOf(fills, '01273')).toBe(fills.paints.at(-1));
  });
});
