/** Width of the world in pixels at zoom 0: Leaflet's convention for EPSG:3857. */
const WORLD_SIZE = 256;

const RADIANS = Math.PI / 180;

/** Web Mercator x of a longitude in degrees, in pixels at zoom 0 (0..256, to the east). */
export function mercatorX(longitude: number): number {
  return WORLD_SIZE * (longitude / 360 + 0.5);
}

/** Web Mercator y of a latitude in degrees, in pixels at zoom 0 (0..256, to the south). */
export function mercatorY(latitude: number): number {
  const sine = Math.sin(latitude * RADIANS);
  return WORLD_SIZE * (0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI));
}

/** Longitude in degrees of a Web Mercator x at zoom 0. */
export function longitudeAt(x: number): number {
  return (x / WORLD_SIZE - 0.5) * 360;
}

/** Latitude in degrees of a Web Mercator y at zoom 0. */
export function latitudeAt(y: number): number {
  return Math.atan(Math.sinh(Math.PI * (1 - (2 * y) / WORLD_SIZE))) / RADIANS;
}

/** Pixels per zoom-0 pixel at a zoom. */
export function scaleAtZoom(zoom: number): number {
  return 2 ** zoom;
}
