import L from 'leaflet';
import { latitudeAt, longitudeAt } from './mercator.ts';
import { countryBox, mainlandBox, type WorldBox } from './places.ts';
import type { MapTopology } from './topology.ts';

/** Space at the edges of the map that other things cover, in CSS pixels. */
export interface FitPadding {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Latitudes and longitudes of a box of the topology. */
export function latLngBoundsOf(topology: MapTopology, [west, north, east, south]: WorldBox): L.LatLngBounds {
  const { originX, originY } = topology;
  return L.latLngBounds(
    [latitudeAt(south + originY), longitudeAt(west + originX)],
    [latitudeAt(north + originY), longitudeAt(east + originX)],
  );
}

/**
 * What 'the whole country' shows in a room of this size: with Hoàng Sa and Trường Sa in their true places where that
 * costs the mainland little of its size, else the mainland (the insets show them in any case).
 */
export function homeBox(topology: MapTopology, width: number, height: number): WorldBox {
  const mainland = mainlandBox(topology);
  const country = countryBox(topology);
  return fitScale(country, width, height) >= 0.8 * fitScale(mainland, width, height) ? country : mainland;
}

function fitScale([west, north, east, south]: WorldBox, width: number, height: number): number {
  return Math.min(width / (east - west), height / (south - north));
}

/** Shows a box of the topology between the paddings. */
export function fitBox(
  map: L.Map,
  topology: MapTopology,
  box: WorldBox,
  padding: FitPadding,
  animate: boolean,
): void {
  map.fitBounds(latLngBoundsOf(topology, box), {
    paddingTopLeft: [padding.left, padding.top],
    paddingBottomRight: [padding.right, padding.bottom],
    animate,
  });
}
