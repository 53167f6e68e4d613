import { useState } from 'react';
import { useMapEvents } from 'react-leaflet';

/** From this zoom on a display of ordinary density the national boundaries look coarse. */
const CLOSE_ZOOM = 9;

/** Whether the map is so close that the sharper boundaries are worth having; denser displays need them earlier. */
export function useIsClose(): boolean {
  const limit = CLOSE_ZOOM - Math.log2(Math.max(1, window.devicePixelRatio));
  const [isClose, setClose] = useState(false);
  useMapEvents({
    zoomend: (event) => setClose(event.target.getZoom() >= limit),
  });
  return isClose;
}
