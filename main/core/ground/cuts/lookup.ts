import type { ReadDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import { latestOf, resolveCut, type SpeakingMonth, speakingAt, statusCutFor } from '#shared/domain/cuts.ts';
import { readActiveRules } from '../rules/store.ts';
import { type CutRecord, listCuts } from './store.ts';

/** What a question about a cut rests on; `outputsCut`: the latest month whose outputs were known at that cut. */
export interface CutView extends SpeakingMonth<CutRecord> {
  /** The cut that was asked for. */
  readonly cut: CutRecord;
  /** Where its criteria, task reports and statuses are: itself, or for a month the last cut before its end. */
  readonly statusCut: CutRecord;
  readonly all: readonly CutRecord[];
  /** For how many months a month speaks. */
  readonly monthsAtMost: number;
}

/** What the statuses of a view rest on: of a month asked for by itself, the outputs that its status cut knew. */
export function statusView(view: CutView): CutView {
  const { all, statusCut, monthsAtMost } = view;
  return { ...view, cut: statusCut, ...speakingAt(all, statusCut, monthsAtMost) };
}

/**
 * The cut that answers `reference` (a code, a day, a month; default: the newest that carries statuses).
 * CUT_UNKNOWN when none does; NO_DATA when the database holds no cut at all.
 */
export function requireCut(database: ReadDatabase, reference: string | undefined): CutView {
  return requireCutAmong(listCuts(database), monthsAtMostOf(database), reference);
}

/** For how many months a month speaks under the rules in force. */
function monthsAtMostOf(database: ReadDatabase): number {
  return readActiveRules(database).rules.operating.monthsAtMost;
}

/** The same for somebody who has the cuts of the database at hand. */
export function requireCutAmong(
  all: readonly CutRecord[],
  monthsAtMost: number,
  reference: string | undefined,
): CutView {
  const statusCuts = all.filter((cut) => cut.kind !== 'month');
  if (statusCuts.length === 0) throw new UserError('NO_DATA');
  const cut = reference === undefined ? latestOf(statusCuts) : resolveCut(all, reference);
  if (cut === null) throw new UserError('CUT_UNKNOWN', { cut: reference ?? '' });
  const statusCut = statusCutFor(all, cut);
  if (statusCut === null) throw new UserError('CUT_UNKNOWN', { cut: cut.code });
  return { cut, statusCut, all, monthsAtMost, ...speakingAt(all, cut, monthsAtMost) };
}
