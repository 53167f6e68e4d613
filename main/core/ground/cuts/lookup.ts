import type { ReadDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import { resolveCut, type SpeakingMonth, speakingAt, statusCutFor } from '#shared/domain/cuts.ts';
import type { NotAsked } from '#shared/domain/rule-set.ts';
import { readActiveRules } from '../rules/store.ts';
import { standingCut } from './picture.ts';
import { type CutRecord, listCuts } from './store.ts';

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
  /** What the plan does not ask of whom. */
  readonly notAsked: NotAsked;
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
  const { notAsked, operating } = readActiveRules(database).rules;
  const rules = { monthsAtMost: operating.monthsAtMost, notAsked };
  if (reference !== undefined) return requireCutAmong(all, rules, reference);
  const standing = standingCut(database, all);
  if (standing === null) throw new UserError('NO_DATA');
  return viewOf(all, rules, standing.cut);
}

/** What of the rule set a view of a cut needs. */
type ViewRules = Pick<CutView, 'monthsAtMost' | 'notAsked'>;

/** The same for somebody who has the cuts of the database at hand. */
export function requireCutAmong(all: readonly CutRecord[], rules: ViewRules, reference: string): CutView {
  if (all.every((cut) => cut.kind === 'month')) throw new UserError('NO_DATA');
  const cut = resolveCut(all, reference);
  if (cut === null) throw new UserError('CUT_UNKNOWN', { cut: reference });
  return viewOf(all, rules, cut);
}

function viewOf(all: readonly CutRecord[], { monthsAtMost, notAsked }: ViewRules, cut: CutRecord): CutView {
  const statusCut = statusCutFor(all, cut);
  if (statusCut === null) throw new UserError('CUT_UNKNOWN', { cut: cut.code });
  const speaking =
    cut.kind === 'month' ? { outputsCut: cut, tooOld: null } : speakingAt(all, cut, monthsAtMost);
  return { cut, statusCut, all, monthsAtMost, notAsked, ...speaking };
}
