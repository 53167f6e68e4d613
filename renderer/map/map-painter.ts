import { medianSideInView, strokeArcs } from './borders.ts';
import { addIsletDots } from './islet-dots.ts';
import { type MapPaint, paintRuns, readyPaints } from './paint.ts';
import { type Raster, rasterise, unitAtPixel, type Viewport } from './raster.ts';
import type { MapTopology } from './topology.ts';

/** Which paint each commune gets: paints[paintOf[commune number + 1]]; paintOf[0] is not used. */
export interface MapFills {
  readonly paintOf: Uint8Array;
  readonly paints: readonly MapPaint[];
}

/** Colours of lines and the size and font of names; widths are fixed below. */
export interface MapStyle {
  readonly provinceLine: string;
  readonly communeLine: string;
  readonly fontFamily: string;
  /** Type and lines are this many times their usual size: larger on large displays. */
  readonly size: number;
}

/** How borders are drawn. */
export interface MapLines {
  readonly style: MapStyle;
  readonly withCommuneBorders: boolean;
}

/** From this typical size of a commune (CSS pixels) its border is drawn; below, it would hide the colour. */
const COMMUNE_BORDER_FROM = 12;
const PROVINCE_LINE_CSS = 1;
const COMMUNE_LINE_CSS = 0.5;

/**
 * Two canvases, one over the other: colours below, borders above, so that a change of colours leaves the
 * lines alone. Nothing is kept between paints but the memory.
 */
export class MapPainter {
  readonly fillCanvas = document.createElement('canvas');
  readonly lineCanvas = document.createElement('canvas');
  readonly #fill = contextOf(this.fillCanvas);
  readonly #line = contextOf(this.lineCanvas);
  #pixelMemory = new ArrayBuffer(0);
  #raster: Raster | null = null;
  #ratio = 1;

  /** Draws everything anew for a view. Sizes of `viewport` are device pixels; `ratio` of them make a CSS pixel. */
  paint(topology: MapTopology, viewport: Viewport, ratio: number, fills: MapFills, lines: MapLines): void {
    this.#ratio = ratio;
    this.#raster = rasterise(topology, viewport, this.#raster);
    addIsletDots(this.#raster, topology, ratio);
    resizeCanvas(this.fillCanvas, viewport, ratio);
    resizeCanvas(this.lineCanvas, viewport, ratio);
    this.#paintFills(fills, true);
    this.drawLines(topology, lines);
  }

  /** Gives every commune its colour in the picture that is there. */
  recolour(fills: MapFills): void {
    if (this.#raster !== null) this.#paintFills(fills, false);
  }

  #paintFills(fills: MapFills, isNew: boolean): void {
    const raster = this.#raster;
    if (raster === null) return;
    const { width, height } = raster.viewport;
    const bytes = width * height * 4;
    if (this.#pixelMemory.byteLength < bytes) this.#pixelMemory = new ArrayBuffer(bytes);
    const pixels = new Uint32Array(this.#pixelMemory, 0, width * height);
    if (isNew) pixels.fill(0);
    paintRuns(raster, pixels, fills.paintOf, readyPaints(fills.paints, this.#ratio));
    const image = new ImageData(new Uint8ClampedArray(this.#pixelMemory, 0, bytes), width, height);
    this.#fill.putImageData(image, 0, 0);
  }

  /** Draws borders anew in the view that is there. */
  drawLines(topology: MapTopology, lines: MapLines): void {
    const viewport = this.#raster?.viewport;
    if (viewport === undefined) return;
    const { style } = lines;
    const side = medianSideInView(topology, viewport) / this.#ratio;
    this.#line.clearRect(0, 0, viewport.width, viewport.height);
    this.#line.lineJoin = 'round';
    if (lines.withCommuneBorders && side >= COMMUNE_BORDER_FROM) {
      this.#stroke(
        topology,
        topology.communeArcs,
        viewport,
        style.communeLine,
        COMMUNE_LINE_CSS * style.size,
      );
    }
    this.#stroke(
      topology,
      topology.provinceArcs,
      viewport,
      style.provinceLine,
      PROVINCE_LINE_CSS * style.size,
    );
  }

  #stroke(topology: MapTopology, arcs: Uint32Array, viewport: Viewport, colour: string, width: number): void {
    this.#line.strokeStyle = colour;
    this.#line.lineWidth = width * this.#ratio;
    strokeArcs(this.#line, topology, arcs, viewport);
  }

  /** Number of the commune at a point in CSS pixels from the canvas's corner; -1 where there is none. */
  communeAt(x: number, y: number): number {
    return this.#raster === null ? -1 : unitAtPixel(this.#raster, x * this.#ratio, y * this.#ratio);
  }
}

function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser draws no canvas');
  return context;
}

// Setting a canvas's size clears and reallocates it: only when it really changed.
function resizeCanvas(canvas: HTMLCanvasElement, viewport: Viewport, ratio: number): void {
  if (canvas.width !== viewport.width) canvas.width = viewport.width;
  if (canvas.height !== viewport.height) canvas.height = viewport.height;
  canvas.style.width = `${viewport.width / ratio}px`;
  canvas.style.height = `${viewport.height / ratio}px`;
}
