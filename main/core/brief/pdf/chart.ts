import type { Rect } from '#main/core/brief/layout.ts';
import { weightOf } from '#main/core/brief/pictures/font-metrics.ts';
import {
  attributeOf,
  findAll,
  findFirst,
  parseXml,
  textOf,
  type XmlElement,
} from '#main/core/files/xml-tree.ts';
import { fitted, type Tiling, tilingOf } from './drawing.ts';
import { type Document, FACES } from './paper.ts';

/** A chart as the chart engine writes it, with what is needed to read an attribute and to find what is referred to. */
interface Chart {
  readonly document: Document;
  readonly svg: string;
  readonly clips: ReadonlyMap<string, XmlElement>;
  /** The engine's only pattern: what was not reported is hatched, as on a map. */
  readonly hatch: { readonly tiling: Tiling; readonly ink: string } | null;
}

/**
 * The SVG of a chart as vectors, fitted into the rectangle. It reads what the chart engine writes and nothing more:
 * an Error names anything else, so that a newer engine cannot lose a part of a chart in silence.
 */
export function drawChartSvg(document: Document, svg: string, rect: Rect): void {
  const root = parseXml(svg);
  const clips = findAll(root, 'clipPath').map((clip): [string, XmlElement] => [
    attributeOf(svg, clip, 'id') ?? '',
    clip,
  ]);
  const ink = findFirst(findFirst(root, 'pattern'), 'path');
  const hatch =
    ink === undefined
      ? null
      : { tiling: tilingOf(document, 'hatch'), ink: attributeOf(svg, ink, 'fill') ?? '#000000' };
  const chart: Chart = { document, svg, clips: new Map(clips), hatch };
  const size = { width: numberOf(chart, root, 'width', 1), height: numberOf(chart, root, 'height', 1) };
  fitted(document, size, rect, () => drawChildren(chart, root));
}

function drawChildren(chart: Chart, parent: XmlElement): void {
  for (const element of parent.children) {
    if (element.name === 'defs') continue;
    chart.document.save();
    moveTo(chart, element);
    drawElement(chart, element);
    chart.document.restore();
  }
}

function drawElement(chart: Chart, element: XmlElement): void {
  const { document, svg } = chart;
  const text = (name: string): string => attributeOf(svg, element, name) ?? '';
  const number = (name: string): number => numberOf(chart, element, name, 0);
  switch (element.name) {
    case 'g':
      clip(chart, element);
      drawChildren(chart, element);
      break;
    case 'path':
      paint(chart, element, () => document.path(text('d')));
      break;
    case 'polyline':
      paint(chart, element, () => document.path(`M${text('points')}`));
      break;
    case 'rect':
      paint(chart, element, () => document.rect(number('x'), number('y'), number('width'), number('height')));
      break;
    case 'text':
      drawText(chart, element);
      break;
    default:
      throw new Error(`A chart holds <${element.name}>, which is not drawn in a PDF`);
  }
}

function numberOf({ svg }: Chart, element: XmlElement, name: string, otherwise: number): number {
  return Number(attributeOf(svg, element, name) ?? otherwise);
}

function moveTo({ document, svg }: Chart, element: XmlElement): void {
  const text = attributeOf(svg, element, 'transform');
  if (text === undefined) return;
  const [, kind, list = ''] = /^(translate|matrix)\(([-\d.e\s,]+)\)$/.exec(text) ?? [];
  if (kind === undefined) throw new Error(`A chart holds the transform ${text}, which is not drawn in a PDF`);
  const values = list.split(/[\s,]+/).map(Number);
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = kind === 'matrix' ? values : [1, 0, 0, 1, ...values];
  document.transform(a, b, c, d, e, f);
}

function clip({ document, svg, clips }: Chart, element: XmlElement): void {
  const id = /#([\w-]+)/.exec(attributeOf(svg, element, 'clip-path') ?? '')?.[1];
  const shape = id === undefined ? undefined : clips.get(id)?.children[0];
  if (shape !== undefined) document.path(attributeOf(svg, shape, 'd') ?? '').clip();
}

/** Shows what `trace` lays out. A path is used up by showing it, hence twice for a fill under a line. */
function paint(chart: Chart, element: XmlElement, trace: () => unknown): void {
  const { document, svg } = chart;
  const fill = fillOf(chart, attributeOf(svg, element, 'fill') ?? '#000000');
  const fillOpacity = opacityOf(chart, element, 'fill-opacity');
  if (fill !== null && fillOpacity > 0) {
    trace();
    document.fillColor(fill, fillOpacity).fill();
  }
  const stroke = colourOf(attributeOf(svg, element, 'stroke') ?? 'none');
  const width = numberOf(chart, element, 'stroke-width', 1);
  // PDF draws a line of width 0 as a hair.
  if (stroke === null || width === 0) return;
  document.lineWidth(width).lineCap(attributeOf(svg, element, 'stroke-linecap') ?? 'butt');
  document.lineJoin(attributeOf(svg, element, 'stroke-linejoin') ?? 'miter');
  const dashes =
    attributeOf(svg, element, 'stroke-dasharray')
      ?.split(/[\s,]+/)
      .map(Number) ?? [];
  if (dashes.length > 0) document.addContent(`[${dashes.join(' ')}] 0 d`);
  trace();
  document.strokeColor(stroke, opacityOf(chart, element, 'stroke-opacity')).stroke();
}

function fillOf({ hatch }: Chart, text: string): ReturnType<typeof colourOf> | [Tiling, string] {
  return hatch !== null && text.startsWith('url(#') ? [hatch.tiling, hatch.ink] : colourOf(text);
}

function opacityOf(chart: Chart, element: XmlElement, name: string): number {
  return numberOf(chart, element, name, 1) * numberOf(chart, element, 'opacity', 1);
}

/** #RRGGBB, or null for no colour at all. */
function colourOf(text: string): string | null {
  if (text === 'none' || text === 'transparent') return null;
  if (/^#([0-9a-f]{3}){1,2}$/i.test(text)) return text;
  const parts = /^rgb\((\d+),\s*(\d+),\s*(\d+)\)$/.exec(text)?.slice(1);
  if (parts === undefined) throw new Error(`A chart holds the colour ${text}, which is not drawn in a PDF`);
  return `#${parts.map((part) => Number(part).toString(16).padStart(2, '0')).join('')}`;
}

/** How much of its width a text stands to the left of its place. */
const ANCHORS: Readonly<Record<string, number>> = { start: 0, middle: 0.5, end: 1 };

function drawText(chart: Chart, element: XmlElement): void {
  const { document, svg } = chart;
  const style = attributeOf(svg, element, 'style') ?? '';
  const size = Number(/font-size:([\d.]+)px/.exec(style)?.[1] ?? 12);
  const weight = weightOf(/font-weight:(\w+)/.exec(style)?.[1] ?? '400');
  const fill = colourOf(attributeOf(svg, element, 'fill') ?? '#000000');
  const text = textOf(svg, element);
  if (fill === null) return;
  document
    .font(FACES[weight])
    .fontSize(size)
    .fillColor(fill, opacityOf(chart, element, 'fill-opacity'));
  const anchor = ANCHORS[attributeOf(svg, element, 'text-anchor') ?? 'start'] ?? 0;
  const x = numberOf(chart, element, 'x', 0) - document.widthOfString(text) * anchor;
  document.text(text, x, numberOf(chart, element, 'y', 0), { lineBreak: false, baseline: 'alphabetic' });
}
