import { useEffect } from 'react';
import { useText } from '#renderer/ground/text.tsx';
import type { SceneProps } from './ChoroplethScene.tsx';
import { type Direction, nearestUnit, neighbourTowards } from './directions.ts';
import { mercatorX, mercatorY } from './mercator.ts';
import { unitCentres } from './places.ts';
import { provinceCodeOf } from './unit-codes.ts';
import { placeCard, type Scene, useLatest } from './use-map-pointer.ts';
import { latLngBoundsOf } from './view-fit.ts';

const ARROWS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'west',
  ArrowUp: 'north',
  ArrowRight: 'east',
  ArrowDown: 'south',
};

/**
 * Keys on the focused map. Leaflet's own: arrows pan, + and - zoom. Enter puts a cursor on a unit; then arrows go to
 * the unit beside it, Enter selects it, Shift + Enter goes into its province, Escape takes the cursor away. 0 goes home.
 */
export function useMapKeyboard(scene: Scene, props: SceneProps): void {
  const { t } = useText();
  const { map, layer, level } = scene;
  const latest = useLatest({ scene, props });
  const isStill = props.isStill === true;
  const { cursor } = props;
  useEffect(() => layer.outline('cursor', level, cursor), [layer, level, cursor]);
  useEffect(() => {
    const container = map.getContainer();
    if (isStill) {
      container.setAttribute('role', 'img');
      container.setAttribute('aria-label', props.label);
      return;
    }
    container.setAttribute('role', 'application');
    container.setAttribute('aria-roledescription', t('map.role'));
    container.setAttribute('aria-label', props.label);
    container.setAttribute('aria-describedby', props.help);
  }, [map, isStill, t, props.label, props.help]);
  useEffect(() => {
    if (isStill) return;
    const container = map.getContainer();
    const press = (event: KeyboardEvent) => {
      if (event.target !== container || event.ctrlKey || event.metaKey || event.altKey) return;
      const { scene: now, props: given } = latest.current;
      if (!handleKey(event, now, given)) return;
      event.preventDefault();
      // Leaflet listens on the document and would pan as well.
      event.stopPropagation();
    };
    const blur = () => {
      if (latest.current.props.cursor !== null) latest.current.props.onPoint(null);
    };
    container.addEventListener('keydown', press);
    container.addEventListener('blur', blur);
    return () => {
      container.removeEventListener('keydown', press);
      container.removeEventListener('blur', blur);
    };
  }, [map, isStill, latest]);
}

function handleKey(event: KeyboardEvent, scene: Scene, props: SceneProps): boolean {
  const { cursor } = props;
  if (event.key === '0' || event.key === 'Home') {
    scene.view.home(true);
    return true;
  }
  if (event.key === 'Escape') return leave(cursor, props);
  if (event.key === 'Enter') return enter(event.shiftKey, cursor, scene, props);
  const direction = ARROWS[event.key];
  if (direction === undefined || cursor === null) return false;
  moveCursor(nextUnit(scene, cursor, direction, props), scene, props);
  return true;
}

function leave(cursor: string | null, props: SceneProps): boolean {
  if (cursor !== null) props.onPoint(null);
  else if (props.onLeave === undefined) return false;
  else props.onLeave();
  return true;
}

function enter(isShifted: boolean, cursor: string | null, scene: Scene, props: SceneProps): boolean {
  if (cursor === null) {
    moveCursor(props.selected ?? scene.lastCursor.current ?? unitInMiddle(scene, props), scene, props);
    return true;
  }
  if (!isShifted) {
    scene.view.expectSelection(cursor);
    props.onSelect?.(cursor);
    return true;
  }
  const province = provinceCodeOf(scene.topology, scene.level, cursor);
  if (province !== null) props.onDrill?.(province);
  return true;
}

function codesOf({ topology, level }: Scene): readonly string[] {
  return level === 'province' ? topology.provinces.codes : topology.communes.codes;
}

// With a province in focus the cursor stays inside it.
function allowedUnits(scene: Scene, props: SceneProps): (unit: number) => boolean {
  const focus = props.focusProvince ?? null;
  if (focus === null || scene.level === 'province') return () => true;
  const province = scene.topology.provinces.codes.indexOf(focus);
  return (unit) => scene.topology.provinceOf[unit] === province;
}

function unitInMiddle(scene: Scene, props: SceneProps): string | null {
  const { map, topology, level } = scene;
  const { lng, lat } = map.getCenter();
  const x = mercatorX(lng) - topology.originX;
  const y = mercatorY(lat) - topology.originY;
  const unit = nearestUnit(unitCentres(topology, level), x, y, allowedUnits(scene, props));
  return codesOf(scene)[unit] ?? null;
}

function nextUnit(scene: Scene, from: string, direction: Direction, props: SceneProps): string | null {
  const centres = unitCentres(scene.topology, scene.level);
  const at = codesOf(scene).indexOf(from);
  const unit = neighbourTowards(centres, at, direction, allowedUnits(scene, props));
  return codesOf(scene)[unit] ?? null;
}

function moveCursor(code: string | null, scene: Scene, props: SceneProps): void {
  if (code === null) return;
  scene.lastCursor.current = code;
  props.onPoint({ code, by: 'keyboard' });
  scene.view.reveal(code);
  const unit = codesOf(scene).indexOf(code);
  const [x = 0, y = 0] = unitCentres(scene.topology, scene.level).subarray(unit * 2, unit * 2 + 2);
  const place = latLngBoundsOf(scene.topology, [x, y, x, y]).getCenter();
  placeCard(scene.map, scene.map.latLngToContainerPoint(place));
}
