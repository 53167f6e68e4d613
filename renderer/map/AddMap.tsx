import { ActionIcon } from '@mantine/core';
import { IconCheck, IconPresentation } from '@tabler/icons-react';
import { useState } from 'react';
import { addFigureToDraft } from '#renderer/ground/briefing-draft.ts';
import { useCut } from '#renderer/ground/cut.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import type { Theme } from '#shared/domain/colours.ts';
import { titleWithMonth } from '#shared/text/reason-text.ts';
import type { ClassifiedMap } from './map-classes.ts';
import { mapSpecOf } from './map-spec.ts';

/** 'Thêm vào báo cáo': puts the map as it stands behind the last page of the briefing. */
export function AddMap(props: {
  readonly classified: ClassifiedMap | null;
  /** In the colours of an appearance: a page is white. */
  readonly classify: (theme: Theme) => ClassifiedMap | null;
  readonly hasPatterns?: boolean;
  readonly title: string;
  readonly legendTitle: string;
  /** Only the communes of this province; null for all. */
  readonly province: string | null;
}) {
  const text = useText();
  const names = useNames();
  const { id } = useCut();
  const { classified } = props;
  const cut = classified?.figuresCut ?? id;
  // Another map has not been added yet.
  const [added, setAdded] = useState<ClassifiedMap | null>(null);
  const isDone = classified !== null && added === classified;
  const words = text.t(isDone ? 'briefingScreen.addFigure.done' : 'briefingScreen.addFigure');
  const add = (): void => {
    const onPaper = props.classify('light');
    if (onPaper === null || cut === undefined) return;
    const title = titleWithMonth(props.title, cut, text);
    addFigureToDraft({
      cut,
      block: { type: 'map', map: mapSpecOf(onPaper, { ...props, title }, names, text) },
    });
    setAdded(classified);
  };
  const Icon = isDone ? IconCheck : IconPresentation;
  return (
    <ActionIcon
      size="1.875rem"
      variant="default"
      disabled={classified === null || cut === undefined}
      onClick={add}
      title={words}
      aria-label={words}
    >
      <Icon size="1rem" aria-hidden="true" />
    </ActionIcon>
  );
}
