import { idOf } from '#main/core/catalogue/ids.ts';
import { type Cell, insertRows } from '#main/db/insert-rows.ts';
import type { WriteDatabase } from '#main/db/open.ts';
import type { PlannedCut } from './calendar.ts';
import type { Masks } from './criteria-rows.ts';
import type { DeliveryRun } from './deliveries.ts';
import { type Conditions, createOutputModel, type MonthFigures } from './output-model.ts';
import { addOddities } from './output-oddities.ts';
import { type MonthTable, pinMonth } from './output-pins.ts';
import { AN_LAO, PHU_LIEN, PHU_LIEN_SUPPORT } from './pins.ts';
import type { Provenance } from './provenance.ts';
import type { Commune, World } from './world.ts';

/** Hoàng Sa has no residents who file applications: outputs do not apply there. */
const NOT_APPLICABLE = '20333';

type Count = keyof MonthFigures;
const OUTPUTS: readonly { code: string; part: Count; whole: Count | null }[] = [
  { code: 'applications_received', part: 'received', whole: null },
  { code: 'applications_online', part: 'online', whole: 'received' },
  { code: 'results_online', part: 'resultsOnline', whole: 'resolved' },
  { code: 'resolved_on_time', part: 'onTime', whole: 'resolved' },
  { code: 'records_synchronised', part: 'synchronised', whole: 'received' },
  { code: 'documents_signed', part: 'signed', whole: 'documents' },
  { code: 'support_operations', part: 'support', whole: null },
];
export const OUTPUT_COUNT = OUTPUTS.length;

const COLUMNS = [
  'cut_id',
  'indicator_id',
  'unit_id',
  'value',
  'numerator',
  'denominator',
  'run_id',
  'row',
  'note',
];
const ARTICLE = 'mst-2025-11-08';
const SUPPORT_NOTE = 'Báo cáo nêu hơn 5.000 lượt trong 2 tháng; cách chia theo tháng là minh họa.';

/** Writes the monthly outputs of every commune that sent them; `runs` has one list per month. */
export function insertOutputs(
  database: WriteDatabase,
  world: World,
  masks: Masks,
  runs: readonly (readonly DeliveryRun[])[],
  provenance: Provenance,
): void {
  const draw = createOutputModel(world);
  for (const [month, cut] of world.monthCuts.entries()) {
    const conditions = conditionsAt(world, masks, cut);
    const table: MonthTable = world.communes.map((commune) => draw(commune, month, conditions(commune)));
    addOddities(world, cut, table);
    pinMonth(world, cut, table);
    insertMonth(database, world, cut, table, runs[month] ?? [], provenance);
  }
}

/** What the last weekly cut of the month says of a commune. */
function conditionsAt(world: World, masks: Masks, cut: PlannedCut): (commune: Commune) => Conditions {
  const last = world.statusCuts.findLastIndex(({ asOf }) => asOf <= cut.asOf);
  const bit = (code: string): number => 1 << world.criteria.indexOf(code);
  const signature = bit('signature_specialised');
  const portal = bit('portal_connected');
  const team = bit('digital_team');
  return ({ index }) => {
    const met = masks[last]?.[index] ?? 0;
    return {
      hasSignatures: (met & signature) > 0,
      isConnected: (met & portal) > 0,
      hasTeam: (met & team) > 0,
    };
  };
}

function insertMonth(
  database: WriteDatabase,
  world: World,
  cut: PlannedCut,
  table: MonthTable,
  runs: readonly DeliveryRun[],
  provenance: Provenance,
): void {
  const pinned = pinnedFigures(cut);
  const pinnedRun = pinned.size > 0 ? provenance.published(ARTICLE, cut, pinned.size) : null;
  const runOf = new Map<number, number>();
  for (const { delivery, runId } of runs) {
    for (const [place, { index }] of delivery.province.communes.entries()) {
      if (delivery.given[place] && runId !== null) runOf.set(index, runId);
    }
  }
  for (const output of OUTPUTS) {
    const indicatorId = idOf(world.indicators, output.code);
    const rows: Cell[][] = [];
    for (const commune of world.communes) {
      const isPinned = pinned.has(`${commune.code}|${output.code}`);
      const runId = isPinned ? pinnedRun : runOf.get(commune.index);
      const figures = table[commune.index];
      if (runId === undefined || runId === null || !figures) continue;
      const note = isPinned && output.code === 'support_operations' ? SUPPORT_NOTE : null;
      const place = isPinned ? 0 : commune.row;
      rows.push([
        cut.id,
        indicatorId,
        commune.unitId,
        ...valueCells(commune, figures, output),
        runId,
        place,
        note,
      ]);
    }
    insertRows(database, 'observation', COLUMNS, rows);
  }
}

/** Value, numerator, denominator. Null value: not applicable (no residents, or nothing to be a share of). */
function valueCells(
  commune: Commune,
  figures: MonthFigures,
  { part, whole }: (typeof OUTPUTS)[number],
): [Cell, Cell, Cell] {
  if (commune.code === NOT_APPLICABLE) return [null, null, null];
  if (whole === null) return [figures[part], null, null];
  const denominator = figures[whole];
  return [denominator === 0 ? null : figures[part] / denominator, figures[part], denominator];
}

/** Figures that a public report prints for this month, as commune|indicator. */
function pinnedFigures(cut: PlannedCut): ReadonlySet<string> {
  const pinned = new Set<string>();
  if (PHU_LIEN_SUPPORT[cut.code] !== undefined) pinned.add(`${PHU_LIEN}|support_operations`);
  if (cut.code === 'month-2025-10') {
    pinned.add(`${PHU_LIEN}|documents_signed`);
    for (const code of ['applications_received', 'applications_online', 'documents_signed'])
      pinned.add(`${AN_LAO}|${code}`);
  }
  return pinned;
}
