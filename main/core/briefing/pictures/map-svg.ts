import type { MapSpec } from '../description.ts';
import { type Boundaries, boxOf, mercator, type Shape } from './boundaries.ts';
import { FONT_FAMILY, type Fonts } from './font-metrics.ts';
import { createProjector, type Frame, type Projector } from './projector.ts';

/** Hoàng Sa and Trường Sa: hundreds of km out, so they get frames of their own and never shrink the rest. */
const ARCHIPELAGOS = [
  { code: '20333', province: '48' },
  { code: '22736', province: '56' },
] as const;

const ARCHIPELAGO_CODES: readonly string[] = ARCHIPELAGOS.map(({ code }) => code);
const NO_DATA = '#C4C9D1';
const INK = '#17212B';
const FAINT = '#5B6673';

export interface MapDrawing {
  /** Pixels of the drawing; text sizes are in the same pixels. */
  readonly width: number;
  readonly height: number;
  readonly fonts: Fonts;
}

/** The map of a specification as SVG text: areas, borders, labels, the archipelagos' frames and the legend. */
export function mapSvg(spec: MapSpec, boundaries: Boundaries, drawing: MapDrawing): string {
  const { width, height } = drawing;
  const side = Math.min(340, width * 0.36);
  const main: Frame = { left: 6, top: 6, width: width - side - 18, height: height - 12 };
  const shapes = shapesOf(spec, boundaries);
  const projector = createProjector(boundaries, boxOf(boundaries, mainShapes(spec, boundaries)), main);
  const legend = legendSvg(spec, { left: width - side, top: 8, width: side, height: 0 }, drawing);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" font-family="${FONT_FAMILY}">`,
    `<defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><rect width="6" height="6" fill="#E7EAEE"/><rect width="2.4" height="6" fill="${NO_DATA}"/></pattern></defs>`,
    areas(spec, shapes, projector),
    borders(spec, projector.borders(shapes)),
    labels(spec, projector, drawing),
    legend.svg,
    insets(spec, boundaries, { left: width - side, top: legend.bottom, width: side, height }, drawing),
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
function mainShapes(spec: MapSpec, boundaries: Boundaries): readonly Shape[] {
  if (spec.level === 'commune') return shapesOf(spec, boundaries);
  return boundaries.communes.filter((shape) => !isArchipelago(shape));
}

function fillOf(spec: MapSpec, code: string): string {
  const colour = spec.areas.find((area) => area.code === code)?.colour ?? null;
  return colour ?? 'url(#hatch)';
}

function areas(spec: MapSpec, shapes: readonly Shape[], projector: Projector): string {
  const fills = new Map(spec.areas.map((area) => [area.code, area.colour ?? 'url(#hatch)']));
  return shapes
    .map((shape) => `<path d="${projector.path(shape)}" fill="${fills.get(shape.code) ?? 'url(#hatch)'}"/>`)
    .join('');
}

function borders(spec: MapSpec, path: string): string {
  const width = spec.level === 'province' ? 0.9 : 0.7;
  return `<path d="${path}" fill="none" stroke="#FFFFFF" stroke-width="${width}" stroke-linejoin="round"/><path d="${path}" fill="none" stroke="#3C4753" stroke-width="${width / 2}" stroke-linejoin="round"/>`;
}

interface Placed {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Names in the order given, each only where it covers no earlier one: the first ones are the weightiest. */
function labels(spec: MapSpec, projector: Projector, { fonts }: MapDrawing): string {
  const placed: Placed[] = [];
  const size = spec.level === 'province' ? 9.5 : 9;
  let text = '';
  for (const label of spec.labels) {
    const [x, y] = projector.toPixel(...mercator(label.lon, label.lat));
    const lines = label.lines;
    const half = Math.max(...lines.map((line) => fonts.widthOf(line, size, 600))) / 2 + 1;
    const box = { left: x - half, right: x + half, top: y - size, bottom: y + size * (lines.length - 0.6) };
    if (placed.some((other) => collides(box, other))) continue;
    placed.push(box);
    for (const [row, line] of lines.entries()) text += haloText(x, y + row * size * 1.15, size, line);
  }
  return text;
}

function collides(one: Placed, other: Placed): boolean {
  return one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;
}

/** Two texts instead of paint-order, which other programs draw over the letters. */
function haloText(x: number, y: number, size: number, text: string): string {
  const place = `x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${size}" font-weight="600" text-anchor="middle"`;
  const safe = escapeXml(text);
  return `<text ${place} fill="#FFFFFF" stroke="#FFFFFF" stroke-width="2.6" stroke-linejoin="round" opacity="0.85">${safe}</text><text ${place} fill="${INK}">${safe}</text>`;
}

function legendSvg(
  spec: MapSpec,
  frame: Frame,
  { fonts }: MapDrawing,
): { readonly svg: string; readonly bottom: number } {
  const size = 15;
  const lines = wrap(spec.legendTitle, frame.width, fonts);
  let y = frame.top + size;
  let svg = '';
  for (const line of lines) {
    svg += `<text x="${frame.left}" y="${y}" font-size="${size}" font-weight="700" fill="${INK}">${escapeXml(line)}</text>`;
    y += 20;
  }
  for (const entry of spec.legend) {
    svg += `<rect x="${frame.left}" y="${y - 6}" width="22" height="16" fill="${entry.colour ?? 'url(#hatch)'}" stroke="${FAINT}" stroke-width="0.6"/>`;
    svg += `<text x="${frame.left + 32}" y="${y + 7}" font-size="${size - 1}" fill="${INK}">${escapeXml(`${entry.label}: ${entry.count}`)}</text>`;
    y += 25;
  }
  return { svg, bottom: y + 4 };
}

function wrap(text: string, width: number, fonts: Fonts): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (line !== '' && fonts.widthOf(longer, 15, 700) > width) {
      lines.push(line);
      line = word;
    } else line = longer;
  }
  return [...lines, line];
}

/** One frame per archipelago, fitted to its own outline; the fill is its own or its province's. */
function insets(spec: MapSpec, boundaries: Boundaries, area: Frame, drawing: MapDrawing): string {
  const wanted = ARCHIPELAGOS.filter(({ code, province }) =>
    spec.areas.some((entry) => entry.code === (spec.level === 'province' ? province : code)),
  );
  const room = (drawing.height - 8 - area.top) / Math.max(1, wanted.length);
  return wanted
    .map(({ code, province }, index) => {
      const frame = {
        left: area.left,
        top: area.top + index * room,
        width: area.width - 6,
        height: room - 8,
      };
      const fill = fillOf(spec, spec.level === 'province' ? province : code);
      return insetSvg(code, spec.archipelagoNames[code] ?? '', fill, boundaries, frame);
    })
    .join('');
}

function insetSvg(code: string, name: string, fill: string, boundaries: Boundaries, frame: Frame): string {
  const shape = boundaries.communes.find((unit) => unit.code === code);
  const outline = `<rect x="${frame.left}" y="${frame.top}" width="${frame.width}" height="${frame.height}" fill="#F4F7FA" stroke="#9AA5B1" stroke-width="0.8"/>`;
  const title = `<text x="${frame.left + 8}" y="${frame.top + 17}" font-size="13" font-weight="600" fill="${INK}">${escapeXml(name)}</text>`;
  if (shape === undefined) return outline + title;
  const inner = {
    left: frame.left + 10,
    top: frame.top + 26,
    width: frame.width - 20,
    height: frame.height - 36,
  };
  const projector = createProjector(boundaries, boxOf(boundaries, [shape]), inner);
  // The reefs are far smaller than a pixel: a stroke of 3 px makes each one visible.
  const path = `<path d="${projector.path(shape)}" fill="${fill}" stroke="${INK}" stroke-width="4.2" stroke-linejoin="round"/><path d="${projector.path(shape)}" fill="${fill}" stroke="${fill}" stroke-width="3" stroke-linejoin="round"/>`;
  return outline + path + title;
}

/** Text as XML content: a name from a file must never become markup. */
export function escapeXml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;');
}
