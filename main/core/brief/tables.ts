import type { Client } from '#shared/contract/contract.ts';
import { boundsOfSide, type StatusSide } from '#shared/domain/bounds.ts';
import { gapEmpty } from '#shared/domain/gap.ts';
import { emptyText } from '#shared/text/known-text.ts';
import type { Briefing } from './description.ts';
import { type Facts, gatherFacts } from './facts.ts';
import { type CommuneFact, gatherCommunes } from './facts-province.ts';
import { perPeopleTable } from './per-people-table.ts';
import { createSay, type Say } from './say.ts';
import type { DataTable } from './xlsx/briefing-workbook.ts';
import type { SheetCell } from './xlsx/cells.ts';

const missingEmpty = ({ reported }: CommuneFact) =>
  reported === 'notReported' ? 'notReported' : 'notApplicable';

/** The whole tables of a workbook: communes, and counts per 10,000 people. */
export async function wholeTables(client: Client, briefing: Briefing): Promise<DataTable[]> {
  const facts = await gatherFacts(client, { cut: briefing.cut, compare: null });
  const say = createSay(briefing.language, facts.names);
  return [
    await communesOf(client, briefing, facts, say),
    ...(await perPeopleTable(client, briefing, facts, say)),
  ];
}

/** Every commune of the briefing's unit with its statuses: the whole table behind maps, gaps and rankings. */
export async function communeTable(client: Client, briefing: Briefing): Promise<DataTable> {
  const facts = await gatherFacts(client, { cut: briefing.cut, compare: null });
  return communesOf(client, briefing, facts, createSay(briefing.language, facts.names));
}

async function communesOf(client: Client, briefing: Briefing, facts: Facts, say: Say): Promise<DataTable> {
  const communes = (await gatherCommunes(client, facts)).filter(
    (commune) => briefing.unit === 'VN' || commune.parent === briefing.unit,
  );
  const column = (title: string, format: 'text' | 'integer' = 'text') => ({ title, format });
  return {
    title: say.t('unitLevel.commune'),
    columns: [
      column(say.t('briefing.column.code')),
      column(say.t('briefing.column.unit')),
      column(say.t('briefing.column.province')),
      column(say.t('status.reported.long')),
      column(say.t('status.operating.long')),
      column(say.t('briefing.column.gap'), 'integer'),
      column(say.t('briefing.province.missing'), 'integer'),
      // Last: who reads the columns by their place finds them where they always were.
      ...SIDES.flatMap((side) =>
        ENDS.map((end) => column(say.t(`status.${end}`, { status: say.t(`status.${side}`) }))),
      ),
    ],
    rows: communes.map((commune) => [
      { value: commune.code, format: 'text' },
      { value: say.name(commune), format: 'text' },
      { value: commune.parent === null ? '' : say.unit(commune.parent), format: 'text' },
      { value: say.t(`status.${commune.reported}`), format: 'text' },
      { value: say.t(`status.${commune.operating}`), format: 'text' },
      { value: commune.gapSteps ?? emptyText(say, gapEmpty(commune)), format: 'integer' },
      { value: commune.missing ?? emptyText(say, missingEmpty(commune)), format: 'integer' },
      ...SIDES.flatMap((side) => ENDS.map((end) => boundCell(commune, side, end, say))),
    ]),
  };
}

const SIDES = ['reported', 'operating'] as const;
const ENDS = ['atLeast', 'atMost'] as const;

/** The worst or the best colour that an undetermined status can have; empty where it is certain. */
function boundCell(commune: CommuneFact, side: StatusSide, end: (typeof ENDS)[number], say: Say): SheetCell {
  const bounds = boundsOfSide(commune.bounds, side);
  return { value: bounds === null ? null : say.t(`status.${bounds[end]}`), format: 'text' };
}
