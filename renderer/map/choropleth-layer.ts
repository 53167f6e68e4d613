import L from 'leaflet';
import { type Frame, frameOf, type PixelBox } from './frame.ts';
import { LabelOverlay, type MapLabels, NO_LABELS } from './label-overlay.ts';
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
  style: { provinceLine: '#fff', communeLine: '#fff', fontFamily: 'sans-serif', size: 1 },
  labels: NO_LABELS,
  withCommuneBorders: true,
};

/** A map that has moved but still shows painted land is painted again when it has rested this long. */
const REST_MS = 120;

/**
 * A Leaflet layer that paints every commune on a canvas. While the map moves, the painted picture (with a margin
 * round the view) is moved and scaled by CSS; it is painted once when the map comes to rest.
 */
export class ChoroplethLayer extends L.Layer {
  readonly #container = L.DomUtil.create('div', 'leaflet-zoom-animated');
  readonly #painter = new MapPainter();
  readonly #overlay = createSvg('svg');
  readonly #outlines = new OutlineOverlay();
  readonly #labels = new LabelOverlay();
  #topology: MapTopology | null = null;
  #content: LayerContent = EMPTY;
  #frame: Frame | null = null;
  #restTimer: ReturnType<typeof setTimeout> | undefined;
  #isZooming = false;

  /** Called after each full paint, with what it took in milliseconds. */
  onPainted: ((milliseconds: number) => void) | null = null;

  constructor() {
    super();
    this.#overlay.append(this.#outlines.element, this.#labels.element);
    this.#container.append(this.#painter.fillCanvas, this.#painter.lineCanvas, this.#overlay);
    for (const child of this.#container.children) (child as HTMLElement | SVGElement).style.cssText = COVER;
    this.#container.style.pointerEvents = 'none';
    this.#container.setAttribute('aria-hidden', 'true');
  }

  override onAdd(map: L.Map): this {
    map.getPane('overlayPane')?.append(this.#container);
    this.#paint();
    return this;
  }

  override onRemove(): this {
    clearTimeout(this.#restTimer);
    this.#container.remove();
    return this;
  }

  override getEvents(): Record<string, L.LeafletEventHandlerFn> {
    return {
      viewreset: () => this.#paint(),
      resize: () => this.#paint(),
      zoomstart: () => {
        this.#isZooming = true;
      },
      zoom: () => this.#follow(this._map.getCenter(), this._map.getZoom()),
      zoomanim: (event) => {
        const { center, zoom } = event as L.ZoomAnimEvent;
        this.#follow(center, zoom);
      },
      move: () => this.#scheduleRest(),
      moveend: () => this.#settle(),
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
      this.#paint();
      return;
    }
    if (before.fills !== content.fills) this.#painter.recolour(content.fills);
    const hasOtherStyle = before.style !== content.style;
    if (hasOtherStyle || before.withCommuneBorders !== content.withCommuneBorders) {
      this.#painter.drawLines(topology, content);
    }
    if (hasOtherStyle || before.labels !== content.labels) this.#writeNames();
  }

  #writeNames(): void {
    if (this.#topology === null || this.#frame === null) return;
    this.#labels.draw(this.#topology, this.#frame.cssViewport, this.#content.labels, this.#content.style);
  }

  /** Number of the commune at a point of the map's container (CSS pixels); -1 for none or while zooming. */
  communeAt(point: L.Point): number {
    if (this.#frame === null || this.#isZooming || !this._map) return -1;
    const { x, y } = this._map.containerPointToLayerPoint(point);
    return this.#painter.communeAt(x - this.#frame.box.west, y - this.#frame.box.north);
  }

  /** Draws the outline of a province or commune, or takes it away (code null or unknown). */
  outline(kind: OutlineKind, level: OutlineLevel, code: string | null): void {
    this.#outlines.set(kind, level, code);
    if (this.#topology !== null && this.#frame !== null) {
      this.#outlines.draw(kind, this.#topology, this.#frame.cssViewport);
    }
  }

  // The picture's corner stays on the same place of the earth, whatever centre and zoom the map is heading for.
  #follow(centre: L.LatLng, zoom: number): void {
    const frame = this.#frame;
    if (frame === null) return;
    const map = this._map;
    const factor = map.getZoomScale(zoom, frame.zoom);
    const panned = L.DomUtil.getPosition(map.getPane('mapPane') as HTMLElement);
    const origin = map.project(centre, zoom).subtract(map.getSize().divideBy(2)).add(panned).round();
    L.DomUtil.setTransform(this.#container, frame.corner.multiplyBy(factor).subtract(origin), factor);
  }

  #scheduleRest(): void {
    if (this.#isZooming) return;
    clearTimeout(this.#restTimer);
    this.#restTimer = setTimeout(() => this.#paint(), REST_MS);
  }

  #settle(): void {
    const wasZooming = this.#isZooming;
    this.#isZooming = false;
    if (wasZooming || this.#frame?.zoom !== this._map.getZoom() || !this.#coversView()) this.#paint();
    else this.#scheduleRest();
  }

  #coversView(): boolean {
    const needed = this.#topology && this.#frame ? frameOf(this._map, this.#topology, 0).box : null;
    return needed !== null && this.#frame !== null && contains(this.#frame.box, needed);
  }

  #paint(): void {
    clearTimeout(this.#restTimer);
    // Leaflet sets it to null when the layer is taken off, whatever its types say.
    const map = this._map as L.Map | null | undefined;
    if (!map || this.#topology === null) return;
    const started = performance.now();
    const frame = frameOf(map, this.#topology);
    this.#frame = frame;
    this.#isZooming = false;
    this.#painter.paint(this.#topology, frame.viewport, frame.ratio, this.#content.fills, this.#content);
    L.DomUtil.setTransform(this.#container, L.point(frame.box.west, frame.box.north), 1);
    this.#overlay.setAttribute('width', String(frame.cssViewport.width));
    this.#overlay.setAttribute('height', String(frame.cssViewport.height));
    this.#outlines.drawAll(this.#topology, frame.cssViewport);
    this.#writeNames();
    this.onPainted?.(performance.now() - started);
  }
}

const COVER = 'position:absolute;left:0;top:0;pointer-events:none';

function contains(outer: PixelBox, inner: PixelBox): boolean {
  return (
    outer.west <= inner.west &&
    outer.north <= inner.north &&
    outer.east >= inner.east &&
    outer.south >= inner.south
  );
}
