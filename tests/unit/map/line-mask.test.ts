import { describe, expect, it } from 'vitest';
import { blendLines, LineMask, type LinePixels } from '#renderer/map/line-mask.ts';
import { pixelColour } from '#renderer/map/paint.ts';
import { decodeTopology } from '#renderer/map/topology.ts';
import { readBoundaries, tinyTopology } from './boundaries.ts';

const topology = tinyTopology();
const scale = 100;
const viewport = { scale, left: 0, top: -80, width: 400, height: 100 };

function coverAt(lines: LinePixels, x: number, y: number): number {
  const at = lines.places.indexOf(y * viewport.width + x);
  return at < 0 ? 0 : (lines.cover[at] ?? 0);
}

describe('drawing borders into memory', () => {
  // Arc 1 is the upright border between the two communes, at x of 106 degrees.
  const upright = new LineMask().draw(topology, Uint32Array.of(1), viewport, 1);
  const x = (topology.points[(topology.pointStarts[1] ?? 0) * 2] ?? 0) * scale;

  it('covers as much of a row as the line is wide', () => {
    const row = Array.from({ length: 8 }, (_, step) => coverAt(upright, Math.floor(x) - 4 + step, 50));
    expect(row.reduce((sum, cover) => sum + cover, 0) / 255).toBeCloseTo(1, 1);
  });

  it('leaves no gap along the line', () => {
    const rows = new Set([...upright.places].map((place) => Math.floor(place / viewport.width)));
    const sorted = [...rows].toSorted((one, other) => one - other);
    expect(sorted.length).toBeGreaterThan(60);
    expect((sorted.at(-1) ?? 0) - (sorted[0] ?? 0) + 1).toBe(sorted.length);
  });

  it('names each pixel once, so that lines are no darker where they meet', () => {
    const country = decodeTopology(readBoundaries('country'));
    const view = { scale: 90, left: 0, top: -1080, width: 700, height: 1080 };
    const { places, cover } = new LineMask().draw(country, country.provinceArcs, view, 1.1);
    expect(new Set(places).size).toBe(places.length);
    expect(places.length).toBeGreaterThan(5000);
    expect(places.every((place) => place < view.width * view.height)).toBe(true);
    expect(cover.every((share) => share > 0)).toBe(true);
  });

  it('begins each picture with clean memory', () => {
    const mask = new LineMask();
    mask.draw(topology, Uint32Array.of(0, 1, 2, 3, 4), viewport, 3);
    expect(mask.draw(topology, Uint32Array.of(1), viewport, 1)).toEqual(upright);
  });

  it('draws nothing for borders out of view', () => {
    const elsewhere = { ...viewport, left: 100_000 };
    expect(new LineMask().draw(topology, topology.provinceArcs, elsewhere, 1).places).toHaveLength(0);
  });
});

describe('laying lines over the picture', () => {
  const fill = pixelColour('#2E9E83');
  const blend = (cover: number, opacity: number) => {
    const pixels = Uint32Array.of(fill, fill);
    blendLines(pixels, { places: Uint32Array.of(1), cover: Uint8Array.of(cover) }, '#22303D', opacity);
    return pixels;
  };

  it('gives the line its own colour where it covers the pixel, and leaves other pixels alone', () => {
    expect([...blend(255, 1)]).toEqual([fill, pixelColour('#22303D')]);
  });

  it('mixes by half where it covers half or is half transparent', () => {
    const [, half = 0] = blend(128, 1);
    const [, pale = 0] = blend(255, 0.5);
    expect(half & 0xff).toBeCloseTo((0x2e + 0x22) / 2, -1);
    expect(Math.abs((half & 0xff) - (pale & 0xff))).toBeLessThanOrEqual(1);
    expect(half >>> 24).toBe(255);
  });
});
