import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type MapLabel, placeLabels } from '#renderer/map/labels.ts';

const viewport = { scale: 1, left: 0, top: 0, width: 400, height: 300 };
const measure = (text: string) => text.length * 7;
const label = (text: string, x: number, y: number, weight = 1, room = Infinity): MapLabel => ({
  text,
  x,
  y,
  weight,
  room,
});

describe('placing names', () => {
  it('lets the heavier of two colliding names stand', () => {
    const placed = placeLabels(
      [label('Hưng Yên', 100, 100, 1), label('Hà Nội', 110, 104, 5)],
      viewport,
      measure,
      14,
      2,
    );
    expect(placed).toEqual([{ text: 'Hà Nội', x: 110, y: 104 }]);
  });

  it('leaves out a name that is much wider than its unit', () => {
    expect(placeLabels([label('Phù Liễn', 100, 100, 1, 20)], viewport, measure, 14, 2)).toEqual([]);
    expect(placeLabels([label('Phù Liễn', 100, 100, 1, 60)], viewport, measure, 14, 2)).toHaveLength(1);
  });

  it('puts no name under what covers the map', () => {
    const legend = { west: 90, north: 80, east: 200, south: 120 };
    expect(placeLabels([label('Huế', 100, 100)], viewport, measure, 14, 2, [legend])).toEqual([]);
  });

  it('leaves out names whose place is not in view', () => {
    expect(placeLabels([label('Cà Mau', 100, 900)], viewport, measure, 14, 2)).toEqual([]);
  });

  it('never lets two names touch', () => {
    const names = fc.array(
      fc.record({
        x: fc.integer({ min: 0, max: 400 }),
        y: fc.integer({ min: 0, max: 300 }),
        size: fc.integer({ min: 1, max: 20 }),
      }),
      { maxLength: 80 },
    );
    fc.assert(
      fc.property(names, (spots) => {
        const labels = spots.map(({ x, y, size }) => label('a'.repeat(size), x, y, size));
        const placed = placeLabels(labels, viewport, measure, 14, 2);
        for (const [at, one] of placed.entries()) {
          for (const other of placed.slice(at + 1)) {
            const isApart =
              Math.abs(one.x - other.x) >= (measure(one.text) + measure(other.text)) / 2 ||
              Math.abs(one.y - other.y) >= 14;
            expect(isApart).toBe(true);
          }
        }
      }),
      { numRuns: 50 },
    );
  });
});
