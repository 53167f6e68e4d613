import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addIsletDots } from '#renderer/map/islet-dots.ts';
import { type Raster, rasterise, unitAtPixel, type Viewport } from '#renderer/map/raster.ts';
import { decodeTopology, type MapTopology } from '#renderer/map/topology.ts';
import { communeNumber, readBoundaries, tinyTopology } from './boundaries.ts';

const country = decodeTopology(readBoundaries('country'));

/** Even-odd rule over all rings of every commune: slow, and independent of how the raster does it. */
function communeAt(topology: MapTopology, worldX: number, worldY: number): number {
  const { bounds, codes } = topology.communes;
  for (let unit = 0; unit < codes.length; unit += 1) {
    const [west = 0, north = 0, east = 0, south = 0] = bounds.subarray(unit * 4, unit * 4 + 4);
    if (worldX < west || worldX > east || worldY < north || worldY > south) continue;
    if (isInside(topology, unit, worldX, worldY)) return unit;
  }
  return -1;
}

function isInside(topology: MapTopology, unit: number, worldX: number, worldY: number): boolean {
  const { ringStarts, arcStarts, ringArcs } = topology.communes;
  let inside = false;
  const from = arcStarts[ringStarts[unit] ?? 0] ?? 0;
  const to = arcStarts[ringStarts[unit + 1] ?? 0] ?? 0;
  for (const signed of ringArcs.subarray(from, to)) {
    const arc = signed < 0 ? ~signed : signed;
    const last = (topology.pointStarts[arc + 1] ?? 0) - 1;
    for (let point = topology.pointStarts[arc] ?? 0; point < last; point += 1) {
      const [x0 = 0, y0 = 0, x1 = 0, y1 = 0] = topology.points.subarray(point * 2, point * 2 + 4);
      const crosses = y0 > worldY !== y1 > worldY;
      if (crosses && worldX < x0 + ((worldY - y0) * (x1 - x0)) / (y1 - y0)) inside = !inside;
    }
  }
  return inside;
}

function pixelUnit(raster: Raster, column: number, row: number): number {
  return (raster.index[row * raster.viewport.width + column] ?? 0) - 1;
}

const viewports = fc.record({
  scale: fc.double({ min: 20, max: 2000, noNaN: true }),
  x: fc.double({ min: 0.5, max: 8, noNaN: true }),
  y: fc.double({ min: -11.5, max: -1, noNaN: true }),
  width: fc.integer({ min: 40, max: 300 }),
  height: fc.integer({ min: 40, max: 300 }),
});

describe('rasterise', () => {
  it('gives each pixel the commune that holds its centre, wherever the view is', () => {
    let last: Raster | null = null;
    fc.assert(
      fc.property(viewports, fc.array(fc.nat(), { minLength: 30, maxLength: 30 }), (view, picks) => {
        const { scale, width, height } = view;
        const viewport: Viewport = { scale, left: view.x * scale, top: view.y * scale, width, height };
        const raster = rasterise(country, viewport, last);
        last = raster;
        for (const pick of picks) {
          const column = pick % width;
          const row = Math.floor(pick / width) % height;
          const worldX = (column + 0.5 + viewport.left) / scale;
          const worldY = (row + 0.5 + viewport.top) / scale;
          expect(pixelUnit(raster, column, row)).toBe(communeAt(country, worldX, worldY));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('says the same in runs as in the index', () => {
    const viewport = { scale: 90, left: 0, top: -1080, width: 700, height: 1080 };
    const raster = rasterise(country, viewport);
    const fromRuns = new Uint16Array(raster.index.length);
    for (let run = 0; run < raster.runCount; run += 1) {
      fromRuns.fill(raster.runUnits[run] ?? 0, raster.runStarts[run], raster.runEnds[run]);
    }
    expect(Buffer.compare(Buffer.from(fromRuns.buffer), Buffer.from(raster.index.slice().buffer))).toBe(0);
  });

  it('leaves a hole empty', () => {
    const topology = tinyTopology();
    const scale = 1000;
    const raster = rasterise(topology, { scale, left: 0, top: -1000, width: 5000, height: 1100 });
    const [west = 0, north = 0, east = 0, south = 0] = topology.arcBounds.subarray(12, 16);
    const x = ((west + east) / 2) * scale;
    const y = ((north + south) / 2) * scale + 1000;
    expect(unitAtPixel(raster, x, y)).toBe(-1);
    expect(unitAtPixel(raster, x - 180, y)).toBe(1);
  });

  it('knows nothing outside its pixels', () => {
    const raster = rasterise(country, { scale: 90, left: 0, top: -1080, width: 700, height: 1080 });
    expect(unitAtPixel(raster, -1, 5)).toBe(-1);
    expect(unitAtPixel(raster, 700, 5)).toBe(-1);
    expect(unitAtPixel(raster, 5, 1080)).toBe(-1);
  });
});

describe('islet dots', () => {
  // The whole country 300 pixels tall: every island of Trường Sa is smaller than a pixel.
  const viewport = { scale: 25, left: 0, top: -300, width: 290, height: 300 };

  it('make Trường Sa and Hoàng Sa visible at a scale that would hide them', () => {
    const raster = rasterise(country, viewport);
    addIsletDots(raster, country, 1);
    const pixels = (code: string) =>
      raster.index.filter((unit) => unit === communeNumber(country, code) + 1).length;
    expect(pixels('22736')).toBeGreaterThan(200);
    expect(pixels('20333')).toBeGreaterThan(40);
  });

  it('cover no land', () => {
    const before = rasterise(country, viewport).index.slice();
    const raster = rasterise(country, viewport);
    addIsletDots(raster, country, 1);
    expect(before.every((unit, at) => unit === 0 || raster.index[at] === unit)).toBe(true);
  });
});
