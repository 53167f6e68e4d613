import type { Text } from '#renderer/ground/text.tsx';
import { statusKey } from '#shared/text/status-text.ts';
import type { ClassifiedMap, ClassLabel, MapClass } from './map-classes.ts';

/** What a class is called in the screen's language. */
export function classText(label: ClassLabel, text: Text): string {
  const { t, format } = text;
  switch (label.kind) {
    case 'status':
      return t(statusKey(label.status));
    case 'undetermined':
      return t('map.class.undetermined', { ...label.bounds });
    case 'criterion':
      return t(`criterion.${label.state}`);
    case 'band':
      return t(`band.${label.band}`);
    case 'bandOpen':
      return t('map.class.bandOpen', { band: t(`band.${label.band}`), atMost: t(`band.${label.atMost}`) });
    case 'unknownGap':
      return t('map.class.unknownGap');
    case 'pair':
      return `${t(statusKey(label.reported))} / ${t(statusKey(label.operating))}`;
    case 'range': {
      const ends = [label.from, label.to];
      const write = label.isFraction ? format.percents(ends) : format.numbers(ends);
      const from = write(label.from);
      return label.from === label.to
        ? t('map.class.only', { from })
        : t('map.class.range', { from, to: write(label.to) });
    }
  }
}

/** The class of a unit; undefined when the map does not know the unit. */
export function classOfUnit(classified: ClassifiedMap, code: string): MapClass | undefined {
  const at = positionOf(classified, code);
  return at === undefined ? undefined : classified.classes[classified.classOf[at] ?? 0];
}

/** Where a unit stands in columns that begin with codes; undefined when it is not in them. */
export function positionOf(columns: { readonly codes: readonly string[] }, code: string): number | undefined {
  let positions = positionsOf.get(columns.codes);
  if (positions === undefined) {
    positions = new Map(columns.codes.map((one, at) => [one, at]));
    positionsOf.set(columns.codes, positions);
  }
  return positions.get(code);
}

const positionsOf = new WeakMap<readonly string[], Map<string, number>>();
