import L from 'leaflet';
import { coversView, type Frame, frameOf, originAt, placeFrame, pointInFrame } from './frame.ts';
import { LabelOverlay, type MapLabels, NO_LABELS } from './label-overlay.ts';
import type { Box } from './labels.ts';
import { type MapFills, MapPainter, type MapStyle } from './map-painter.ts';
import { type OutlineKind, type OutlineLevel, OutlineOverlay } from './outline-overlay.ts';
import { createSvg } from './svg.ts';
import type { MapTopology } from './topology.ts';

/** Everything the layer draws, beside its topology. */
export interface LayerContent {
  readonly fills: MapFills;
  readonly style: MapStyle;
  readonly labels: MapLabels;
  readonly withCommuneBorders: boolean;
}

const EMPTY: LayerContent = {
  fills: { paintOf: new Uint8Array(0), paints: [] },
  style: {
    sea: '#ffffff',
    provinceLine: { colour: '#000000', opacity: 1 },
    communeLine: { colour: '#ffffff', opacity: 1 },
    fontFamily: 'sans-serif',
    size: 1,
  },
  labels: NO_LABELS,
  withCommuneBorders: true,
};

/** A map that has moved but still shows painted land is painted again when it has rested this long. */
const REST_MS = 120;
/** After the first picture, the memory for later ones is got while nobody moves the map yet. */
const SETTLE_MS = 500;

/**
 * A Leaflet layer that paints every commune on a canvas. While the map moves, the painted picture (with a margin
 * round the view) is moved and scaled by CSS. When the map comes to rest it is painted again, a part at a time between
 * frames, and shown when it is whole; so no frame waits for a picture.
 */
export class ChoroplethLayer extends L.Layer {
  readonly #container = L.DomUtil.create('div', 'leaflet-zoom-animated');
  readonly #painter = new MapPainter();
  readonly #overlay = createSvg('svg');
  readonly #outlines = new OutlineOverlay();
  readonly #labels = new LabelOverlay();
  #topology: MapTopology | null = null;
  #content: LayerContent = EMPTY;
  /** What is on screen; null before the first picture. */
  #frame: Frame | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isZooming = false;
  /** Parts of a picture in the making; until they are done the index of pixels is not that of what is on screen. */
  #pending: (() => void)[] = [];

  /** What lies over the map when it is at rest (a legend, insets): no name is written under it. */
  covering: () => readonly Element[] = () => [];

  constructor() {
    super();
    this.#overlay.append(this.#outlines.element, this.#labels.element);
    this.#container.append(this.#painter.canvas, this.#overlay);
    for (const child of this.#container.children) (child as HTMLElement | SVGElement).style.cssText = COVER;
    // Names at the edge of the land reach beyond it.
    this.#overlay.style.overflow = 'visible';
    this.#container.style.pointerEvents = 'none';
    this.#container.setAttribute('aria-hidden', 'true');
  }

  override onAdd(map: L.Map): this {
    map.getPane('overlayPane')?.append(this.#container);
    this.#paintNow();
    return this;
  }

  override onRemove(): this {
    clearTimeout(this.#timer);
    this.#container.remove();
    this.#pending = [];
    this.#frame = null;
    return this;
  }

  override getEvents(): Record<string, L.LeafletEventHandlerFn> {
    return {
      resize: () => this.#paintInParts(),
      zoomstart: () => {
        this.#isZooming = true;
      },
      zoomanim: (event) => {
        const { center, zoom } = event as L.ZoomAnimEvent;
        this.#place(zoom, originAt(this._map, center, zoom));
      },
      move: () => {
        this.#follow();
        if (!this.#isZooming) this.#paintAtRest();
      },
      moveend: () => {
        this.#isZooming = false;
        this.#follow();
        if (this.#frame !== null && coversView(this.#frame, this._map)) this.#paintAtRest();
        else this.#paintInParts();
      },
    };
  }

  /**
   * Boundaries with colours, lines and names for them (paint numbers follow the topology's communes, so the two come
   * together). Only what differs from before is drawn, at once when the layer is on a map.
   */
  update(topology: MapTopology, content: LayerContent): void {
    const before = this.#content;
    this.#content = content;
    if (topology !== this.#topology || this.#frame === null) {
      this.#topology = topology;
      this.#paintNow();
      return;
    }
    // A picture in the making is finished with the new content.
    if (this.#pending.length > 0) return;
    const hasOtherStyle = before.style !== content.style;
    if (hasOtherStyle || before.withCommuneBorders !== content.withCommuneBorders) {
      for (const part of this.#painter.lineParts(topology, content)) part();
      this.#painter.recolour(content.fills, content.style);
    } else if (before.fills !== content.fills) {
      this.#painter.recolour(content.fills, content.style);
    }
    if (hasOtherStyle || before.labels !== content.labels) this.#writeNames();
  }

  /**
   * Number of the commune at a point of the map's container (CSS pixels); -1 for none, undefined while the picture
   * changes. `finish` first completes a picture in the making, for a press that must not be lost.
   */
  communeAt(point: L.Point, finish = false): number | undefined {
    if (finish) this.#finish();
    if (this.#frame === null || this.#isZooming || this.#pending.length > 0 || !this._map) return undefined;
    const { x, y } = pointInFrame(this.#frame, this._map, point);
    return this.#painter.communeAt(x, y);
  }

  /** Draws the outline of a province or commune, or takes it away (code null or unknown). */
  outline(kind: OutlineKind, level: OutlineLevel, code: string | null): void {
    this.#outlines.set(kind, level, code);
    if (this.#topology !== null && this.#frame !== null) {
      this.#outlines.draw(kind, this.#topology, this.#frame.cssViewport);
    }
  }

  /** What is in view as a drawing that takes any size: nobody tells the width of paper. */
  drawnView(): SVGSVGElement {
    this.#finish();
    const view = this._map.getContainer().getBoundingClientRect();
    const drawing = createSvg('svg');
    drawing.setAttribute('viewBox', `0 0 ${view.width} ${view.height}`);
    const land = createSvg('image');
    land.setAttribute('href', this.#painter.canvas.toDataURL());
    const overlay = this.#overlay.cloneNode(true) as SVGElement;
    for (const [part, element] of [
      [land, this.#painter.canvas],
      [overlay, this.#overlay],
    ] as const) {
      const { x, y, width, height } = element.getBoundingClientRect();
      const box = { x: x - view.x, y: y - view.y, width, height };
      for (const [name, value] of Object.entries(box)) part.setAttribute(name, String(value));
      drawing.append(part);
    }
    return drawing;
  }

  #writeNames(): void {
    const frame = this.#frame;
    if (this.#topology === null || frame === null || !this._map) return;
    const { labels, style } = this.#content;
    this.#labels.draw(this.#topology, frame.cssViewport, labels, style, this.#coveredBoxes(frame));
  }

  #coveredBoxes(frame: Frame): Box[] {
    const map = this._map.getContainer().getBoundingClientRect();
    return this.covering().map((element) => {
      const { left, top, right, bottom } = element.getBoundingClientRect();
      const corner = pointInFrame(frame, this._map, L.point(left - map.left, top - map.top));
      return {
        west: corner.x,
        north: corner.y,
        east: corner.x + right - left,
        south: corner.y + bottom - top,
      };
    });
  }

  #follow(): void {
    this.#place(this._map.getZoom(), this._map.getPixelOrigin());
  }

  #place(zoom: number, origin: L.Point): void {
    if (this.#frame !== null) placeFrame(this.#container, this.#frame, this._map, zoom, origin);
  }

  #paintAtRest(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#paintInParts(), REST_MS);
  }

  #paintNow(): void {
    this.#pending = this.#parts();
    this.#finish();
  }

  #finish(): void {
    if (this.#pending.length === 0) return;
    clearTimeout(this.#timer);
    while (this.#pending.length > 0) this.#pending.shift()?.();
  }

  #paintInParts(): void {
    clearTimeout(this.#timer);
    if (this.#frame === null) {
      this.#paintNow();
      return;
    }
    this.#pending = this.#parts();
    this.#paintNextPart();
  }

  #paintNextPart(): void {
    this.#pending.shift()?.();
    if (this.#pending.length > 0) this.#timer = setTimeout(() => this.#paintNextPart());
  }

  // The last part alone changes what is on screen.
  #parts(): (() => void)[] {
    // Leaflet sets it to null when the layer is taken off, whatever its types say.
    const map = this._map as L.Map | null | undefined;
    const topology = this.#topology;
    if (!map || topology === null) return [];
    const frame = frameOf(map, topology, this.#frame === null);
    return [
      () => this.#painter.prepare(topology, frame.viewport, frame.ratio),
      ...this.#painter.lineParts(topology, this.#content),
      () => this.#show(frame, topology),
    ];
  }

  #show(frame: Frame, topology: MapTopology): void {
    this.#frame = frame;
    this.#painter.recolour(this.#content.fills, this.#content.style);
    this.#follow();
    this.#overlay.setAttribute('width', String(frame.cssViewport.width));
    this.#overlay.setAttribute('height', String(frame.cssViewport.height));
    this.#outlines.drawAll(topology, frame.cssViewport);
    this.#writeNames();
    if (frame.isWholeCountry) this.#timer = setTimeout(() => this.#paintInParts(), SETTLE_MS);
  }
}

const COVER = 'position:absolute;left:0;top:0;pointer-events:none';
