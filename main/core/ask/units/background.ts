import { countsPerPeople } from '#main/core/figures/per-people.ts';
import { requireCut } from '#main/core/ground/cuts/lookup.ts';
import { communeFacts, type FactRow } from '#main/core/ground/units/facts-store.ts';
import { madeFrom } from '#main/core/ground/units/former.ts';
import { requireUnit } from '#main/core/ground/units/lookup.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { UnitBackgroundDto } from '#shared/contract/units.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { evaluatePopulation, sumPopulation } from '#shared/domain/population.ts';

/**
 * What is known of a unit beside its figures. Units of old are those of this workspace also where a data file is
 * looked at: they are the same everywhere, and in no data file.
 */
export function unitBackground(
  database: ReadDatabase,
  workspace: ReadDatabase,
  { code, cut }: { readonly code: string; readonly cut?: string | undefined },
): UnitBackgroundDto {
  const view = requireCut(database, cut);
  const { statusCut } = view;
  const { level } = requireUnit(database, code, statusCut.asOf);
  const day = vietnamDay(statusCut.asOf);
  const facts = communeFacts(database, code, day);
  const own = level === 'commune' ? (facts[0] ?? null) : null;
  return {
    code,
    population: own === null ? placePopulation(facts) : communePopulation(own),
    seat: own?.seat ?? null,
    perPeople: countsPerPeople(database, view, code, facts),
    madeFrom: madeFrom(workspace, code, day),
  };
}

function communePopulation({ people, kind, countedIn }: FactRow): UnitBackgroundDto['population'] {
  const { communes, unknown, doubtful } = sumPopulation([{ people, kind }]);
  return { people, state: evaluatePopulation(people, kind), countedIn, communes, unknown, doubtful };
}

function placePopulation(facts: readonly FactRow[]): UnitBackgroundDto['population'] {
  const sum = sumPopulation(facts);
  const years = facts.flatMap(({ countedIn }) => countedIn ?? []);
  return {
    ...sum,
    state: sum.people === null ? 'unknown' : 'known',
    countedIn: years.length === 0 ? null : Math.max(...years),
  };
}
