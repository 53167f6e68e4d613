import L from 'leaflet';
import { scaleAtZoom } from './mercator.ts';
import type { Viewport } from './raster.ts';
import type { MapTopology } from './topology.ts';

/**
 * The part of the map that is painted: the view with a margin, always as large, also over the sea, for a canvas that
 * changes its size is allocated anew, which costs more than all the painting. The first picture may be the country
 * alone: it needs a third of the memory and so is there sooner.
 */
export interface Frame {
  readonly zoom: number;
  /** The north-west corner in pixels of the whole world at this zoom. */
  readonly corner: L.Point;
  readonly ratio: number;
  /** In device pixels, for the canvas; and in CSS pixels, for outlines and names. */
  readonly viewport: Viewport;
  readonly cssViewport: Viewport;
  readonly isWholeCountry: boolean;
}

/** Share of the view's width and height painted beyond each edge. */
const MARGIN = 0.1;
/** Beyond this many device pixels the margin shrinks: 4K needs its memory for what is seen. */
const MOST_PIXELS = 10_000_000;
/** Room for lines and dots round the land, in CSS pixels. */
const COLLAR = 8;

/** The frame for the map as it stands; `mayBeCountry` allows the country alone when all of it is in view. */
export function frameOf(map: L.Map, topology: MapTopology, mayBeCountry: boolean): Frame {
  const zoom = map.getZoom();
  const scale = scaleAtZoom(zoom);
  const ratio = window.devicePixelRatio || 1;
  const size = map.getSize();
  const pixels = size.x * size.y * ratio * ratio * (1 + 2 * MARGIN) ** 2;
  const margin = size.multiplyBy(pixels > MOST_PIXELS ? MARGIN / 3 : MARGIN).round();
  const view = L.bounds(viewCorner(map).subtract(margin), viewCorner(map).add(size).add(margin));
  const land = landBounds(topology, scale);
  const isWholeCountry = mayBeCountry && view.contains(land);
  const { min, max } = isWholeCountry ? land : view;
  const corner = min ?? L.point(0, 0);
  const extent = (max ?? corner).subtract(corner);
  const css = {
    scale,
    left: corner.x - topology.originX * scale,
    top: corner.y - topology.originY * scale,
    width: extent.x,
    height: extent.y,
  };
  return { zoom, corner, ratio, cssViewport: css, viewport: deviceViewport(css, ratio), isWholeCountry };
}

function viewCorner(map: L.Map): L.Point {
  return map.containerPointToLayerPoint([0, 0]).add(map.getPixelOrigin());
}

function landBounds(topology: MapTopology, scale: number): L.Bounds {
  const [west = 0, north = 0, east = 0, south = 0] = topology.bounds;
  const { originX, originY } = topology;
  return L.bounds(
    L.point((west + originX) * scale - COLLAR, (north + originY) * scale - COLLAR).floor(),
    L.point((east + originX) * scale + COLLAR, (south + originY) * scale + COLLAR).ceil(),
  );
}

/** Whether what is in view now was painted. */
export function coversView(frame: Frame, map: L.Map): boolean {
  if (frame.zoom !== map.getZoom()) return false;
  if (frame.isWholeCountry) return true;
  const inside = viewCorner(map).subtract(frame.corner);
  const size = map.getSize();
  const { width, height } = frame.cssViewport;
  return inside.x >= 0 && inside.y >= 0 && inside.x + size.x <= width && inside.y + size.y <= height;
}

/** The point of the frame (CSS pixels from its corner) under a point of the map's container. */
export function pointInFrame(frame: Frame, map: L.Map, point: L.Point): L.Point {
  return map.containerPointToLayerPoint(point).add(map.getPixelOrigin()).subtract(frame.corner);
}

function deviceViewport(css: Viewport, ratio: number): Viewport {
  return {
    scale: css.scale * ratio,
    left: css.left * ratio,
    top: css.top * ratio,
    width: Math.ceil(css.width * ratio),
    height: Math.ceil(css.height * ratio),
  };
}

/** Moves and scales a painted frame to where it belongs at a zoom whose layer points begin at `origin`. */
export function placeFrame(
  element: HTMLElement,
  frame: Frame,
  map: L.Map,
  zoom: number,
  origin: L.Point,
): void {
  const factor = map.getZoomScale(zoom, frame.zoom);
  L.DomUtil.setTransform(element, frame.corner.multiplyBy(factor).subtract(origin), factor);
}

/** Where layer points will begin once the map has the centre and zoom that it is heading for (as Leaflet rounds). */
export function originAt(map: L.Map, centre: L.LatLng, zoom: number): L.Point {
  const panned = L.DomUtil.getPosition(map.getPane('mapPane') as HTMLElement);
  return map.project(centre, zoom).subtract(map.getSize().divideBy(2)).add(panned).round();
}
