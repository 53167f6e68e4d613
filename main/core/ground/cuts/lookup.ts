import type { ReadDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { ViewedCutDto } from '#shared/contract/words.ts';
import { resolveCut, type SpeakingMonth, speakingAt, statusCutFor } from '#shared/domain/cuts.ts';
import { type ActiveRules, listIndicatorKeys, rulesAt } from '../rules/store.ts';
import { fullestOf, standingCut } from './picture.ts';
import { type CutRecord, cutDto, listCuts } from './store.ts';
import { cutUnknown } from './unknown.ts';

/**
 * What a question about a cut rests on; `outputsCut`: the latest month that was a picture and ended by that cut, or the
 * month itself that was asked for.
 */
export interface CutView extends SpeakingMonth<CutRecord> {
  /** The cut that was asked for. */
  readonly cut: CutRecord;
  /** Where its criteria, task reports and statuses are: itself, or for a month the last cut before its end. */
  readonly statusCut: CutRecord;
  readonly all: readonly CutRecord[];
  /** For how many months a month speaks. */
  readonly monthsAtMost: number;
  /** The revision that the status cut is judged by. */
  readonly active: ActiveRules;
}

/** What the statuses of a view rest on: of a month asked for by itself, the outputs that its status cut knew. */
export function statusView(view: CutView): CutView {
  const { all, statusCut, monthsAtMost } = view;
  return { ...view, cut: statusCut, ...speakingAt(all, statusCut, monthsAtMost) };
}

/**
 * The cut that answers `reference` (a code, a day, a month; default: the picture, and before the first the fullest).
 * CUT_UNKNOWN when none does; NO_DATA when nothing has come at all.
 */
export function requireCut(database: ReadDatabase, reference: string | undefined): CutView {
  const all = listCuts(database);
  if (reference !== undefined) return requireCutAmong(database, all, reference);
  const standing = standingCut(database, all);
  if (standing === null) throw nothingToShow(database, all);
  return viewOf(database, all, standing.cut);
}

/**
 * The same for questions about one indicator: its outputs a month tells also where it ended before the first week, and
 * without statuses, which nobody judged.
 */
export function requireFiguresCut(
  database: ReadDatabase,
  reference: string | undefined,
  indicator: string,
): CutView {
  const all = listCuts(database);
  const month = reference === undefined ? null : resolveCut(all, reference);
  if (month?.kind !== 'month' || statusCutFor(all, month) !== null) return requireCut(database, reference);
  const isCriterion = listIndicatorKeys(database).some(
    ({ code, kind }) => code === indicator && kind === 'criterion',
  );
  if (isCriterion) return requireCut(database, reference);
  return viewBy(database, all, month, month);
}

/** The cut of a view as answers tell it. */
export function viewedCutDto({ cut, statusCut }: CutView): ViewedCutDto {
  const { code: id, asOf } = statusCut;
  return { ...cutDto(cut), statusCut: cut === statusCut ? null : { id, asOf } };
}

/** The same for somebody who has the cuts of the database at hand. */
export function requireCutAmong(
  database: ReadDatabase,
  all: readonly CutRecord[],
  reference: string,
): CutView {
  if (all.every((cut) => cut.kind === 'month')) throw nothingToShow(database, all);
  const cut = resolveCut(all, reference);
  if (cut === null) throw cutUnknown(all, reference);
  return viewOf(database, all, cut);
}

/** Statuses are of weeks and moments: where only months have come, that is said, and not that nothing has. */
function nothingToShow(database: ReadDatabase, all: readonly CutRecord[]): UserError {
  const hasMonth = fullestOf(database, all, 'months') !== null;
  return new UserError('NO_DATA', hasMonth ? { why: 'months' } : {});
}

function viewOf(database: ReadDatabase, all: readonly CutRecord[], cut: CutRecord): CutView {
  const statusCut = statusCutFor(all, cut);
  if (statusCut === null) throw new UserError('NO_DATA', { why: 'before', cut: cut.code });
  return viewBy(database, all, cut, statusCut);
}

function viewBy(
  database: ReadDatabase,
  all: readonly CutRecord[],
  cut: CutRecord,
  statusCut: CutRecord,
): CutView {
  const active = rulesAt(database, statusCut);
  const { monthsAtMost } = active.rules.operating;
  const speaking =
    cut.kind === 'month' ? { outputsCut: cut, tooOld: null } : speakingAt(all, cut, monthsAtMost);
  return { cut, statusCut, all, monthsAtMost, active, ...speaking };
}
