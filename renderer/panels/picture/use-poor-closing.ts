import { type Text, useText } from '#renderer/ground/text.tsx';
import type { CollectingCutDto } from '#shared/contract/picture.ts';
import { isPoor } from '#shared/domain/picture.ts';
import { countsOf, usePicture } from './use-picture.ts';

/** What has to be checked before the cut is closed: that it becomes the picture though little of it has come. */
export function usePoorClosing(id: string): string | undefined {
  const pictures = usePicture();
  const text = useText();
  const cycles = pictures === undefined ? [] : [pictures.statuses, pictures.months];
  const found = cycles.flatMap(({ collecting }) => collecting).find(({ cut }) => cut.id === id);
  return found === undefined ? undefined : poorClosing(found, text);
}

/** The same of one that is at hand. */
export function poorClosing(there: CollectingCutDto, text: Text): string | undefined {
  return isPoor(there) ? text.t('collecting.close.anyway', countsOf(there.cut, there, text)) : undefined;
}
