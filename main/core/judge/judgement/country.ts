import { listCuts } from '#main/core/ground/cuts/store.ts';
import type { WriteDatabase } from '#main/db/open.ts';
import { previousCut, speakingAt } from '#shared/domain/cuts.ts';
import { judgeSteps, readStates } from './judge.ts';
import { inOneGo } from './pauses.ts';
import { startSeries, statusValues } from './recompute.ts';
import { goingOn, standingOf } from './standing.ts';
import { insertFigureTotals, insertTaskStatuses, insertUnitStatuses } from './store.ts';
import { figureTotals } from './totals.ts';

/**
 * Computes the country's own statuses and totals where the units below it have theirs and it has none: in what was read from
 * the file of one province, where 'the country' is then that province. One step a cut, yielding its code.
 */
export function* addCountryStatuses(database: WriteDatabase): Generator<string, void> {
  const series = startSeries(database);
  const cuts = listCuts(database);
  for (const cut of cuts.filter(({ kind }) => kind !== 'month')) {
    const { active, kept } = series(cut);
    const speaks = speakingAt(cuts, cut, kept.rules.operating.monthsAtMost);
    const judged = inOneGo(judgeSteps(database, cut, speaks, kept, readStates(database, cut)));
    const before = previousCut(cuts, cut);
    const speaking = goingOn(cut, before, speaks, active.rules);
    const earlier = kept.standingsAt(before?.id ?? null);
    const countries = [...judged.units.entries()].filter(([, { unit }]) => unit.level === 'country');
    const rows = countries.map(([position, unit]) => {
      const standing = standingOf(unit, speaking, earlier.get(unit.unit.id));
      return statusValues(judged, position, standing, [cut.id, active.version, false]);
    });
    insertUnitStatuses(database, rows);
    const ids = new Set(countries.map(([, { unit }]) => unit.id));
    const tasks = judged.tasks.filter(({ unitId }) => ids.has(unitId));
    insertTaskStatuses(database, cut.id, active.version, tasks);
    insertFigureTotals(
      database,
      figureTotals(cut.id, judged).filter(([, , unitId]) => ids.has(Number(unitId))),
    );
    yield cut.code;
  }
}
