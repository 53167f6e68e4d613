import { listCuts } from '#main/core/cuts/store.ts';
import type { WriteDatabase } from '#main/db/open.ts';
import { outputsCutFor, previousCut } from '#shared/domain/cuts.ts';
import { judgeCut } from './judge.ts';
import { statusValues } from './recompute.ts';
import { readActiveRules } from './rules.ts';
import { insertTaskStatuses, insertUnitStatuses, loadEarlier } from './store.ts';

/**
 * Computes the country's own statuses where the units below it have theirs and it has none: in what was read from
 * the file of one province, where 'the country' is then that province. One step a cut, yielding its code.
 */
export function* addCountryStatuses(database: WriteDatabase): Generator<string, void> {
  const { version, rules } = readActiveRules(database);
  const cuts = listCuts(database);
  for (const cut of cuts.filter(({ kind }) => kind !== 'month')) {
    const judged = judgeCut(database, cut, outputsCutFor(cuts, cut), rules);
    const country = judged.units.filter(({ unit }) => unit.level === 'country');
    const ids = new Set(country.map(({ unit }) => unit.id));
    const earlier = loadEarlier(database, previousCut(cuts, cut)?.id ?? null);
    insertUnitStatuses(
      database,
      country.map((one) => statusValues(one, cut.id, version, earlier.get(one.unit.id), false)),
    );
    insertTaskStatuses(
      database,
      cut.id,
      version,
      judged.tasks.filter(({ unitId }) => ids.has(unitId)),
    );
    yield cut.code;
  }
}
