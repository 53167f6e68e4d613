import type { ReadDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import { latestOf, outputsCutFor, resolveCut, statusCutFor } from '#shared/domain/cuts.ts';
import { type CutRecord, listCuts } from './store.ts';

/** What a question about a cut rests on. */
export interface CutView {
  /** The cut that was asked for. */
  readonly cut: CutRecord;
  /** Where its criteria, task reports and statuses are: itself, or for a month the last cut before its end. */
  readonly statusCut: CutRecord;
  /** The latest month whose outputs were known at that cut; null before the first. */
  readonly outputsCut: CutRecord | null;
  readonly all: readonly CutRecord[];
}

/** What the statuses of a view rest on: of a month asked for by itself, the outputs that its status cut knew. */
export function statusView(view: CutView): CutView {
  const { all, statusCut } = view;
  return { ...view, cut: statusCut, outputsCut: outputsCutFor(all, statusCut) };
}

/**
 * The cut that answers `reference` (a code, a day, a month; default: the newest that carries statuses).
 * CUT_UNKNOWN when none does; NO_DATA when the database holds no cut at all.
 */
export function requireCut(database: ReadDatabase, reference: string | undefined): CutView {
  return requireCutAmong(listCuts(database), reference);
}

/** The same for somebody who has the cuts of the database at hand. */
export function requireCutAmong(all: readonly CutRecord[], reference: string | undefined): CutView {
  const statusCuts = all.filter((cut) => cut.kind !== 'month');
  if (statusCuts.length === 0) throw new UserError('NO_DATA');
  const cut = reference === undefined ? latestOf(statusCuts) : resolveCut(all, reference);
  if (cut === null) throw new UserError('CUT_UNKNOWN', { cut: reference ?? '' });
  const statusCut = statusCutFor(all, cut);
  if (statusCut === null) throw new UserError('CUT_UNKNOWN', { cut: cut.code });
  return { cut, statusCut, outputsCut: outputsCutFor(all, cut), all };
}
