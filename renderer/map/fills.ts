import { useMemo } from 'react';
import type { Theme } from '#shared/domain/colours.ts';
import type { ClassifiedMap, MapClass } from './map-classes.ts';
import { SEA, WAITING } from './map-colours.ts';
import type { MapFills } from './map-painter.ts';
import type { MapPaint } from './paint.ts';
import type { MapTopology } from './topology.ts';

export interface FillOptions {
  /** Communes of every other province are faded. */
  readonly focusProvince: string | null;
  /** Keys of the classes that stand out, the others are faded; empty: none fades. */
  readonly highlighted: ReadonlySet<string>;
  readonly hasPatterns: boolean;
  readonly theme: Theme;
}

/** How much of the sea's colour a faded unit takes on. */
const FADE = 0.78;

/**
 * The paint of each commune of the topology: at province level its province's. Paints come twice, as they are and
 * faded; the last one is for land whose figures are still on their way.
 */
export function fillsOf(
  topology: MapTopology,
  classified: ClassifiedMap | null,
  options: FillOptions,
): MapFills {
  const { codes } = topology.communes;
  const paintOf = new Uint8Array(codes.length + 1);
  if (classified === null) return { paintOf, paints: [plain(WAITING[options.theme])] };
  const paints = classified.classes.map((item) => paintOfClass(item, options.hasPatterns));
  const places = new Map(classified.codes.map((code, at) => [code, classified.classOf[at] ?? 0]));
  const waiting = paints.length * 2;
  codes.forEach((code, commune) => {
    const province = topology.provinces.codes[topology.provinceOf[commune] ?? 0] ?? '';
    const place = places.get(classified.level === 'province' ? province : code);
    if (place === undefined) paintOf[commune + 1] = waiting;
    else paintOf[commune + 1] = place + (isFaded(classified, place, province, options) ? paints.length : 0);
  });
  const faded = paints.map((paint) => fadePaint(paint, SEA[options.theme]));
  return { paintOf, paints: [...paints, ...faded, plain(WAITING[options.theme])] };
}

function isFaded(classified: ClassifiedMap, place: number, province: string, options: FillOptions): boolean {
  if (options.focusProvince !== null && province !== options.focusProvince) return true;
  return options.highlighted.size > 0 && !options.highlighted.has(classified.classes[place]?.key ?? '');
}

/** How a class is painted: plain, or with its pattern; the kinds of empty are patterned in any case. */
export function paintOfClass(item: MapClass, hasPatterns: boolean): MapPaint {
  return hasPatterns || item.isEmpty ? { ...item.paint, pattern: item.pattern } : item.paint;
}

function plain(colour: string): MapPaint {
  return { colour, pattern: 'solid', ink: colour };
}

function fadePaint(paint: MapPaint, towards: string): MapPaint {
  return { ...paint, colour: mix(paint.colour, towards, FADE), ink: mix(paint.ink, towards, FADE) };
}

/** A colour (#rrggbb) part of the way (0..1) towards another. */
export function mix(colour: string, towards: string, share: number): string {
  const channels = [1, 3, 5].map((at) => {
    const from = Number.parseInt(colour.slice(at, at + 2), 16);
    const to = Number.parseInt(towards.slice(at, at + 2), 16);
    return Math.round(from + (to - from) * share)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${channels.join('')}`;
}

/** `fillsOf`, computed again only when something it depends on changes. */
export function useFills(
  topology: MapTopology | null,
  classified: ClassifiedMap | null,
  options: FillOptions,
): MapFills | null {
  const { focusProvince, highlighted, hasPatterns, theme } = options;
  return useMemo(
    () =>
      topology === null
        ? null
        : fillsOf(topology, classified, { focusProvince, highlighted, hasPatterns, theme }),
    [topology, classified, focusProvince, highlighted, hasPatterns, theme],
  );
}
