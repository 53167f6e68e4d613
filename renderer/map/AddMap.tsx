import { ActionIcon } from '@mantine/core';
import { IconCheck, IconPresentation } from '@tabler/icons-react';
import { useState } from 'react';
import { addFigureToDraft } from '#renderer/app/briefing-draft.ts';
import { useCut } from '#renderer/app/cut.tsx';
import { type Names, useNames } from '#renderer/app/names.tsx';
import { type Text, useText } from '#renderer/app/text.tsx';
import type { MapSpecDto } from '#shared/contract/briefing-page.ts';
import { classText } from './class-text.ts';
import type { ClassifiedMap } from './map-classes.ts';

/** 'Thêm vào báo cáo': puts the map as it stands behind the last page of the briefing. */
export function AddMap(props: {
  readonly classified: ClassifiedMap | null;
  readonly title: string;
  readonly legendTitle: string;
  /** Only the communes of this province; null for all. */
  readonly province: string | null;
}) {
  const text = useText();
  const names = useNames();
  const { id: cut } = useCut();
  const { classified } = props;
  // Another map has not been added yet.
  const [added, setAdded] = useState<ClassifiedMap | null>(null);
  const isDone = classified !== null && added === classified;
  const words = text.t(isDone ? 'briefingScreen.addFigure.done' : 'briefingScreen.addFigure');
  const add = (): void => {
    if (classified === null || cut === undefined) return;
    addFigureToDraft({ cut, block: { type: 'map', map: mapSpecOf(classified, props, names, text) } });
    setAdded(classified);
  };
  const Icon = isDone ? IconCheck : IconPresentation;
  return (
    <ActionIcon
      size="1.875rem"
      variant="default"
      disabled={classified === null}
      onClick={add}
      title={words}
      aria-label={words}
    >
      <Icon size="1rem" aria-hidden="true" />
    </ActionIcon>
  );
}

interface MapWords {
  readonly title: string;
  readonly legendTitle: string;
  readonly province: string | null;
}

function mapSpecOf(
  classified: ClassifiedMap,
  words: MapWords,
  names: Names,
  { t, ...text }: Text,
): MapSpecDto {
  const { classes, classOf, values, level } = classified;
  const say = { t, ...text };
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
      value: classText(kind.label, say),
      colour: kind.isEmpty ? null : kind.paint.colour,
    })),
    format: 'text',
    legendTitle: words.legendTitle,
    legend: classes
      .filter((kind) => counts.has(kind.key))
      .map((kind) => ({
        label: classText(kind.label, say),
        colour: kind.isEmpty ? null : kind.paint.colour,
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
