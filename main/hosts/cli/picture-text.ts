import type { Answers } from '#shared/contract/contract.ts';
import type { CollectingCutDto } from '#shared/contract/picture.ts';
import type { CutDto } from '#shared/contract/words.ts';
import { type Completeness, namedOf, sentShare } from '#shared/domain/picture.ts';
import { createFormatter } from '#shared/text/format.ts';
import { cutNameInside } from '#shared/text/reason-text.ts';
import { createTranslator } from '#shared/text/translator.ts';

type Pictures = Answers['picture']['get'];

const translator = createTranslator('vi');
const format = createFormatter('vi');

/** What JSON says of the picture: its cut and month, and every cut that is collected since. */
export function pictureParts({ statuses, months }: Pictures) {
  return {
    picture: statuses.picture?.id ?? null,
    pictureMonth: months.picture?.id ?? null,
    collecting: [...statuses.collecting, ...months.collecting].map(({ cut, ...rest }) => ({
      cut: cut.id,
      ...rest,
    })),
  };
}

/** Lines for a terminal: no picture yet, one that has too little, what is collected and what is to be decided. */
export function pictureLines({ statuses, months }: Pictures): string[] {
  const { picture, offered, shown } = statuses;
  const lines = [statuses, months].flatMap(({ collecting }) => collectingLines(collecting));
  if (picture === null) lines.unshift(translator.t('collecting.none'));
  if (offered !== null && shown !== null)
    lines.splice(1, 0, translator.t('collecting.none.offered', countsOf(offered, shown)));
  return [...poorLines(statuses, 'collecting.poor'), ...poorLines(months, 'collecting.poor.month'), ...lines];
}

function poorLines(
  { picture, shown, isPoor }: Pictures['statuses'],
  message: 'collecting.poor' | 'collecting.poor.month',
): string[] {
  return picture !== null && shown !== null && isPoor
    ? [translator.t(message, countsOf(picture, shown))]
    : [];
}

function collectingLines(collecting: readonly CollectingCutDto[]): string[] {
  const { named, more } = namedOf(collecting);
  const lines = named.map(collectingLine);
  return more === 0 ? lines : [...lines, translator.t('collecting.more', { count: more })];
}

function collectingLine(one: CollectingCutDto): string {
  const due = format.dateTime(one.dueAt);
  const words = translator.t('collecting.now', { ...countsOf(one.cut, one), due });
  return one.isToBeDecided ? `${words}. ${translator.t('collecting.decide')}` : words;
}

function countsOf(cut: CutDto, there: Completeness) {
  const { provinces, inProvinces } = there;
  return {
    cut: cutNameInside(cut, translator),
    provinces,
    inProvinces,
    share: format.percent(sentShare(there)),
  };
}
