import type { Client } from '#shared/contract/contract.ts';
import type { IndicatorPlaceDto } from '#shared/contract/indicators.ts';
import { perPeopleDigits } from '#shared/domain/per-people.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { isHeld } from '#shared/domain/plan.ts';
import { emptyText } from '#shared/text/known-text.ts';
import type { Briefing } from './description.ts';
import type { Facts } from './facts.ts';
import type { Say } from './say.ts';
import type { DataTable } from './xlsx/briefing-workbook.ts';
import type { SheetCell } from './xlsx/cells.ts';

/**
 * Every count of the plan per 10,000 people, of the country and each province, or of the briefing's own beside the country;
 * no table where the plan counts nothing.
 */
export async function perPeopleTable(
  client: Client,
  briefing: Briefing,
  facts: Facts,
  say: Say,
): Promise<DataTable[]> {
  const day = vietnamDay(facts.now.cut.asOf);
  const counts = facts.indicators.filter((one) => one.kind === 'count' && isHeld(one, day));
  if (counts.length === 0) return [];
  const pages = await Promise.all(
    counts.map(({ code }) => client.indicators.get({ code, cut: facts.now.cut.id })),
  );
  const isShown = ({ code }: IndicatorPlaceDto) =>
    briefing.unit === 'VN' || code === 'VN' || code === briefing.unit;
  return [
    {
      title: say.t('perPeople.column'),
      columns: [
        { title: say.t('briefing.column.indicator'), format: 'text' },
        { title: say.t('briefing.column.code'), format: 'text' },
        { title: say.t('briefing.column.unit'), format: 'text' },
        { title: say.t('briefing.column.value'), format: 'integer' },
        { title: say.t('perPeople.column'), format: 'decimal' },
        { title: say.t('perPeople.people'), format: 'integer' },
        { title: say.t('perPeople.communes'), format: 'integer' },
        { title: say.t('perPeople.left'), format: 'integer' },
      ],
      rows: pages.flatMap(({ indicator, country, provinces }) =>
        [country, ...provinces]
          .filter(isShown)
          .map((place) => rowOf(say.indicator(indicator.code), place, say)),
      ),
    },
  ];
}

function rowOf(indicator: string, place: IndicatorPlaceDto, say: Say): SheetCell[] {
  const { code, value, state, perPeople } = place;
  const per = perPeople?.value ?? null;
  const none = value === null ? emptyText(say, state) : say.t('perPeople.none');
  return [
    { value: indicator, format: 'text' },
    { value: code, format: 'text' },
    { value: say.unit(code), format: 'text' },
    { value: value ?? emptyText(say, state), format: 'integer' },
    // As many digits as say something, as on the screens.
    { value: per === null ? none : Number(per.toFixed(perPeopleDigits(per))), format: 'decimal' },
    { value: perPeople?.people ?? 0, format: 'integer' },
    { value: perPeople?.communes ?? 0, format: 'integer' },
    { value: perPeople?.withoutPopulation ?? 0, format: 'integer' },
  ];
}
