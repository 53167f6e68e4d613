import type { ReadDatabase } from '#main/db/open.ts';
import type { WaitingMonthDto } from '#shared/contract/words.ts';
import { waitingMonthAt } from '#shared/domain/cuts.ts';
import type { MonthState } from '#shared/domain/known.ts';
import type { IndicatorKind } from '#shared/domain/model.ts';
import { type CutView, statusView } from './lookup.ts';
import { completenessAt } from './picture-store.ts';

/**
 * Why the operating side of a view stands on an earlier month than its own: the month that is not used yet, how much of it
 * has come, and the one that speaks in its place. Null where the newest month speaks.
 */
export function waitingMonthOf(database: ReadDatabase, view: CutView): WaitingMonthDto {
  const { all, cut, outputsCut } = statusView(view);
  const month = waitingMonthAt(all, cut);
  const there = month === null ? undefined : completenessAt(database, [month]).get(month.id);
  if (month === null || there === undefined) return null;
  const { provinces, inProvinces, owed, sent } = there;
  return { cut: month.code, provinces, inProvinces, owed, sent, instead: outputsCut?.code ?? null };
}

/**
 * Why no outputs speak at a view: the first month has ended and is still being collected (once it is due, while something
 * of it has come), or the newest is too old. Null where one speaks, and where none has ended or nothing of it came in time.
 */
export function monthStateOf(database: ReadDatabase, view: CutView): MonthState | null {
  const { all, cut, outputsCut, tooOld, missing = null } = view;
  if (outputsCut !== null) return null;
  if (tooOld !== null) return 'tooOld';
  const month = waitingMonthAt(all, cut);
  if (month === null) return null;
  if (missing === null) return 'collecting';
  return (completenessAt(database, [month]).get(month.id)?.sent ?? 0) > 0 ? 'collecting' : null;
}

/** The same for the figures of one indicator: criteria are of the cut itself, and a month asked for by itself speaks. */
export function waitingMonthOfFigures(
  database: ReadDatabase,
  view: CutView,
  kind: IndicatorKind,
): WaitingMonthDto {
  return kind === 'criterion' || view.cut.kind === 'month' ? null : waitingMonthOf(database, view);
}
