import L from 'leaflet';
import { latitudeAt, longitudeAt } from './mercator.ts';
import type { WorldBox } from './places.ts';
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
