import type { ReadDatabase } from '#main/db/open.ts';
import type { WaitingMonthDto } from '#shared/contract/words.ts';
import { waitingMonthAt } from '#shared/domain/cuts.ts';
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

/** The same for the figures of one indicator: criteria are of the cut itself, and a month asked for by itself speaks. */
export function waitingMonthOfFigures(
  database: ReadDatabase,
  view: CutView,
  kind: IndicatorKind,
): WaitingMonthDto {
  return kind === 'criterion' || view.cut.kind === 'month' ? null : waitingMonthOf(database, view);
}
