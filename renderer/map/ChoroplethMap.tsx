import 'leaflet/dist/leaflet.css';
import './leaflet-removal.ts';
import type L from 'leaflet';
import { type ReactNode, useId, useState } from 'react';
import { MapContainer } from 'react-leaflet';
import { useText } from '#renderer/ground/text.tsx';
import { Archipelagos } from './Archipelagos.tsx';
import classes from './ChoroplethMap.module.css';
import { ChoroplethScene } from './ChoroplethScene.tsx';
import type { MapPictureSource } from './MapPicture.tsx';
import type { ClassifiedMap } from './map-classes.ts';
import { type PointedUnit, PointerCard } from './PointerCard.tsx';
import { prefersStillness } from './use-map-view.ts';
import { useTopology } from './use-topology.ts';

export interface ChoroplethMapProps {
  /** The units and their classes; null while they are on their way: the land is drawn without figures. */
  readonly classified: ClassifiedMap | null;
  /** What the map shows, for people who do not see it. */
  readonly label: string;
  readonly selected?: string | null;
  readonly onSelect?: ((code: string) => void) | undefined;
  /** Asked to show the communes of a province (double click, Shift + Enter). */
  readonly onDrill?: ((province: string) => void) | undefined;
  /** Escape was pressed on the map and the map itself had nothing to leave. */
  readonly onLeave?: (() => void) | undefined;
  /** The map goes to this province and fades the others; null: the whole country. */
  readonly focusProvince?: string | null;
  /** Keys of classes that stand out; the others fade. */
  readonly highlighted?: ReadonlySet<string>;
  readonly showLabels?: boolean;
  readonly hasPatterns?: boolean;
  /**
   * Hoàng Sa and Trường Sa beside the map. Said otherwise, the map shows the whole country with them; they stand beside
   * a province in any case.
   */
  readonly inset?: boolean;
  /** A picture to look at: no controls, no keys, no pointer (wall). */
  readonly isStill?: boolean;
  /** Names this many times their usual size (wall). */
  readonly labelScale?: number;
  /** What the card beside the pointer or the keyboard's cursor shows. */
  readonly card?: (code: string) => ReactNode;
  /** The same in one sentence, for the live region. */
  readonly describe?: (code: string) => string;
  /** A legend over the map's upper right corner; null keeps its room while it is on its way. */
  readonly corner?: ReactNode;
  /** What a picture of the map is made from; without it the map offers none. */
  readonly picture?: MapPictureSource | undefined;
}

export const NO_CLASSES: ReadonlySet<string> = new Set();

/** The map of Viet Nam: every unit in the colour of its class, with pointer, keyboard and a voice. */
export function ChoroplethMap(props: ChoroplethMapProps) {
  const { t } = useText();
  const { topology, hasFailed } = useTopology('country');
  const [pointed, setPointed] = useState<PointedUnit | null>(null);
  const help = useId();
  const isStill = props.isStill === true;
  const cursor = pointed?.by === 'keyboard' ? pointed.code : null;
  if (hasFailed)
    return (
      <p className={classes.failed} role="alert">
        {t('map.failed')}
      </p>
    );
  return (
    <div className={classes.frame} data-still={isStill || undefined}>
      <MapContainer className={classes.map ?? ''} {...viewOptions(isStill)}>
        {topology !== null && (
          <ChoroplethScene {...props} country={topology} help={help} cursor={cursor} onPoint={setPointed} />
        )}
      </MapContainer>
      {topology === null && (
        <p className={classes.waiting} role="status">
          {t('map.loading')}
        </p>
      )}
      <div className={classes.corner} data-map-corner data-legend={props.corner !== undefined || undefined}>
        {props.corner}
        {topology !== null && (props.inset !== false || props.focusProvince != null) && (
          <Archipelagos
            topology={topology}
            classified={props.classified}
            selected={props.selected ?? null}
            focusProvince={props.focusProvince ?? null}
            onSelect={isStill ? undefined : props.onSelect}
            hasPatterns={props.hasPatterns === true}
          />
        )}
      </div>
      {props.card !== undefined && <PointerCard pointed={pointed}>{props.card}</PointerCard>}
      {!isStill && (
        <>
          <p id={help} className="visually-hidden">
            {t('map.help')}
          </p>
          <p className="visually-hidden" role="status" data-map-live>
            {cursor === null ? '' : props.describe?.(cursor)}
          </p>
        </>
      )}
      <p className={classes.attribution}>{t('map.attribution')}</p>
    </div>
  );
}

// Leaflet needs a view before the boundaries are there; nothing is painted in it.
const FIRST_VIEW = { center: [16, 107.5] as L.LatLngTuple, zoom: 5 };

function viewOptions(isStill: boolean) {
  return {
    ...FIRST_VIEW,
    minZoom: 4,
    maxZoom: 14,
    zoomSnap: 0.1,
    zoomDelta: 0.8,
    wheelPxPerZoomLevel: 90,
    zoomControl: false,
    attributionControl: false,
    // A double click goes into a province instead.
    doubleClickZoom: false,
    boxZoom: false,
    ...(prefersStillness() ? { zoomAnimation: false, inertia: false } : {}),
    ...(isStill
      ? { dragging: false, scrollWheelZoom: false, keyboard: false, touchZoom: false, zoomAnimation: false }
      : {}),
  };
}
