import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { MapSpec } from '#main/core/brief/description.ts';
import { boxOf, loadBoundaries } from '#main/core/brief/pictures/boundaries.ts';
import { fillKey, type Line } from '#main/core/brief/pictures/drawing.ts';
import { drawingSvg } from '#main/core/brief/pictures/drawing-svg.ts';
import { loadFonts } from '#main/core/brief/pictures/font-metrics.ts';
import { LOOKS } from '#main/core/brief/pictures/look.ts';
import { drawMap } from '#main/core/brief/pictures/map-drawing.ts';
import { fillOf } from '#main/core/brief/pictures/map-fills.ts';
import { createProjector } from '#main/core/brief/pictures/projector.ts';

const assets = join(import.meta.dirname, '../../../assets');
const boundaries = loadBoundaries(assets, 'country');
const fonts = loadFonts(assets);

const spec: MapSpec = {
  level: 'province',
  description: 'Bản đồ',
  areas: boundaries.provinces.map((shape) => ({
    code: shape.code,
    name: shape.code,
    value: 1,
    colour: shape.code === '01' ? null : '#2E9E83',
  })),
  format: 'percent',
  legendTitle: 'Độ phủ <xanh>',
  legend: [{ label: 'Trên 70%', colour: '#2E9E83', count: '33' }],
  labels: [{ code: '01', lon: 105.85, lat: 21.03, lines: ['Hà Nội'] }],
  archipelagoNames: { '20333': 'Đặc khu Hoàng Sa', '22736': 'Đặc khu Trường Sa' },
};
const place = { width: 1200, height: 860, pixelsPerPoint: 2.4, fonts };

/** Places of a list of corners. */
function pointsOf(lines: readonly Line[]): [number, number][] {
  return lines.flatMap((line) =>
    line.flatMap((x, at): [number, number][] => (at % 2 === 0 ? [[x / 100, (line[at + 1] ?? 0) / 100]] : [])),
  );
}

describe('the projector of maps', () => {
  it.each(['20333', '22736'])('keeps every point of archipelago %s inside its frame', (code) => {
    const shape = boundaries.communes.find((unit) => unit.code === code);
    if (shape === undefined) throw new Error(`no boundary of ${code}`);
    const frame = { left: 100, top: 50, width: 300, height: 200 };
    const points = pointsOf(createProjector(boundaries, boxOf(boundaries, [shape]), frame).lines(shape));
    expect(points.length).toBeGreaterThan(20);
    for (const [x, y] of points) {
      expect(x).toBeGreaterThanOrEqual(99.9);
      expect(x).toBeLessThanOrEqual(400.1);
      expect(y).toBeGreaterThanOrEqual(49.9);
      expect(y).toBeLessThanOrEqual(250.1);
    }
  });

  it('draws a border between two units once', () => {
    const box = boxOf(boundaries, boundaries.provinces);
    const projector = createProjector(boundaries, box, { left: 0, top: 0, width: 500, height: 900 });
    const both = projector.borders(boundaries.provinces.slice(0, 2));
    const apart = boundaries.provinces.slice(0, 2).map((shape) => projector.borders([shape]).length);
    expect(both.length).toBeLessThanOrEqual(apart.reduce((sum, length) => sum + length, 0));
  });
});

describe('a map picture', () => {
  const svg = drawingSvg(drawMap(spec, boundaries, place));

  it('shows all provinces, both archipelagos by name, the legend with counts and hatches what is not known', () => {
    expect(svg.match(/<path d="[^"]+" fill="(#|url)/g)?.length).toBeGreaterThanOrEqual(34);
    expect(svg).toContain('Đặc khu Hoàng Sa');
    expect(svg).toContain('Đặc khu Trường Sa');
    expect(svg).toContain('Trên 70%: 33');
    expect(svg).toContain('fill="url(#hatch-E7EAEE)"');
  });

  it('draws what lies between two colours in both, whichever two they are', () => {
    const between = (ink: string) => ({ colour: '#2E9E83', pattern: 'stripes', ink }) as const;
    const fills = [between('#F5CB45'), between('#9E1B1B')].map((fill) => fillOf(fill, LOOKS.light));
    expect(new Set(fills.map(fillKey)).size).toBe(2);
    const areas = spec.areas.map((area) => (area.code === '31' ? { ...area, ...between('#9E1B1B') } : area));
    const striped = drawingSvg(drawMap({ ...spec, areas }, boundaries, place));
    expect(striped).toMatch(
      /<pattern id="stripes-2E9E83-9E1B1B"[^>]*><rect[^>]*fill="#2E9E83"\/><path[^>]*stroke="#9E1B1B"/,
    );
  });

  it('never lets a name become markup', () => {
    expect(svg).toContain('Độ phủ &lt;xanh&gt;');
  });

  it('is the same text every time', () => {
    expect(drawingSvg(drawMap(spec, boundaries, place))).toBe(svg);
  });
});
