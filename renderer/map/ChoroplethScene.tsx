import { memo, useEffect, useMemo, useState } from 'react';
import { useMap } from 'react-leaflet';
import { useOnPaper } from '#renderer/ground/paper.ts';
import type { ChoroplethMapProps } from './ChoroplethMap.tsx';
import { ChoroplethLayer } from './choropleth-layer.ts';
import { useFills } from './fills.ts';
import { MapButtons } from './MapButtons.tsx';
import { MapPicture } from './MapPicture.tsx';
import { useMapLabels } from './map-labels.ts';
import { useMapStyle, useTheme } from './map-style.ts';
import type { PointedUnit } from './PointerCard.tsx';
import type { MapTopology } from './topology.ts';
import { useIsClose } from './use-is-close.ts';
import { useMapKeyboard } from './use-map-keyboard.ts';
import { useMapPointer } from './use-map-pointer.ts';
import { useMapView } from './use-map-view.ts';
import { useTopology } from './use-topology.ts';

export interface SceneProps extends ChoroplethMapProps {
  readonly country: MapTopology;
  /** Id of the text that explains the keys. */
  readonly help: string;
  /** The unit under the keyboard's cursor. */
  readonly cursor: string | null;
  readonly onPoint: (pointed: PointedUnit | null) => void;
}

const NONE_HIGHLIGHTED: ReadonlySet<string> = new Set();

/**
 * What happens on the Leaflet map: the layer, where it looks, and what pointer and keys do. Not drawn again for every
 * unit that the pointer passes over.
 */
export const ChoroplethScene = memo(function ChoroplethScene(props: SceneProps) {
  const map = useMap();
  const [layer] = useState(() => new ChoroplethLayer());
  const topology = useSharpness(props.country);
  const level = props.classified?.level ?? 'commune';
  const focusProvince = props.focusProvince ?? null;
  const fills = useFills(topology, props.classified, {
    focusProvince,
    highlighted: props.highlighted ?? NONE_HIGHLIGHTED,
    hasPatterns: props.hasPatterns === true,
    theme: useTheme(),
  });
  const style = useMapStyle(props.labelScale);
  const labels = useMapLabels(topology, focusProvince, props.showLabels === true);
  const view = useMapView(map, props.country, {
    focusProvince,
    selected: props.selected ?? null,
    hasInsets: props.inset !== false,
  });
  // After the view is set and before the layer is on the map, so that the first picture is painted once.
  useEffect(() => {
    if (fills === null) return;
    const withCommuneBorders = level === 'commune';
    layer.update(topology, { fills, style, labels, withCommuneBorders });
  }, [layer, topology, fills, style, labels, level]);
  useEffect(() => {
    const frame = map.getContainer().parentElement;
    layer.covering = () => [...(frame?.querySelectorAll('[data-map-corner] > *') ?? [])];
    layer.addTo(map);
    return () => {
      layer.remove();
    };
  }, [layer, map]);
  const isWhole = props.classified !== null;
  useEffect(() => {
    if (isWhole) performance.mark('kh02-map');
  }, [isWhole]);
  const isOnPaper = useOnPaper();
  useEffect(() => {
    if (!isOnPaper || fills === null) return;
    const drawing = layer.drawnView();
    drawing.dataset.mapOnPaper = '';
    map.getContainer().before(drawing);
    return () => drawing.remove();
  }, [isOnPaper, layer, map, fills]);
  useEffect(() => {
    layer.outline('selected', level, props.selected ?? null);
  }, [layer, level, props.selected]);
  // Another level or province has other units: the cursor starts anew.
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new box for each of them is what is wanted
  const lastCursor = useMemo(() => ({ current: null as string | null }), [level, focusProvince]);
  const scene = { map, layer, topology, level, view, lastCursor };
  useMapPointer(scene, props);
  useMapKeyboard(scene, props);
  if (props.isStill === true) return null;
  return (
    <MapButtons onHome={() => view.home(true)}>
      {props.picture !== undefined && (
        <MapPicture
          source={props.picture}
          isReady={isWhole}
          province={focusProvince}
          hasPatterns={props.hasPatterns === true}
        />
      )}
    </MapButtons>
  );
});

// The sharper boundaries are fetched when the map is first seen so close that they make a difference.
function useSharpness(country: MapTopology): MapTopology {
  const isClose = useIsClose();
  const detail = useTopology('detail', isClose);
  return isClose ? (detail.topology ?? country) : country;
}
