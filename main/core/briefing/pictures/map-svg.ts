import type { MapSpec } from '../description.ts';
import { type Boundaries, type Box, boxOf, mercator, type Shape } from './boundaries.ts';
import { FONT_FAMILY, type Fonts } from './font-metrics.ts';
import { LOOKS, type Look } from './look.ts';
import { fillOf, patternDefinitions } from './map-fills.ts';
import { createProjector, type Frame, type Projector } from './projector.ts';

/** Hoàng Sa and Trường Sa: hundreds of km out, so they get frames of their own and never shrink the rest. */
const ARCHIPELAGOS = [
  { code: '20333', province: '48' },
  { code: '22736', province: '56' },
] as const;

const ARCHIPELAGO_CODES: readonly string[] = ARCHIPELAGOS.map(({ code }) => code);
/** Width of the column with legend and archipelagos, and sizes of lettering, in points of the page. */
const SIDE_POINTS = 190;
const LEGEND_SIZE = 11;
const LABEL_SIZES = { province: 6.8, commune: 6.2 } as const;

export interface MapDrawing {
  /** Pixels of the drawing. */
  readonly width: number;
  readonly height: number;
  /** Pixels of the drawing to one point of the page, so that lettering is readable where it is printed. */
  readonly pixelsPerPoint: number;
  readonly fonts: Fonts;
  /** White paper unless said otherwise. */
  readonly look?: Look;
}

/** The map of a specification as SVG text: areas, borders, labels, the archipelagos' frames and the legend. */
export function mapSvg(spec: MapSpec, boundaries: Boundaries, drawing: MapDrawing): string {
  const { width, height, look = LOOKS.light } = drawing;
  const side = Math.min(SIDE_POINTS * drawing.pixelsPerPoint, width * 0.42);
  const main: Frame = { left: 6, top: 6, width: width - side - 18, height: height - 12 };
  const { near, far } = splitFar(spec, boundaries, shapesOf(spec, boundaries));
  const shapes = near;
  const projector = createProjector(boundaries, boxOf(boundaries, mainShapes(spec, boundaries, near)), main);
  const legend = legendSvg(spec, { left: width - side, top: 8, width: side, height: 0 }, drawing);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONT_FAMILY}">`,
    `<defs>${patternDefinitions(spec, look)}</defs>`,
    areas(spec, shapes, projector),
    borders(spec, projector.borders(shapes), look),
    labels(spec, projector, drawing, new Set(far.map((shape) => shape.code))),
    legend.svg,
    insets(spec, boundaries, far, { left: width - side, top: legend.bottom, width: side, height }, drawing),
    '</svg>',
  ].join('');
}

function isArchipelago(shape: Shape): boolean {
  return ARCHIPELAGO_CODES.includes(shape.code);
}

function shapesOf(spec: MapSpec, boundaries: Boundaries): readonly Shape[] {
  const wanted = new Set(spec.areas.map((area) => area.code));
  const all = spec.level === 'province' ? boundaries.provinces : boundaries.communes;
  return all.filter((shape) => wanted.has(shape.code) && !isArchipelago(shape));
}

/** What the view must hold: the communes of the drawn units without the archipelagos. */
function mainShapes(spec: MapSpec, boundaries: Boundaries, near: readonly Shape[]): readonly Shape[] {
  if (spec.level === 'commune') return near;
  return boundaries.communes.filter((shape) => !isArchipelago(shape));
}

/** Without it the others fill less than this share of the view's area: then it gets a frame of its own. */
const FAR_SHARE = 0.62;
const FAR_AT_MOST = 3;

/**
 * Islands far out (Bạch Long Vĩ, Côn Đảo, Phú Quý, Thổ Châu) would make the province they belong to tiny: one
 * after the other they leave the view, as long as each makes it much smaller.
 */
function splitFar(
  spec: MapSpec,
  boundaries: Boundaries,
  shapes: readonly Shape[],
): { readonly near: readonly Shape[]; readonly far: readonly Shape[] } {
  let near = shapes;
  const far: Shape[] = [];
  while (spec.level === 'commune' && far.length < FAR_AT_MOST && near.length > 2) {
    const boxes = near.map((shape) => ({ shape, box: boxOf(boundaries, [shape]) }));
    const whole = areaOf(boxes.map(({ box }) => box));
    const best = boxes
      .map(({ shape }) => ({
        shape,
        area: areaOf(boxes.filter((other) => other.shape !== shape).map(({ box }) => box)),
      }))
      .reduce((least, one) => (one.area < least.area ? one : least));
    if (best.area > whole * FAR_SHARE) break;
    far.push(best.shape);
    near = near.filter((shape) => shape !== best.shape);
  }
  return { near, far };
}

function areaOf(boxes: readonly Box[]): number {
  const width = Math.max(...boxes.map((box) => box.right)) - Math.min(...boxes.map((box) => box.left));
  const height = Math.max(...boxes.map((box) => box.bottom)) - Math.min(...boxes.map((box) => box.top));
  return width * height;
}

function areas(spec: MapSpec, shapes: readonly Shape[], projector: Projector): string {
  const fills = new Map(spec.areas.map((area) => [area.code, fillOf(area)]));
  return shapes
    .map((shape) => `<path d="${projector.path(shape)}" fill="${fills.get(shape.code) ?? 'url(#hatch)'}"/>`)
    .join('');
}

function borders(spec: MapSpec, path: string, { borders: { under, over } }: Look): string {
  const width = spec.level === 'province' ? 0.9 : 0.7;
  return `<path d="${path}" fill="none" stroke="${under}" stroke-width="${width}" stroke-linejoin="round"/><path d="${path}" fill="none" stroke="${over}" stroke-width="${width / 2}" stroke-linejoin="round"/>`;
}

interface Placed {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Names in the order given, each only where it covers no earlier one: the first ones are the weightiest. */
function labels(
  spec: MapSpec,
  projector: Projector,
  { fonts, pixelsPerPoint, width, height, look = LOOKS.light }: MapDrawing,
  elsewhere: ReadonlySet<string>,
): string {
  const placed: Placed[] = [];
  const size = LABEL_SIZES[spec.level] * pixelsPerPoint;
  let text = '';
  for (const label of spec.labels) {
    if (elsewhere.has(label.code)) continue;
    const [x, y] = projector.toPixel(...mercator(label.lon, label.lat));
    const half = Math.max(...label.lines.map((line) => fonts.widthOf(line, size, 600))) / 2 + 2;
    const rise = size * (label.lines.length - 1) * LABEL_LEADING;
    const spots = labelSpots(x, y, half, size);
    // Communes are too many for labels beside them.
    const spot = (spec.level === 'province' ? spots : spots.slice(0, 3)).find(([left, top]) => {
      const box = boxAt(left, top, half, size, rise);
      const isOut = box.left < 0 || box.right > width || box.top < 0 || box.bottom > height;
      return !isOut && !placed.some((other) => collides(box, other));
    });
    if (spot === undefined) continue;
    placed.push(boxAt(...spot, half, size, rise));
    if (spot[0] !== x) text += leader(x, y, spot[0] > x ? spot[0] - half : spot[0] + half, spot[1], look);
    for (const [row, line] of label.lines.entries())
      text += haloText(
        spot[0],
        spot[1] - rise / 2 + size * 0.35 + row * size * LABEL_LEADING,
        size,
        line,
        look,
      );
  }
  return text;
}

const LABEL_LEADING = 1.08;

/** Where a label may stand: on its point, a little higher or lower, else beside it with a line. */
function labelSpots(x: number, y: number, half: number, size: number): [number, number][] {
  const aside = half + size * 2.4;
  return [
    [x, y],
    [x, y - size * 0.8],
    [x, y + size * 0.8],
    [x + aside, y],
    [x + aside, y + size * 1.6],
    [x - aside, y],
    [x - aside, y + size * 1.6],
    [x + aside + size * 2, y - size * 1.2],
    [x - aside - size * 2, y - size * 1.2],
  ];
}

function boxAt(x: number, y: number, half: number, size: number, rise: number): Placed {
  const tall = (rise + size) / 2;
  return { left: x - half, right: x + half, top: y - tall, bottom: y + tall };
}

function leader(fromX: number, fromY: number, toX: number, toY: number, { ink }: Look): string {
  const ends = `x1="${fromX.toFixed(1)}" y1="${fromY.toFixed(1)}" x2="${toX.toFixed(1)}" y2="${toY.toFixed(1)}"`;
  return `<line ${ends} stroke="${ink}" stroke-width="0.9"/><circle cx="${fromX.toFixed(1)}" cy="${fromY.toFixed(1)}" r="1.8" fill="${ink}"/>`;
}

function collides(one: Placed, other: Placed): boolean {
  return one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;
}

/** Two texts instead of paint-order, which other programs draw over the letters. */
function haloText(x: number, y: number, size: number, text: string, { ink, halo }: Look): string {
  const place = `x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${size}" font-weight="600" text-anchor="middle"`;
  const safe = escapeXml(text);
  return `<text ${place} fill="${halo}" stroke="${halo}" stroke-width="${(size * 0.26).toFixed(1)}" stroke-linejoin="round" opacity="0.85">${safe}</text><text ${place} fill="${ink}">${safe}</text>`;
}

function legendSvg(
  spec: MapSpec,
  frame: Frame,
  { fonts, pixelsPerPoint, look: { ink, faint } = LOOKS.light }: MapDrawing,
): { readonly svg: string; readonly bottom: number } {
  const size = LEGEND_SIZE * pixelsPerPoint;
  const widthOf = (text: string): number => fonts.widthOf(text, size, 700);
  let y = frame.top + size;
  let svg = '';
  for (const line of wrap(spec.legendTitle, frame.width, widthOf)) {
    svg += `<text x="${frame.left}" y="${y}" font-size="${size}" font-weight="700" fill="${ink}">${escapeXml(line)}</text>`;
    y += size * 1.3;
  }
  for (const entry of spec.legend) {
    const words = `${entry.label}: ${entry.count}`;
    // A long label is written smaller rather than over the edge.
    const letters = Math.min(size, (size * (frame.width - size * 2)) / fonts.widthOf(words, size * 1.03));
    svg += `<rect x="${frame.left}" y="${y - size * 0.45}" width="${size * 1.5}" height="${size * 1.05}" fill="${fillOf(entry)}" stroke="${faint}" stroke-width="0.8"/>`;
    svg += `<text x="${frame.left + size * 2}" y="${y + size * 0.43}" font-size="${letters.toFixed(2)}" fill="${ink}">${escapeXml(words)}</text>`;
    y += size * 1.6;
  }
  return { svg, bottom: y };
}

function wrap(text: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && widthOf(longer) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** One frame per archipelago and far island, fitted to its own outline; the fill is its own or its province's. */
function insets(
  spec: MapSpec,
  boundaries: Boundaries,
  far: readonly Shape[],
  area: Frame,
  drawing: MapDrawing,
): string {
  const own = spec.level === 'commune';
  const archipelagos = ARCHIPELAGOS.map(({ code, province }) => ({ code, area: own ? code : province }));
  const wanted = [...archipelagos, ...far.map(({ code }) => ({ code, area: code }))].filter((entry) =>
    spec.areas.some((one) => one.code === entry.area),
  );
  const room = Math.min((drawing.height - 8 - area.top) / Math.max(1, wanted.length), area.width * 0.85 + 8);
  return wanted
    .map((entry, index) => {
      const top = area.top + index * room;
      const frame = { left: area.left, top, width: area.width - 6, height: room - 8 };
      const name =
        spec.archipelagoNames[entry.code] ?? spec.areas.find((one) => one.code === entry.code)?.name ?? '';
      const fill = fillOf(spec.areas.find((one) => one.code === entry.area));
      return insetSvg(entry.code, name, fill, boundaries, frame, drawing);
    })
    .join('');
}

function insetSvg(
  code: string,
  name: string,
  fill: string,
  boundaries: Boundaries,
  frame: Frame,
  { pixelsPerPoint, look: { ink, inset } = LOOKS.light }: MapDrawing,
): string {
  const size = 9 * pixelsPerPoint;
  const shape = boundaries.communes.find((unit) => unit.code === code);
  const outline = `<rect x="${frame.left}" y="${frame.top}" width="${frame.width}" height="${frame.height}" fill="${inset.fill}" stroke="${inset.line}" stroke-width="0.8"/>`;
  const title = `<text x="${frame.left + 8}" y="${frame.top + size * 1.3}" font-size="${size}" font-weight="600" fill="${ink}">${escapeXml(name)}</text>`;
  if (shape === undefined) return outline + title;
  const inner = {
    left: frame.left + 10,
    top: frame.top + size * 1.7,
    width: frame.width - 20,
    height: frame.height - size * 1.7 - 10,
  };
  const projector = createProjector(boundaries, boxOf(boundaries, [shape]), inner);
  // The reefs are far smaller than a pixel: a stroke of 3 px makes each one visible.
  const path = `<path d="${projector.path(shape)}" fill="${fill}" stroke="${ink}" stroke-width="4.2" stroke-linejoin="round"/><path d="${projector.path(shape)}" fill="${fill}" stroke="${fill}" stroke-width="3" stroke-linejoin="round"/>`;
  return outline + path + title;
}

/** Text as XML content: a name from a file must never become markup. */
export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
