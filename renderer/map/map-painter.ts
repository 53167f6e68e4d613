import { addIsletDots } from './islet-dots.ts';
import { blendLines, LineMask, type LinePixels } from './line-mask.ts';
import { medianSideInView } from './outlines.ts';
import { type MapPaint, paintRuns, pixelColour, readyPaints } from './paint.ts';
import { type Raster, rasterise, unitAtPixel, type Viewport } from './raster.ts';
import type { MapTopology } from './topology.ts';

/** Which paint each commune gets: paints[paintOf[commune number + 1]]; paintOf[0] is not used. */
export interface MapFills {
  readonly paintOf: Uint8Array;
  readonly paints: readonly MapPaint[];
}

/** A border's colour (#rrggbb) and how much of it shows (0..1). */
export interface LineInk {
  readonly colour: string;
  readonly opacity: number;
}

/** Colours of sea and borders, and the size and font of names. */
export interface MapStyle {
  /** What lies round the land (#rrggbb). */
  readonly sea: string;
  readonly provinceLine: LineInk;
  readonly communeLine: LineInk;
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
const PROVINCE_LINE_CSS = 1.1;
const COMMUNE_LINE_CSS = 0.7;

const NO_LINES: LinePixels = { places: new Uint32Array(0), cover: new Uint8Array(0) };

/**
 * One opaque canvas with land, sea and borders. What is dear (which pixel is which commune, which pixels are border)
 * is worked out once for a view; other colours only write the pixels again. Memory is kept between pictures.
 */
export class MapPainter {
  readonly canvas = document.createElement('canvas');
  readonly #context = contextOf(this.canvas);
  readonly #mask = new LineMask();
  #pixelMemory = new ArrayBuffer(0);
  #raster: Raster | null = null;
  #provinceLines = NO_LINES;
  #communeLines = NO_LINES;
  #ratio = 1;

  /** Works out which pixel shows which commune. Sizes of `viewport` are device pixels, `ratio` of them a CSS pixel. */
  prepare(topology: MapTopology, viewport: Viewport, ratio: number): void {
    this.#ratio = ratio;
    // A hidden panel has no size: there is nothing to draw until it is shown again.
    if (viewport.width === 0 || viewport.height === 0) {
      this.#raster = null;
      return;
    }
    this.#raster = rasterise(topology, viewport, this.#raster);
    addIsletDots(this.#raster, topology, ratio);
  }

  /** Works out which pixels are border, in parts that can be done one by one after `prepare`. */
  lineParts(topology: MapTopology, lines: MapLines): (() => void)[] {
    return [
      () => {
        this.#communeLines = this.#isClose(topology, lines)
          ? this.#lines(topology, topology.communeArcs, COMMUNE_LINE_CSS * lines.style.size)
          : NO_LINES;
      },
      () => {
        this.#provinceLines = this.#lines(
          topology,
          topology.provinceArcs,
          PROVINCE_LINE_CSS * lines.style.size,
        );
      },
    ];
  }

  #isClose(topology: MapTopology, lines: MapLines): boolean {
    if (!lines.withCommuneBorders || this.#raster === null) return false;
    return medianSideInView(topology, this.#raster.viewport) >= COMMUNE_BORDER_FROM * this.#ratio;
  }

  #lines(topology: MapTopology, arcs: Uint32Array, css: number): LinePixels {
    if (this.#raster === null) return NO_LINES;
    return this.#mask.draw(topology, arcs, this.#raster.viewport, css * this.#ratio);
  }

  /** Shows what was worked out, every commune in its colour. */
  recolour(fills: MapFills, style: MapStyle): void {
    const raster = this.#raster;
    if (raster === null) return;
    const { width, height } = raster.viewport;
    resizeCanvas(this.canvas, raster.viewport, this.#ratio);
    const pixels = this.#pixels(width * height).fill(pixelColour(style.sea));
    paintRuns(raster, pixels, fills.paintOf, readyPaints(fills.paints, this.#ratio));
    blendLines(pixels, this.#communeLines, style.communeLine.colour, style.communeLine.opacity);
    blendLines(pixels, this.#provinceLines, style.provinceLine.colour, style.provinceLine.opacity);
    const bytes = new Uint8ClampedArray(this.#pixelMemory, 0, pixels.byteLength);
    this.#context.putImageData(new ImageData(bytes, width, height), 0, 0);
  }

  #pixels(count: number): Uint32Array {
    if (this.#pixelMemory.byteLength < count * 4) this.#pixelMemory = new ArrayBuffer(count * 4);
    return new Uint32Array(this.#pixelMemory, 0, count);
  }

  /** Number of the commune at a point in CSS pixels from the canvas's corner; -1 where there is none. */
  communeAt(x: number, y: number): number {
    return this.#raster === null ? -1 : unitAtPixel(this.#raster, x * this.#ratio, y * this.#ratio);
  }
}

// Opaque: nothing lies under it, and a browser without a graphics card need not blend it.
function contextOf(canvas: HTMLCanvasElement): CanvasRenderingContext2D {
  const context = canvas.getContext('2d', { alpha: false });
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
