import { useText } from '#renderer/ground/text.tsx';
import type { CycleDto } from '#shared/contract/picture.ts';
import { countsOf, useCollectingText, usePicture } from './use-picture.ts';

/** On the wall: one line, the gravest first; nothing while nothing is collected. */
export function WallPicture(props: { readonly className: string | undefined }) {
  const text = useText();
  const picture = usePicture();
  const collecting = useCollectingText();
  if (picture === undefined) return null;
  const { statuses, months } = picture;
  const poor = poorText(statuses, text);
  const next = statuses.collecting[0] ?? months.collecting[0];
  const words = poor ?? (next === undefined ? null : collecting(next));
  if (words === null) return null;
  return (
    <p className={props.className} data-poor={poor !== null || undefined} role="status">
      {words}
    </p>
  );
}

function poorText(
  { picture, shown, isPoor, offered }: CycleDto,
  text: ReturnType<typeof useText>,
): string | null {
  if (picture === null && offered !== null && shown !== null)
    return `${text.t('collecting.none')} ${text.t('collecting.none.offered', countsOf(offered, shown, text))}`;
  if (!isPoor || picture === null || shown === null) return null;
  return text.t('collecting.poor', countsOf(picture, shown, text));
}
