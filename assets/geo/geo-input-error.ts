/** Something the person who runs the build can put right: the message names the thing and the remedy. */
export class GeoInputError extends Error {
  override readonly name = 'GeoInputError';
}
