import { describe, expect, it } from 'vitest';
import { type MapPaint, PATTERNS, paintRuns, pixelColour, readyPaints } from '#renderer/map/paint.ts';
import { rasterise, type Viewport } from '#renderer/map/raster.ts';
import { tinyTopology } from './boundaries.ts';

const SCALE = 200;
const viewAt = (left: number): Viewport => ({ scale: SCALE, left, top: -160, width: 800, height: 200 });
const solid = (colour: string): MapPaint => ({ colour, pattern: 'solid', ink: '#000000' });

function paintTiny(paints: readonly MapPaint[], left = 0) {
  const raster = rasterise(tinyTopology(), viewAt(left));
  const pixels = new Uint32Array(raster.index.length);
  paintRuns(raster, pixels, Uint8Array.of(0, 0, 1, 2), readyPaints(paints, 1));
  return { raster, pixels };
}

describe('painting', () => {
  it('writes colours as red, green, blue, opaque in memory', () => {
    expect([...new Uint8Array(Uint32Array.of(pixelColour('#2E9E83')).buffer)]).toEqual([
      0x2e, 0x9e, 0x83, 255,
    ]);
  });

  it('gives each commune the colour of its class and leaves the sea alone', () => {
    const colours = ['#2E9E83', '#F5CB45', '#9E1B1B'];
    const { raster, pixels } = paintTiny(colours.map(solid));
    const expected = [0, ...colours.map(pixelColour)];
    expect(raster.index.every((unit, at) => pixels[at] === expected[unit])).toBe(true);
  });

  it.each(PATTERNS.filter((pattern) => pattern !== 'solid'))(
    'mixes ink and colour in pattern %s',
    (pattern) => {
      const paint: MapPaint = { colour: '#C4C9D1', pattern, ink: '#7C8490' };
      const { raster, pixels } = paintTiny([paint, paint, paint]);
      const painted = pixels.filter((_, at) => raster.index[at] !== 0);
      const inked = painted.filter((pixel) => pixel === pixelColour(paint.ink)).length;
      expect(new Set(painted).size).toBe(2);
      expect(inked / painted.length).toBeGreaterThan(0.04);
      // Between two colours each has half.
      expect(inked / painted.length).toBeLessThan(0.51);
    },
  );

  it('anchors a pattern to the map: moving the view by 3 pixels moves the pattern with the land', () => {
    const paint: MapPaint = { colour: '#C4C9D1', pattern: 'hatch', ink: '#7C8490' };
    const still = paintTiny([paint, paint, paint]).pixels;
    const moved = paintTiny([paint, paint, paint], 3).pixels;
    const row = 100 * 800;
    expect([...moved.subarray(row, row + 600)]).toEqual([...still.subarray(row + 3, row + 603)]);
  });
});
