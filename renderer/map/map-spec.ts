import type { Names } from '#renderer/ground/names.tsx';
import type { Text } from '#renderer/ground/text.tsx';
import type { MapSpecDto } from '#shared/contract/briefing-page.ts';
import { classText } from './class-text.ts';
import type { ClassifiedMap, MapClass } from './map-classes.ts';

export interface MapWords {
  readonly title: string;
  readonly legendTitle: string;
  /** Only the communes of this province; null for all. */
  readonly province: string | null;
  /** Marks on every colour, for those who cannot tell colours apart. */
  readonly hasPatterns?: boolean;
  /** What a class is called, where its label does not say it. */
  readonly nameOf?: ((item: MapClass) => string) | undefined;
}

/** A map of the screen as data, with its legend and names, the way every export draws it. */
export function mapSpecOf(
  classified: ClassifiedMap,
  words: MapWords,
  names: Names,
  { t, ...text }: Text,
): MapSpecDto {
  const { classes, classOf, values, level } = classified;
  const say = { t, ...text };
  const nameOf = words.nameOf ?? ((item: MapClass) => classText(item.label, say));
  const filled = (item: MapClass) => fillOf(item, words.hasPatterns === true);
  const units = classified.codes.flatMap((code, at) => {
    const unit = names.unit(code);
    const isInside = words.province === null || unit?.parent === words.province;
    const kind = classes[classOf[at] ?? 0];
    return unit === undefined || !isInside || kind === undefined ? [] : [{ unit, kind, value: values[at] }];
  });
  const counts = new Map<string, number>();
  for (const { kind } of units) counts.set(kind.key, (counts.get(kind.key) ?? 0) + 1);
  const hasNames = level === 'province' || words.province !== null;
  return {
    level,
    description: words.title,
    areas: units.map(({ unit, kind }) => ({
      code: unit.code,
      name: names.shortName(unit.code),
      value: nameOf(kind),
      ...filled(kind),
    })),
    format: 'text',
    legendTitle: words.legendTitle,
    legend: classes
      // 'No data' has its line also when no unit is without.
      .filter((kind) => counts.has(kind.key) || kind.key === 'notReported' || kind.key === 'noEvidence')
      .map((kind) => ({
        label: nameOf(kind),
        ...filled(kind),
        count: text.format.number(counts.get(kind.key) ?? 0),
      })),
    labels: hasNames
      ? units
          .toSorted((left, right) => (right.unit.areaKm2 ?? 0) - (left.unit.areaKm2 ?? 0))
          .flatMap(({ unit: { code, lon, lat } }) =>
            lon === null || lat === null ? [] : [{ code, lon, lat, lines: [names.shortName(code)] }],
          )
      : [],
    archipelagoNames: { '20333': t('briefing.hoangSa'), '22736': t('briefing.truongSa') },
  };
}

/** Plain hatching is kept for what was not reported; the other kinds of empty keep their own marks on grey. */
function fillOf(
  { paint, pattern, bounds }: MapClass,
  hasPatterns: boolean,
): Pick<MapSpecDto['areas'][number], 'colour' | 'pattern' | 'ink'> {
  const marks = hasPatterns ? pattern : paint.pattern;
  if (marks === 'hatch') return { colour: null };
  if (bounds !== null && marks !== 'solid') return { colour: paint.colour, pattern: marks, ink: paint.ink };
  return marks === 'solid' ? { colour: paint.colour } : { colour: paint.colour, pattern: marks };
}
