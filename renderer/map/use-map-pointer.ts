import type L from 'leaflet';
import { useEffect, useRef } from 'react';
import type { SceneProps } from './ChoroplethScene.tsx';
import type { ChoroplethLayer } from './choropleth-layer.ts';
import type { MapLevel } from './map-classes.ts';
import type { MapTopology } from './topology.ts';
import { codeAtLevel } from './unit-codes.ts';
import type { MapView } from './use-map-view.ts';

/** What pointer and keys act upon. */
export interface Scene {
  readonly map: L.Map;
  readonly layer: ChoroplethLayer;
  readonly topology: MapTopology;
  readonly level: MapLevel;
  readonly view: MapView;
  /** Where the keyboard's cursor was last, so that it comes back there. */
  readonly lastCursor: { current: string | null };
}

/** Hovering, selecting and drilling with the pointer. */
export function useMapPointer(scene: Scene, props: SceneProps): void {
  const latest = useLatest({ scene, props });
  const { map } = scene;
  const isStill = props.isStill === true;
  useEffect(() => {
    if (isStill) return;
    const handlers = pointerHandlers(latest);
    map.on(handlers);
    return () => {
      map.off(handlers);
    };
  }, [map, isStill, latest]);
}

type Latest = { readonly current: { readonly scene: Scene; readonly props: SceneProps } };

function pointerHandlers(latest: Latest): L.LeafletEventHandlerFnMap {
  let hovered: string | null = null;
  const hover = (code: string | null, point: L.Point | null) => {
    const { scene, props } = latest.current;
    if (code !== null && point !== null) placeCard(scene.map, point);
    if (code === hovered) return;
    hovered = code;
    scene.map.getContainer().style.cursor = code === null ? '' : 'pointer';
    scene.layer.outline('hovered', scene.level, code);
    props.onPoint(code === null ? null : { code, by: 'pointer' });
  };
  const pressed = (event: L.LeafletMouseEvent, level: MapLevel): string | null => {
    const { layer, topology } = latest.current.scene;
    return codeAtLevel(topology, level, layer.communeAt(event.containerPoint, true) ?? -1);
  };
  return {
    mousemove: (event) => {
      const { layer, topology, level } = latest.current.scene;
      const commune = layer.communeAt(event.containerPoint);
      // Not known for a moment: what was there stays.
      if (commune !== undefined) hover(codeAtLevel(topology, level, commune), event.containerPoint);
    },
    mouseout: () => hover(null, null),
    zoomstart: () => hover(null, null),
    dragstart: () => hover(null, null),
    // A panel opened beside the map: what lay under the pointer is elsewhere now.
    resize: () => hover(null, null),
    click: (event) => {
      const code = pressed(event, latest.current.scene.level);
      if (code === null) return;
      latest.current.scene.view.expectSelection(code);
      latest.current.props.onSelect?.(code);
    },
    dblclick: (event) => {
      const province = pressed(event, 'province');
      if (province !== null) latest.current.props.onDrill?.(province);
    },
  };
}

/**
 * Puts the card beside a point of the map, on the side where there is room. Written to the style sheet's variables
 * rather than through React: it happens with every move of the pointer.
 */
export function placeCard(map: L.Map, point: L.Point): void {
  const frame = map.getContainer().parentElement;
  const card = frame?.querySelector<HTMLElement>('[data-map-card]');
  if (!card) return;
  const size = map.getSize();
  card.dataset.side = point.x > size.x * 0.6 ? 'left' : 'right';
  card.dataset.end = point.y > size.y * 0.6 ? 'above' : 'below';
  card.style.setProperty('--x', `${point.x}px`);
  card.style.setProperty('--y', `${point.y}px`);
}

/** A box that always holds the newest value, for handlers that are registered once. */
export function useLatest<Value>(value: Value): { readonly current: Value } {
  const box = useRef(value);
  useEffect(() => {
    box.current = value;
  });
  return box;
}
