import {
  type Cycle,
  cycleOf,
  fullestOf,
  pictureOf,
  previousPicture,
} from '#main/core/ground/cuts/picture.ts';
import { type CutCompleteness, completenessAt, findWait } from '#main/core/ground/cuts/picture-store.ts';
import { type CutRecord, cutDto } from '#main/core/ground/cuts/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { CollectingCutDto, CycleDto } from '#shared/contract/picture.ts';
import { compareCutsByTime } from '#shared/domain/cuts.ts';
import { type Completeness, isPoor, isToBeDecided } from '#shared/domain/picture.ts';

/** How a cycle stands at an instant (UTC ISO): its picture, and what is collected for the next. */
export function describeCycle(
  database: ReadDatabase,
  all: readonly CutRecord[],
  cycle: Cycle,
  now: string,
): CycleDto {
  const picture = pictureOf(all, cycle);
  const offered = picture === null ? fullestOf(database, all, cycle) : null;
  const shown = picture ?? offered;
  const open = collectedSince(all, cycle, picture);
  const counted = completenessAt(database, shown === null ? open : [...open, shown]);
  const ofShown = shown === null ? undefined : counted.get(shown.id);
  const previous = picture === null ? null : previousPicture(all, picture);
  return {
    picture: picture && cutDto(picture),
    offered: offered && cutDto(offered),
    shown: ofShown === undefined ? null : numbersOf(ofShown),
    isPoor: picture !== null && ofShown !== undefined && isPoor(ofShown),
    previous: previous && cutDto(previous),
    collecting: open.flatMap((cut) => {
      const there = counted.get(cut.id);
      return there === undefined ? [] : [collectingOf(database, cut, there, now)];
    }),
  };
}

function collectedSince(all: readonly CutRecord[], cycle: Cycle, picture: CutRecord | null): CutRecord[] {
  return all.filter(
    (cut) =>
      cycleOf(cut) === cycle &&
      cut.state === 'collecting' &&
      (picture === null || compareCutsByTime(cut, picture) > 0),
  );
}

function collectingOf(
  database: ReadDatabase,
  cut: CutRecord,
  there: CutCompleteness,
  now: string,
): CollectingCutDto {
  const wait = findWait(database, cut.id);
  return {
    ...numbersOf(there),
    cut: cutDto(cut),
    dueAt: cut.dueAt,
    isToBeDecided: isToBeDecided(cut.dueAt, wait?.at ?? null, now),
    waited: wait && { who: wait.who, at: wait.at, reason: wait.reason },
  };
}

function numbersOf({ provinces, inProvinces, owed, sent }: Completeness): Completeness {
  return { provinces, inProvinces, owed, sent };
}
