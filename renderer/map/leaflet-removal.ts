import L from 'leaflet';

interface Zooming extends L.Map {
  /** Leaflet's own note that a zoom glides. */
  _animatingZoom?: boolean;
}

/**
 * Leaflet 1.9 ends a gliding zoom by a timer of 250 ms, which fails on a map that was removed meanwhile (its issue
 * 9575): whoever zooms and leaves the screen at once would meet an error. Here a removed map glides no more.
 */
L.Map.addInitHook(function (this: Zooming) {
  this.on('unload', () => {
    this._animatingZoom = false;
  });
});
