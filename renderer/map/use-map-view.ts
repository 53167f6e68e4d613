import type L from 'leaflet';
import { useEffect, useMemo, useRef } from 'react';
import { boxOfUnit, homeBox, type WorldBox } from './places.ts';
import type { MapTopology } from './topology.ts';
import { type FitPadding, fitBox, latLngBoundsOf } from './view-fit.ts';

/** Where the map looks. */
export interface MapView {
  /** Shows the country, or the province in focus. */
  readonly home: (animate: boolean) => void;
  /** Whether it still shows that, untouched by anyone. */
  readonly isHome: () => boolean;
  /** The next selection comes from the map itself: it does not move for it. */
  readonly expectSelection: (code: string) => void;
  /** Brings a unit into view without changing the scale, if it is not. */
  readonly reveal: (code: string) => void;
}

/** Air between what is fitted and the edge, in CSS pixels. */
const AIR = 14;
/** A map that was at home goes home again this long after its room has changed. */
const REFIT_MS = 300;
/** A unit chosen elsewhere that is smaller than this is brought nearer (CSS pixels). */
const TOO_SMALL = 16;

/** Keeps the map at the country or the province in focus, and what is selected in view. */
export function useMapView(
  map: L.Map,
  topology: MapTopology,
  shown: {
    readonly focusProvince: string | null;
    readonly selected: string | null;
    /** Hoàng Sa and Trường Sa stand beside the map. */
    readonly hasInsets: boolean;
  },
): MapView {
  const { focusProvince, selected, hasInsets } = shown;
  const expected = useRef<string | null>(null);
  const isFirst = useRef(true);
  const view = useMemo(
    () => createView(map, topology, { focusProvince, hasInsets }, expected),
    [map, topology, focusProvince, hasInsets],
  );
  useEffect(() => {
    view.home(!isFirst.current && !prefersStillness());
    isFirst.current = false;
    return view.forget;
  }, [view]);
  useEffect(() => watchSize(map, view), [map, view]);
  useEffect(() => {
    if (selected === null) return;
    const isFromMap = expected.current === selected;
    expected.current = null;
    view.reveal(selected);
    if (!isFromMap) approach(map, topology, selected);
  }, [map, topology, selected, view]);
  return view;
}

function createView(
  map: L.Map,
  topology: MapTopology,
  { focusProvince, hasInsets }: { readonly focusProvince: string | null; readonly hasInsets: boolean },
  expected: { current: string | null },
): MapView & { readonly forget: () => void } {
  let isHome = false;
  let isGoingHome = false;
  const leaveHome = () => {
    if (!isGoingHome) isHome = false;
  };
  map.on('movestart', leaveHome);
  const goHome = (animate: boolean) => {
    const padding = paddingOf(map);
    const size = map.getSize();
    const width = size.x - padding.left - padding.right;
    const height = size.y - padding.top - padding.bottom;
    const focused = focusProvince === null ? null : boxOfUnit(topology, focusProvince);
    const box = focused ?? homeBox(topology, { width, height, hasInsets });
    fitBox(map, topology, box, padding, animate);
  };
  return {
    home: (animate) => {
      isGoingHome = true;
      goHome(animate);
      isGoingHome = false;
      isHome = true;
    },
    isHome: () => isHome,
    expectSelection: (code) => {
      expected.current = code;
    },
    reveal: (code) => reveal(map, topology, code),
    forget: () => {
      map.off('movestart', leaveHome);
    },
  };
}

function reveal(map: L.Map, topology: MapTopology, code: string): void {
  const box = boxOfUnit(topology, code);
  if (box === null) return;
  const { left, top, right, bottom } = paddingOf(map);
  map.panInside(latLngBoundsOf(topology, box).getCenter(), {
    paddingTopLeft: [left + AIR * 3, top + AIR * 3],
    paddingBottomRight: [right + AIR * 3, bottom + AIR * 3],
    animate: !prefersStillness(),
  });
}

/** Whether this person asked for no motion: then the map jumps instead of gliding. */
export function prefersStillness(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches;
}

/** Room that the buttons on the left and the column on the right take, when the map is wide enough to spare it. */
function paddingOf(map: L.Map): FitPadding {
  const frame = map.getContainer().parentElement;
  const corner = frame?.querySelector<HTMLElement>('[data-map-corner]');
  const width = map.getSize().x;
  const covered = corner ? width - corner.offsetLeft : 0;
  const right = covered < width * 0.45 ? covered : 0;
  const buttons = frame?.querySelector<HTMLElement>('[data-map-buttons]');
  const beside = buttons ? buttons.offsetLeft + buttons.offsetWidth : 0;
  const left = beside < width * 0.12 ? beside : 0;
  return { left: left + AIR, top: AIR, right: right + AIR, bottom: AIR * 1.5 };
}

// Leaflet notices a change of the window only; panels that open beside the map change its room as well.
function watchSize(map: L.Map, view: MapView): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const observer = new ResizeObserver(() => {
    map.invalidateSize({ pan: false, animate: false });
    clearTimeout(timer);
    timer = setTimeout(() => view.isHome() && view.home(false), REFIT_MS);
  });
  observer.observe(map.getContainer());
  return () => {
    clearTimeout(timer);
    observer.disconnect();
  };
}

/** Zooms in to a unit that would be hard to see; further out than this nobody finds a ward. */
function approach(map: L.Map, topology: MapTopology, code: string): void {
  const box: WorldBox | null = boxOfUnit(topology, code);
  if (box === null) return;
  const bounds = latLngBoundsOf(topology, box);
  const zoom = map.getZoom();
  const size = map.project(bounds.getSouthEast(), zoom).subtract(map.project(bounds.getNorthWest(), zoom));
  if (Math.max(size.x, size.y) >= TOO_SMALL) return;
  const wanted = Math.min(map.getBoundsZoom(bounds) - 2, 11);
  map.setView(bounds.getCenter(), Math.max(zoom, wanted), { animate: !prefersStillness() });
}
