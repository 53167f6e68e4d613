import L from 'leaflet';
import { scaleAtZoom } from './mercator.ts';
import type { Viewport } from './raster.ts';
import type { MapTopology } from './topology.ts';

/** A rectangle in Leaflet's layer points (CSS pixels). */
export interface PixelBox {
  readonly west: number;
  readonly north: number;
  readonly east: number;
  readonly south: number;
}

/** The part of the map that is painted: the view with a margin, cut to where there is land. */
export interface Frame {
  readonly zoom: number;
  readonly box: PixelBox;
  /** The north-west corner in pixels of the whole world at this zoom. */
  readonly corner: L.Point;
  readonly ratio: number;
  /** In device pixels, for the canvas; and in CSS pixels, for outlines. */
  readonly viewport: Viewport;
  readonly cssViewport: Viewport;
}

/** Share of the view's width and height painted beyond each edge. */
const MARGIN = 0.15;
/** Beyond this many device pixels the margin shrinks: 4K needs its memory for what is seen. */
const MOST_PIXELS = 10_000_000;
/** Room for names and line widths round the land, in CSS pixels. */
const COLLAR = 48;

/** The frame of the map as it stands; `margin` 0 gives what is in view now. */
export function frameOf(map: L.Map, topology: MapTopology, margin = MARGIN): Frame {
  const zoom = map.getZoom();
  const scale = scaleAtZoom(zoom);
  const ratio = window.devicePixelRatio || 1;
  const size = map.getSize();
  const share = size.x * size.y * ratio * ratio * (1 + 2 * margin) ** 2 > MOST_PIXELS ? margin / 3 : margin;
  const pixelOrigin = map.getPixelOrigin();
  const land = landBox(topology, scale, pixelOrigin);
  const view = viewBox(map, size, share);
  const box = intersection(view, land);
  const corner = L.point(box.west, box.north).add(pixelOrigin);
  const css = {
    scale,
    left: corner.x - topology.originX * scale,
    top: corner.y - topology.originY * scale,
    width: box.east - box.west,
    height: box.south - box.north,
  };
  return { zoom, box, corner, ratio, cssViewport: css, viewport: deviceViewport(css, ratio) };
}

function viewBox(map: L.Map, size: L.Point, margin: number): PixelBox {
  const corner = map.containerPointToLayerPoint([0, 0]);
  return {
    west: Math.floor(corner.x - size.x * margin),
    north: Math.floor(corner.y - size.y * margin),
    east: Math.ceil(corner.x + size.x * (1 + margin)),
    south: Math.ceil(corner.y + size.y * (1 + margin)),
  };
}

function landBox(topology: MapTopology, scale: number, pixelOrigin: L.Point): PixelBox {
  const [west = 0, north = 0, east = 0, south = 0] = topology.bounds;
  const { originX, originY } = topology;
  return {
    west: Math.floor((west + originX) * scale - pixelOrigin.x) - COLLAR,
    north: Math.floor((north + originY) * scale - pixelOrigin.y) - COLLAR,
    east: Math.ceil((east + originX) * scale - pixelOrigin.x) + COLLAR,
    south: Math.ceil((south + originY) * scale - pixelOrigin.y) + COLLAR,
  };
}

// Never empty: a canvas has at least one pixel, also where the user has moved the country out of view.
function intersection(one: PixelBox, other: PixelBox): PixelBox {
  const west = Math.max(one.west, other.west);
  const north = Math.max(one.north, other.north);
  return {
    west,
    north,
    east: Math.max(west + 1, Math.min(one.east, other.east)),
    south: Math.max(north + 1, Math.min(one.south, other.south)),
  };
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
