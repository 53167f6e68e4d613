import type { Rect } from '#main/core/brief/layout.ts';
import {
  type Drawing,
  type Fill,
  fillKey,
  HALO,
  type Line,
  type PathMark,
  type TextMark,
  TILES,
} from '#main/core/brief/pictures/drawing.ts';
import { type Document, FACES } from './paper.ts';

export type Tiling = ReturnType<Document['pattern']>;

/**
 * A drawing as vectors, fitted into the rectangle. Paths go into the page as one text for all that look alike: the
 * document's own calls keep an object for every corner, and a map of all communes has half a million.
 */
export function drawDrawing(document: Document, { width, height, marks }: Drawing, rect: Rect): void {
  const tilings = new Map<string, Tiling>();
  fitted(document, { width, height }, rect, () => {
    let alike: PathMark[] = [];
    const flush = (): void => {
      drawPaths(document, alike, tilings);
      alike = [];
    };
    for (const mark of marks) {
      if (mark.kind === 'text' || !looksLike(mark, alike[0])) flush();
      if (mark.kind === 'text') drawLetters(document, mark);
      else alike.push(mark);
    }
    flush();
  });
}

/** Draws in units of a drawing of that size, which is put in the middle of the rectangle as large as it fits. */
export function fitted(
  document: Document,
  size: { readonly width: number; readonly height: number },
  rect: Rect,
  draw: () => void,
): void {
  const scale = Math.min(rect.width / size.width, rect.height / size.height);
  document.save();
  document.translate(
    rect.x + (rect.width - size.width * scale) / 2,
    rect.y + (rect.height - size.height * scale) / 2,
  );
  document.scale(scale);
  draw();
  document.restore();
}

/** Only plain fills are joined: strokes would lie above the fills that they should lie between. */
function looksLike(mark: PathMark, other: PathMark | undefined): boolean {
  if (other === undefined) return true;
  if (mark.stroke !== undefined || other.stroke !== undefined) return false;
  return mark.fill !== undefined && other.fill !== undefined && fillKey(mark.fill) === fillKey(other.fill);
}

function drawPaths(document: Document, marks: readonly PathMark[], tilings: Map<string, Tiling>): void {
  const [first] = marks;
  if (first === undefined) return;
  const { fill, stroke, isClosed } = first;
  const path = marks.flatMap(({ lines }) => lines.map((line) => lineOperators(line, isClosed))).join('');
  document.save();
  for (const layer of layersOf(document, fill, tilings)) {
    document.fillColor(layer.paint).fillOpacity(layer.opacity);
    document.addContent(`${path}f`);
  }
  if (stroke !== undefined) {
    document.lineWidth(stroke.width).lineJoin('round');
    document.lineCap(stroke.isRound === true ? 'round' : 'butt');
    for (const layer of layersOf(document, stroke.fill, tilings)) {
      document.strokeColor(layer.paint).strokeOpacity(layer.opacity);
      document.addContent(`${path}S`);
    }
  }
  document.restore();
}

type Paint = Parameters<Document['fillColor']>[0];

/** The colour, then the marks on it. */
function layersOf(
  document: Document,
  fill: Fill | undefined,
  tilings: Map<string, Tiling>,
): { readonly paint: Paint; readonly opacity: number }[] {
  if (fill === undefined) return [];
  const ground = { paint: fill.colour, opacity: 1 };
  if (fill.marks === undefined) return [ground];
  const { pattern, ink, opacity } = fill.marks;
  const tiling = tilings.get(pattern) ?? tilingOf(document, pattern);
  tilings.set(pattern, tiling);
  return [ground, { paint: [tiling, ink], opacity }];
}

/** A pattern for fills; it takes its colour where it is used. */
export function tilingOf(document: Document, pattern: keyof typeof TILES): Tiling {
  const { side, width, lines, isRound } = TILES[pattern];
  const steps = lines.map(([x1, y1, x2, y2]) => `${x1} ${y1} m ${x2} ${y2} l\n`).join('');
  const marks = `${isRound === true ? 1 : 0} J ${width} w\n${steps}S`;
  return document.pattern([0, 0, side, side], side, side, marks);
}

/** In tenths of a unit, a twentieth of a point on the page: half as many letters as with all digits. */
function lineOperators(line: Line, isClosed: boolean): string {
  const place = (at: number): number => Math.round((line[at] ?? 0) / 10) / 10;
  let text = '';
  for (let at = 0; at < line.length; at += 2)
    text += `${place(at)} ${place(at + 1)} ${at === 0 ? 'm' : 'l'}\n`;
  return isClosed ? `${text}h\n` : text;
}

function drawLetters(document: Document, mark: TextMark): void {
  const { text, y, size, weight, colour, halo, isCentred } = mark;
  document.save();
  document.font(FACES[weight]).fontSize(size);
  const x = isCentred === true ? mark.x - document.widthOfString(text) / 2 : mark.x;
  const options = { lineBreak: false, baseline: 'alphabetic' } as const;
  if (halo !== undefined) {
    document.save();
    document
      .opacity(HALO.opacity)
      .lineJoin('round')
      .lineWidth(size * HALO.width);
    document.fillColor(halo).strokeColor(halo);
    document.text(text, x, y, { ...options, fill: true, stroke: true });
    document.restore();
  }
  document.fillColor(colour).text(text, x, y, options);
  document.restore();
}
