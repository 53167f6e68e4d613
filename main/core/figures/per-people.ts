import type { CutView } from '#main/core/ground/cuts/lookup.ts';
import { listIndicatorKeys } from '#main/core/ground/rules/store.ts';
import type { FactRow } from '#main/core/ground/units/facts-store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { UnitBackgroundDto } from '#shared/contract/units.ts';
import { evaluatePerPeople, type PerPeople } from '#shared/domain/per-people.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { everyCommuneFigure } from './commune-store.ts';
import { listIndicators } from './plan-store.ts';
import { unitFigures } from './totals-store.ts';
import { knownStateOf, type UnitFigure } from './unit-figure.ts';

/** Of a place per 10,000 people, from what its communes sent. */
export function perPeopleOf(
  facts: readonly FactRow[],
  sent: readonly UnitFigure[],
): (place: string) => PerPeople {
  const values = new Map(sent.map(({ unit, value }) => [unit, value]));
  const communes = facts.map((fact) => ({ ...fact, value: values.get(fact.code) ?? null }));
  const byProvince = Map.groupBy(communes, ({ province }) => province);
  return (place) => evaluatePerPeople(place === 'VN' ? communes : (byProvince.get(place) ?? []));
}

/** Every count of the plan among the outputs of a unit, per 10,000 people of those of its communes (`facts`) that sent it. */
export function countsPerPeople(
  database: ReadDatabase,
  view: CutView,
  unit: string,
  facts: readonly FactRow[],
): UnitBackgroundDto['perPeople'] {
  const counts = listIndicatorKeys(database, vietnamDay(view.statusCut.asOf)).filter(
    ({ kind }) => kind === 'count',
  );
  const names = new Map(listIndicators(database).map((one) => [one.code, one]));
  return counts.flatMap((key) => {
    const { name, nameEn } = names.get(key.code) ?? {};
    const [figure] = unitFigures(database, view, { of: 'outputs', unit, indicator: key.code });
    if (figure === undefined || name === undefined || nameEn === undefined) return [];
    const values = new Map(everyCommuneFigure(database, view, key).map((one) => [one.unit, one.value]));
    const communes = facts.map((fact) => ({ ...fact, value: values.get(fact.code) ?? null }));
    const state = knownStateOf(figure);
    return [
      {
        code: key.code,
        name,
        nameEn,
        cut: view.outputsCut?.code ?? null,
        state,
        ...evaluatePerPeople(communes),
      },
    ];
  });
}
