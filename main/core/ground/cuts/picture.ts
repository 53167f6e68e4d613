import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import type { ListedCutDto } from '#shared/contract/cuts.ts';
import { compareCutsByTime, latestOf } from '#shared/domain/cuts.ts';
import { isComplete, sentShare } from '#shared/domain/picture.ts';
import { appendPictureEvent, completenessAt, cutsWithData } from './picture-store.ts';
import { type CutRecord, cutDto, listCuts } from './store.ts';

/** Weeks, days and moments have one picture between them, months another. */
export type Cycle = 'statuses' | 'months';

export const cycleOf = ({ kind }: Pick<CutRecord, 'kind'>): Cycle =>
  kind === 'month' ? 'months' : 'statuses';

/** The picture: the latest cut of a cycle that once had enough, or was closed; null before the first. */
export function pictureOf(all: readonly CutRecord[], cycle: Cycle): CutRecord | null {
  return latestOf(all.filter((cut) => cycleOf(cut) === cycle && cut.wasPicture === 1));
}

/** The picture there would be without this one. */
export function previousPicture(all: readonly CutRecord[], picture: CutRecord): CutRecord | null {
  return pictureOf(
    all.filter((cut) => cut !== picture),
    cycleOf(picture),
  );
}

/** Whether the cut becomes the picture when it is closed: it is none yet, and later than the one there is. */
export function wouldBePicture(all: readonly CutRecord[], cut: CutRecord): boolean {
  const picture = pictureOf(all, cycleOf(cut));
  return cut.wasPicture === 0 && (picture === null || compareCutsByTime(cut, picture) > 0);
}

/** What is offered where there is no picture: of the cuts for which anything has come, the one of which most has. */
export function fullestOf(database: ReadDatabase, all: readonly CutRecord[], cycle: Cycle): CutRecord | null {
  const known = cutsWithData(database);
  const candidates = all.filter((cut) => cycleOf(cut) === cycle && known.has(cut.id));
  const shares = completenessAt(database, candidates);
  const shareOf = ({ id }: CutRecord) => sentShare(shares.get(id) ?? { owed: 0, sent: 0 });
  const most = Math.max(...candidates.map(shareOf));
  return latestOf(candidates.filter((cut) => shareOf(cut) === most));
}

/** The cut that answers who names none, with what it is; null while nothing at all has come. */
export function standingCut(
  database: ReadDatabase,
  all: readonly CutRecord[],
): { readonly cut: CutRecord; readonly standing: 'picture' | 'offered' } | null {
  const picture = pictureOf(all, 'statuses');
  if (picture !== null) return { cut: picture, standing: 'picture' };
  const cut = fullestOf(database, all, 'statuses');
  return cut === null ? null : { cut, standing: 'offered' };
}

/** The status cuts, or all with the months, newest first, with the one that answers who names none. */
export function listOpenCuts(database: ReadDatabase, withMonths = false): ListedCutDto[] {
  const all = listCuts(database);
  const found = standingCut(database, all);
  return all
    .filter((cut) => withMonths || cut.kind !== 'month')
    .map((cut) => ({ ...cutDto(cut), standing: found?.cut === cut ? found.standing : null }))
    .reverse();
}

/**
 * Makes those of the cuts pictures that have enough by now, in the transaction that brought it; `at` is when (UTC
 * ISO), null = when the last of it came. Gives the cuts from which on is to be judged anew.
 */
export function notePictures(
  database: WriteDatabase,
  ids: readonly number[],
  at: string | null,
): CutRecord[] {
  const waiting = listCuts(database).filter(({ id, wasPicture }) => wasPicture === 0 && ids.includes(id));
  const found = completenessAt(database, waiting);
  const complete = waiting.filter(({ id }) => {
    const counted = found.get(id);
    return counted !== undefined && isComplete(counted);
  });
  for (const cut of complete) {
    const when = at ?? found.get(cut.id)?.receivedAt ?? cut.asOf;
    appendPictureEvent(database, { cutId: cut.id, kind: 'complete', at: when, who: null, reason: null });
  }
  return complete.filter(speaksNow);
}

/** A person closed the cut: it is the picture from then on, however little has come. */
export function noteClosed(database: WriteDatabase, cut: CutRecord, who: string, at: string): CutRecord[] {
  appendPictureEvent(database, { cutId: cut.id, kind: 'closed', at, who, reason: null });
  return cut.wasPicture === 0 && speaksNow(cut) ? [cut] : [];
}

/** Only what a month says becomes another once it is a picture; what people did goes on to later cuts at once. */
const speaksNow = ({ kind }: CutRecord): boolean => kind === 'month';
