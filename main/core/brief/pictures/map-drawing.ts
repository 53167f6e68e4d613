import type { MapSpec } from '#main/core/brief/description.ts';
import { oneLine } from '#shared/text/clean-text.ts';
import { type Boundaries, type Box, boxOf, mercator, type Shape } from './boundaries.ts';
import { type Drawing, type Fill, fillKey, type Line, rectangle } from './drawing.ts';
import type { Fonts } from './font-metrics.ts';
import { LOOKS, type Look } from './look.ts';
import { fillOf } from './map-fills.ts';
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

type Marks = Drawing['marks'];

export interface MapPlace {
  /** Pixels of the drawing. */
  readonly width: number;
  readonly height: number;
  /** Pixels of the drawing to one point of the page, so that lettering is readable where it is printed. */
  readonly pixelsPerPoint: number;
  readonly fonts: Fonts;
  /** White paper unless said otherwise. */
  readonly look?: Look;
}

/** The map of a specification: areas, borders, labels, the archipelagos' frames and the legend. */
export function drawMap(spec: MapSpec, boundaries: Boundaries, place: MapPlace): Drawing {
  const { width, height, look = LOOKS.light } = place;
  const side = Math.min(SIDE_POINTS * place.pixelsPerPoint, width * 0.42);
  const main: Frame = { left: 6, top: 6, width: width - side - 18, height: height - 12 };
  const { near, far } = splitFar(spec, boundaries, shapesOf(spec, boundaries));
  const projector = createProjector(boundaries, boxOf(boundaries, mainShapes(spec, boundaries, near)), main);
  const legend = drawLegend(spec, { left: width - side, top: 8, width: side, height: 0 }, place);
  const left = { left: width - side, top: legend.bottom, width: side, height };
  return {
    width,
    height,
    marks: [
      ...areas(spec, near, projector, look),
      ...borders(spec, projector.borders(near), look),
      ...labels(spec, projector, place, new Set(far.map((shape) => shape.code))),
      ...legend.marks,
      ...insets(spec, boundaries, far, left, place),
    ],
  };
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
  const far: Shape[] = [];
  let near = shapes.map((shape) => ({ shape, box: boxOf(boundaries, [shape]) }));
  while (spec.level === 'commune' && far.length < FAR_AT_MOST && near.length > 2) {
    const whole = boxRound(near);
    // Only what lies at the edge holds the view open.
    const [best] = near
      .filter(({ box }) => SIDES.some((side) => box[side] === whole[side]))
      .map((one) => ({ ...one, area: areaOf(boxRound(near.filter((other) => other.shape !== one.shape))) }))
      .sort((left, right) => left.area - right.area);
    if (best === undefined || best.area > areaOf(whole) * FAR_SHARE) break;
    far.push(best.shape);
    near = near.filter(({ shape }) => shape !== best.shape);
  }
  return { near: near.map(({ shape }) => shape), far };
}

const SIDES = ['left', 'top', 'right', 'bottom'] as const;

function boxRound(boxes: readonly { readonly box: Box }[]): Box {
  return boxes
    .map(({ box }) => box)
    .reduce((all, box) => ({
      left: Math.min(all.left, box.left),
      top: Math.min(all.top, box.top),
      right: Math.max(all.right, box.right),
      bottom: Math.max(all.bottom, box.bottom),
    }));
}

function areaOf({ left, top, right, bottom }: Box): number {
  return (right - left) * (bottom - top);
}

/** Sorted by fill: areas do not overlap, and what looks alike can be filled at once. */
function areas(spec: MapSpec, shapes: readonly Shape[], projector: Projector, look: Look): Marks {
  const fills = new Map(spec.areas.map((area) => [area.code, fillOf(area, look)]));
  const alike = Map.groupBy(shapes, ({ code }) => fillKey(fills.get(code) ?? fillOf(undefined, look)));
  return [...alike.values()].flat().map((shape) => ({
    kind: 'path',
    lines: projector.lines(shape),
    isClosed: true,
    fill: fills.get(shape.code) ?? fillOf(undefined, look),
  }));
}

function borders(spec: MapSpec, lines: readonly Line[], { borders: { under, over } }: Look): Marks {
  const width = spec.level === 'province' ? 0.9 : 0.7;
  return [
    { kind: 'path', lines, isClosed: false, stroke: { fill: { colour: under }, width } },
    { kind: 'path', lines, isClosed: false, stroke: { fill: { colour: over }, width: width / 2 } },
  ];
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
  { fonts, pixelsPerPoint, width, height, look = LOOKS.light }: MapPlace,
  elsewhere: ReadonlySet<string>,
): Marks {
  const placed: Placed[] = [];
  const size = LABEL_SIZES[spec.level] * pixelsPerPoint;
  const marks: Marks[number][] = [];
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
    if (spot[0] !== x)
      marks.push(...leader(x, y, spot[0] > x ? spot[0] - half : spot[0] + half, spot[1], look));
    for (const [row, line] of label.lines.entries()) {
      const base = spot[1] - rise / 2 + size * 0.35 + row * size * LABEL_LEADING;
      const letters = { size, weight: 600, colour: look.ink, halo: look.halo, isCentred: true } as const;
      marks.push({ kind: 'text', text: oneLine(line), x: spot[0], y: base, ...letters });
    }
  }
  return marks;
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

/** A line from a label to its point, with a dot on the point. */
function leader(fromX: number, fromY: number, toX: number, toY: number, { ink }: Look): Marks {
  const [x = 0, y = 0, endX = 0, endY = 0] = [fromX, fromY, toX, toY].map((place) => Math.round(place * 100));
  const fill = { colour: ink };
  return [
    { kind: 'path', lines: [[x, y, endX, endY]], isClosed: false, stroke: { fill, width: 0.9 } },
    {
      kind: 'path',
      lines: [[x, y, x + 10, y]],
      isClosed: false,
      stroke: { fill, width: 3.6, isRound: true },
    },
  ];
}

function collides(one: Placed, other: Placed): boolean {
  return one.left < other.right && one.right > other.left && one.top < other.bottom && one.bottom > other.top;
}

function drawLegend(
  spec: MapSpec,
  frame: Frame,
  { fonts, pixelsPerPoint, look = LOOKS.light }: MapPlace,
): { readonly marks: Marks; readonly bottom: number } {
  const size = LEGEND_SIZE * pixelsPerPoint;
  const widthOf = (text: string): number => fonts.widthOf(text, size, 700);
  const marks: Marks[number][] = [];
  let y = frame.top + size;
  for (const text of wrap(oneLine(spec.legendTitle), frame.width, widthOf)) {
    marks.push({ kind: 'text', text, x: frame.left, y, size, weight: 700, colour: look.ink });
    y += size * 1.3;
  }
  for (const entry of spec.legend) {
    const text = oneLine(`${entry.label}: ${entry.count}`);
    // A long label is written smaller rather than over the edge.
    const letters = Math.min(size, (size * (frame.width - size * 2)) / fonts.widthOf(text, size * 1.03));
    const field = rectangle(frame.left, y - size * 0.45, size * 1.5, size * 1.05);
    const place = { x: frame.left + size * 2, y: y + size * 0.43 };
    marks.push(boxed(field, fillOf(entry, look), look.faint), {
      kind: 'text',
      text,
      ...place,
      size: letters,
      weight: 400,
      colour: look.ink,
    });
    y += size * 1.6;
  }
  return { marks, bottom: y };
}

/** A closed line filled, with a thin edge. */
function boxed(line: Line, fill: Fill, edge: string): Marks[number] {
  const stroke = { fill: { colour: edge }, width: 0.8 };
  return { kind: 'path', lines: [line], isClosed: true, fill, stroke };
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
  place: MapPlace,
): Marks {
  const { look = LOOKS.light } = place;
  const own = spec.level === 'commune';
  const archipelagos = ARCHIPELAGOS.map(({ code, province }) => ({ code, area: own ? code : province }));
  const wanted = [...archipelagos, ...far.map(({ code }) => ({ code, area: code }))].filter((entry) =>
    spec.areas.some((one) => one.code === entry.area),
  );
  const room = Math.min((place.height - 8 - area.top) / Math.max(1, wanted.length), area.width * 0.85 + 8);
  return wanted.flatMap((entry, index) => {
    const top = area.top + index * room;
    const frame = { left: area.left, top, width: area.width - 6, height: room - 8 };
    const name =
      spec.archipelagoNames[entry.code] ?? spec.areas.find((one) => one.code === entry.code)?.name ?? '';
    const fill = fillOf(
      spec.areas.find((one) => one.code === entry.area),
      look,
    );
    return drawInset(entry.code, name, fill, boundaries, frame, place);
  });
}

function drawInset(
  code: string,
  name: string,
  fill: Fill,
  boundaries: Boundaries,
  frame: Frame,
  { pixelsPerPoint, look: { ink, inset } = LOOKS.light }: MapPlace,
): Marks {
  const size = 9 * pixelsPerPoint;
  const shape = boundaries.communes.find((unit) => unit.code === code);
  const edge = rectangle(frame.left, frame.top, frame.width, frame.height);
  const inner = {
    left: frame.left + 10,
    top: frame.top + size * 1.7,
    width: frame.width - 20,
    height: frame.height - size * 1.7 - 10,
  };
  const place = { x: frame.left + 8, y: frame.top + size * 1.3 };
  return [
    boxed(edge, { colour: inset.fill }, inset.line),
    ...(shape === undefined ? [] : drawReefs(shape, fill, ink, boundaries, inner)),
    { kind: 'text', text: oneLine(name), ...place, size, weight: 600, colour: ink },
  ];
}

/** The reefs are far smaller than a pixel: a stroke of 3 px makes each one visible. */
function drawReefs(shape: Shape, fill: Fill, ink: string, boundaries: Boundaries, frame: Frame): Marks {
  const lines = createProjector(boundaries, boxOf(boundaries, [shape]), frame).lines(shape);
  return [
    { kind: 'path', lines, isClosed: true, fill, stroke: { fill: { colour: ink }, width: 4.2 } },
    { kind: 'path', lines, isClosed: true, fill, stroke: { fill, width: 3 } },
  ];
}
