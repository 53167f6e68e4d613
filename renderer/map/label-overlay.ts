import { type Box, type MapLabel, placeLabels } from './labels.ts';
import type { MapStyle } from './map-painter.ts';
import { medianSideInView } from './outlines.ts';
import type { Viewport } from './raster.ts';
import { createSvg } from './svg.ts';
import type { MapTopology } from './topology.ts';

/** Names to write: of provinces, or of communes once those are large enough. */
export interface MapLabels {
  readonly provinces: readonly MapLabel[];
  readonly communes: readonly MapLabel[];
}

export const NO_LABELS: MapLabels = { provinces: [], communes: [] };

/** From this typical size of the communes in view (CSS pixels) their names are written instead of the provinces'. */
const COMMUNE_NAMES_FROM = 38;
const PROVINCE_TYPE = 12;
const COMMUNE_TYPE = 11;
const LINE_HEIGHT = 1.15;
const GAP = 2;

/** Names over the map, as SVG text: above borders and outlines, sharp at every density; colours by style sheet. */
export class LabelOverlay {
  readonly element = createSvg('g');
  readonly #ruler = document.createElement('canvas').getContext('2d');

  constructor() {
    this.element.dataset.mapLabels = '';
  }

  /** Writes the names that find room in a view in CSS pixels, none of them under the boxes of `covered`. */
  draw(
    topology: MapTopology,
    viewport: Viewport,
    labels: MapLabels,
    style: MapStyle,
    covered: readonly Box[],
  ): void {
    const isClose = medianSideInView(topology, viewport) >= COMMUNE_NAMES_FROM * style.size;
    const type = (isClose ? COMMUNE_TYPE : PROVINCE_TYPE) * style.size;
    const names = isClose ? labels.communes : labels.provinces;
    const measure = this.#measure(type, style);
    const placed = placeLabels(names, viewport, measure, type * LINE_HEIGHT, GAP, covered);
    this.element.setAttribute('font-size', String(type));
    this.element.replaceChildren(
      ...placed.map(({ text, x, y }) => {
        const element = createSvg('text');
        element.setAttribute('x', x.toFixed(1));
        element.setAttribute('y', (y + type * 0.35).toFixed(1));
        element.textContent = text;
        return element;
      }),
    );
  }

  #measure(type: number, style: MapStyle): (text: string) => number {
    const ruler = this.#ruler;
    if (ruler === null) return (text) => text.length * type * 0.6;
    ruler.font = `600 ${type}px ${style.fontFamily}`;
    return (text) => ruler.measureText(text).width;
  }
}
