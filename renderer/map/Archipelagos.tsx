import { memo, useId } from 'react';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import classes from './Archipelagos.module.css';
import { classOfUnit, classText } from './class-text.ts';
import { paintOfClass } from './fills.ts';
import type { ClassifiedMap, MapClass } from './map-classes.ts';
import { outlinePath } from './outlines.ts';
import { PatternDefinition } from './PatternDefinition.tsx';
import { ARCHIPELAGOS, boxOfUnit, farIslandsOf, isArchipelago } from './places.ts';
import type { MapTopology } from './topology.ts';
import { codeAtLevel } from './unit-codes.ts';

interface ArchipelagosProps {
  readonly topology: MapTopology;
  readonly classified: ClassifiedMap | null;
  readonly selected: string | null;
  readonly focusProvince: string | null;
  readonly onSelect: ((code: string) => void) | undefined;
  readonly hasPatterns: boolean;
}

/**
 * Hoàng Sa and Trường Sa, each in a frame of its own: on screen whatever part of the country the map shows. So are
 * the islands that lie too far from the province in focus to be in its picture (Côn Đảo, Bạch Long Vĩ).
 */
export const Archipelagos = memo(function Archipelagos(props: ArchipelagosProps) {
  const { t } = useText();
  const far = props.focusProvince === null ? [] : farIslandsOf(props.topology, props.focusProvince);
  const codes = [...far.filter((code) => !isArchipelago(code)), ...ARCHIPELAGOS];
  return (
    <fieldset className={classes.group} aria-label={t('map.archipelagos')}>
      {codes.map((code) => (
        <ArchipelagoInset key={code} code={code} {...props} />
      ))}
    </fieldset>
  );
});

function ArchipelagoInset(props: ArchipelagosProps & { readonly code: string }) {
  const text = useText();
  const names = useNames();
  const { topology, classified, onSelect } = props;
  const commune = topology.communes.codes.indexOf(props.code);
  // At province level the islands have the colour of their province and lead to it.
  const code = codeAtLevel(topology, classified?.level ?? 'commune', commune) ?? props.code;
  const found = classified === null ? undefined : classOfUnit(classified, code);
  const name = isArchipelago(props.code)
    ? text.t(`map.archipelago.${props.code}`)
    : names.fullName(props.code);
  const picture = (
    <Islands topology={topology} code={props.code} found={found} hasPatterns={props.hasPatterns} />
  );
  const status = found === undefined ? text.t('empty.noData') : classText(found.label, text);
  const isSelected = props.selected === code;
  if (onSelect === undefined) {
    return (
      <figure className={classes.inset}>
        {picture}
        <figcaption>{name}</figcaption>
      </figure>
    );
  }
  return (
    <button
      type="button"
      className={classes.inset}
      data-selected={isSelected || undefined}
      aria-pressed={isSelected}
      aria-label={text.t('map.archipelago.open', { name, status })}
      onClick={() => onSelect(code)}
    >
      {picture}
      <span aria-hidden="true">{name}</span>
    </button>
  );
}

/** Inner size of an inset in its own units; the style sheet decides how large that is on screen. */
const WIDTH = 132;
const HEIGHT = 84;
const AIR = 7;
/** An island is drawn at least this large. */
const SMALLEST_RADIUS = 1.7;

function Islands(props: {
  readonly topology: MapTopology;
  readonly code: string;
  readonly found: MapClass | undefined;
  readonly hasPatterns: boolean;
}) {
  const { topology, code, found } = props;
  const pattern = useId();
  const view = viewOf(topology, code);
  const commune = topology.communes.codes.indexOf(code);
  const paint = found === undefined ? null : paintOfClass(found, props.hasPatterns);
  const fill =
    paint === null ? 'var(--empty)' : paint.pattern === 'solid' ? paint.colour : `url(#${pattern})`;
  return (
    <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true" data-class={found?.key}>
      {paint !== null && paint.pattern !== 'solid' && <PatternDefinition id={pattern} paint={paint} />}
      <g fill={fill} stroke="var(--text)" strokeWidth="0.4">
        <path d={outlinePath(topology, topology.communes, commune, view)} />
        {isletsOf(topology, commune, view).map(({ x, y, radius }) => (
          <circle key={`${x} ${y}`} cx={x} cy={y} r={radius} />
        ))}
      </g>
    </svg>
  );
}

function viewOf(topology: MapTopology, code: string) {
  const [west, north, east, south] = boxOfUnit(topology, code) ?? [0, 0, 1, 1];
  const scale = Math.min((WIDTH - 2 * AIR) / (east - west), (HEIGHT - 2 * AIR) / (south - north));
  return {
    scale,
    left: ((west + east) / 2) * scale - WIDTH / 2,
    top: ((north + south) / 2) * scale - HEIGHT / 2,
  };
}

function isletsOf(topology: MapTopology, commune: number, view: ReturnType<typeof viewOf>) {
  const dots: { x: number; y: number; radius: number }[] = [];
  const { islets } = topology;
  for (let at = 0; at < islets.length; at += 4) {
    const radius = ((islets[at + 2] ?? 0) * view.scale) / 2;
    if (islets[at + 3] !== commune || radius >= SMALLEST_RADIUS) continue;
    const x = (islets[at] ?? 0) * view.scale - view.left;
    const y = (islets[at + 1] ?? 0) * view.scale - view.top;
    dots.push({ x, y, radius: SMALLEST_RADIUS });
  }
  return dots;
}
