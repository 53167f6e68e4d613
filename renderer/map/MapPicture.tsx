import { useCallback } from 'react';
import { useCut } from '#renderer/ground/cut.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { PictureMenu } from '#renderer/ui/PictureMenu.tsx';
import type { MakeSubject } from '#renderer/ui/use-picture.ts';
import type { Theme } from '#shared/domain/colours.ts';
import { titleWithMonth } from '#shared/text/reason-text.ts';
import type { ClassifiedMap, MapClass } from './map-classes.ts';
import { mapSpecOf } from './map-spec.ts';

/** What a picture of a map is made from: the map is drawn anew, in the colours of its paper. */
export interface MapPictureSource {
  readonly title: string;
  readonly legendTitle: string;
  readonly classify: (theme: Theme) => ClassifiedMap | null;
  /** What a class is called, where its label does not say it. */
  readonly nameOf?: (item: MapClass) => string;
  /** The cut the figures speak of; by default the one on screen. */
  readonly cut?: string | undefined;
}

/** The whole map, or the province it is on, as a picture. */
export function MapPicture(props: {
  readonly source: MapPictureSource;
  /** The figures are there. */
  readonly isReady: boolean;
  readonly province: string | null;
  readonly hasPatterns: boolean;
}) {
  const text = useText();
  const names = useNames();
  const { id } = useCut();
  const { source, province, hasPatterns } = props;
  const { legendTitle, nameOf, classify } = source;
  const place = province === null ? source.title : `${source.title}: ${names.fullName(province)}`;
  const cut = source.cut ?? id;
  const title = titleWithMonth(place, cut, text);
  const make: MakeSubject = useCallback(
    async (theme) => {
      const classified = classify(theme);
      if (classified === null || cut === undefined) return null;
      const words = { title, legendTitle, province, hasPatterns, nameOf };
      return { drawing: { type: 'map', map: mapSpecOf(classified, words, names, text) }, title, cut };
    },
    [classify, cut, title, legendTitle, province, hasPatterns, nameOf, names, text],
  );
  return <PictureMenu title={title} make={make} isDisabled={!props.isReady || cut === undefined} />;
}
