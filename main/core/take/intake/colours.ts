import { type CutRecord, listCuts } from '#main/core/ground/cuts/store.ts';
import { rulesAt } from '#main/core/ground/rules/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { ColourChangesDto } from '#shared/contract/intake.ts';
import { compareStatuses } from '#shared/domain/change.ts';
import { speakingAt } from '#shared/domain/cuts.ts';
import { type ColourRow, listColours } from './colours-store.ts';
import type { Inspected } from './inspect.ts';

/** Units told by name; the screens have the rest. */
const UNITS_TOLD = 10;

/** Colours as they stand at a cut. */
export interface CutColours {
  readonly cut: CutRecord;
  readonly rows: readonly ColourRow[];
}

/**
 * The colours before, at the newest cut with colours that figures of these cuts bear upon: one of them, or one at which
 * a month among them speaks. Null where there is none, as for a month that no picture uses yet.
 */
export function coloursBefore(database: ReadDatabase, codes: readonly string[]): CutColours | null {
  const cuts = listCuts(database);
  const speaks = (at: CutRecord): string =>
    speakingAt(cuts, at, rulesAt(database, at).rules.operating.monthsAtMost).outputsCut?.code ?? '';
  const cut = cuts.findLast(
    (one) => one.kind !== 'month' && (codes.includes(one.code) || codes.includes(speaks(one))),
  );
  return cut === undefined ? null : coloursAt(database, cut);
}

export function coloursAt(database: ReadDatabase, cut: CutRecord): CutColours {
  return { cut, rows: listColours(database, cut.id) };
}

/** Whose colours are others now; of several files judged at once those of the units of one (`among`) and above them. */
export function coloursChanged(
  { cut, rows: before }: CutColours,
  { rows: after }: CutColours,
  among: ReadonlySet<string> | null,
): ColourChangesDto {
  const above = new Set(after.flatMap(({ code, parent }) => (among?.has(code) ? (parent ?? []) : [])));
  const isTold = ({ code }: ColourRow): boolean => among === null || among.has(code) || above.has(code);
  const told = after.filter(isTold);
  const moves = (['province', 'commune'] as const).flatMap((level) =>
    (['reported', 'operating'] as const).map((side) => ({
      ...{ level, side },
      ...moveOf(sideOf(before, level, side), sideOf(told, level, side)),
    })),
  );
  return { cut: cut.code, moves: moves.filter(({ changed }) => changed > 0) };
}

/** Whom a file speaks of. */
export function unitsTold({ figures, reports }: Inspected['collection']): ReadonlySet<string> {
  const bodies = [...reports.brought().values()].flat();
  return new Set([...figures.units.codes, ...bodies.map(({ unit }) => String(unit))]);
}

function sideOf(rows: readonly ColourRow[], level: ColourRow['level'], side: 'reported' | 'operating') {
  return new Map(rows.filter((row) => row.level === level).map((row) => [row.code, row[side]]));
}

function moveOf(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>) {
  // A cut that the file opens had no colours at all.
  const stood = new Map([...after.keys()].map((code) => [code, before.get(code) ?? 'notReported']));
  const { improved, regressed, startedReporting, stoppedReporting } = compareStatuses(stood, after);
  const units = [...regressed, ...stoppedReporting, ...improved, ...startedReporting];
  return {
    changed: units.length,
    improved: improved.length,
    regressed: regressed.length,
    started: startedReporting.length,
    stopped: stoppedReporting.length,
    units: units.slice(0, UNITS_TOLD),
  };
}
