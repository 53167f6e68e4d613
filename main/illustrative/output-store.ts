import { idOf } from '#main/core/ground/catalogue/ids-store.ts';
import { type Cell, insertRows } from '#main/db/insert-rows.ts';
import type { WriteDatabase } from '#main/db/open.ts';
import codes from '../../assets/illustrative/codes.json' with { type: 'json' };
import { hasCommunes, type PlannedCut } from './calendar.ts';
import { insertCityMonth } from './city-month-store.ts';
import type { Masks } from './criteria-store.ts';
import type { DeliveryRun } from './deliveries.ts';
import { addSmallNumbers, planLeftOut } from './output-gaps.ts';
import { type Conditions, createOutputModel, type MonthFigures } from './output-model.ts';
import { addOddities } from './output-oddities.ts';
import { type MonthTable, pinMonth } from './output-pins.ts';
import { AN_LAO, PHU_LIEN, PHU_LIEN_SUPPORT } from './pins.ts';
import type { Provenance } from './provenance-store.ts';
import type { Commune, World } from './world.ts';

/** Hoàng Sa has no residents who file applications: outputs do not apply there. */
const NOT_APPLICABLE = '20333';

interface Output {
  readonly code: string;
  readonly part: keyof MonthFigures;
  readonly whole: keyof MonthFigures | null;
}
const OUTPUTS: readonly Output[] = [
  { code: codes.received, part: 'received', whole: null },
  { code: codes.online, part: 'online', whole: 'received' },
  { code: codes.results, part: 'resultsOnline', whole: 'resolved' },
  { code: codes.onTime, part: 'onTime', whole: 'resolved' },
  { code: codes.synchronised, part: 'synchronised', whole: 'received' },
  { code: codes.signed, part: 'signed', whole: 'documents' },
  { code: codes.support, part: 'support', whole: null },
];
export const OUTPUT_COUNT = OUTPUTS.length;

/** Every count that an output is made of. */
const COUNTS = [...new Set(OUTPUTS.flatMap(({ part, whole }) => (whole === null ? [part] : [part, whole])))];
const COLUMNS = ['unit_id', 'given', 'run_id', 'row', ...COUNTS];
const ALL_GIVEN = (1 << OUTPUTS.length) - 1;

const ARTICLE = 'mst-2025-11-08';
const NOTES = {
  files: 'Báo cáo công bố nêu hơn 1.000 hồ sơ trong 2 tháng; số hồ sơ của từng tháng là minh họa.',
  online:
    'Báo cáo công bố nêu 400 giao dịch trực tuyến trong 2 tháng; số nộp trực tuyến của từng tháng là minh họa.',
  support: 'Báo cáo công bố nêu hơn 5.000 lượt trong 2 tháng; số lượt của từng tháng là minh họa.',
  signatures: 'Báo cáo công bố nêu 100% cán bộ có chữ ký số; số văn bản là minh họa.',
  documents: 'Báo cáo công bố nêu số hóa toàn bộ văn bản nội bộ; số văn bản là minh họa.',
} as const;

/**
 * Writes the monthly outputs of every commune that sent them; `runs` has one list per month. A month's communes go
 * into a small temporary table with their counts, and SQLite makes the outputs of them in the order of the key.
 */
export function insertOutputs(
  database: WriteDatabase,
  world: World,
  masks: Masks,
  runs: readonly (readonly DeliveryRun[])[],
  provenance: Provenance,
): void {
  const draw = createOutputModel(world);
  const counts = COUNTS.map((count) => `${count} INTEGER`).join(', ');
  database.exec(
    `CREATE TEMP TABLE illustrative_month (unit_id INTEGER PRIMARY KEY, given INTEGER, run_id INTEGER, row INTEGER, ${counts})`,
  );
  const unfold = OUTPUTS.map((output) => ({ ...output, statement: database.prepare(unfoldSql(output)) }));
  let before: MonthTable | null = null;
  for (const [month, cut] of world.monthCuts.entries()) {
    const conditions = conditionsAt(world, masks, cut);
    const table: MonthTable = world.communes.map((commune) => draw(commune, month, conditions(commune)));
    addSmallNumbers(world, cut, table);
    addOddities(world, cut, table, before);
    pinMonth(world, cut, table);
    before = table;
    if (!hasCommunes(cut)) {
      insertCityMonth(database, world, cut, table, provenance);
      continue;
    }
    insertRows(database, 'illustrative_month', COLUMNS, sentRows(world, cut, table, runs[month] ?? []));
    for (const [bit, { code, statement }] of unfold.entries())
      statement.run(cut.id, idOf(world.indicators, code), bit);
    database.exec('DELETE FROM illustrative_month');
    markPublished(database, world, cut, provenance);
  }
  database.exec('DROP TABLE illustrative_month');
}

/** Null counts: not applicable. No value either where there is nothing to be a share of. */
function unfoldSql({ part, whole }: Output): string {
  const figure =
    whole === null ? [part, 'NULL', 'NULL'] : [`${part} * 1.0 / nullif(${whole}, 0)`, part, whole];
  return `
    INSERT INTO observation (cut_id, indicator_id, unit_id, value, numerator, denominator, run_id, row)
    SELECT ?, ?, unit_id, ${figure.join(', ')}, run_id, row FROM illustrative_month
    WHERE (given >> ?) & 1 ORDER BY unit_id`;
}

/** What the last weekly cut of the month says of a commune. */
function conditionsAt(world: World, masks: Masks, cut: PlannedCut): (commune: Commune) => Conditions {
  const last = world.statusCuts.findLastIndex(({ asOf }) => asOf <= cut.asOf);
  const bit = (code: string): number => 1 << world.criteria.indexOf(code);
  const signature = bit(codes.signature);
  const portal = bit(codes.portal);
  const team = bit(codes.team);
  return ({ index }) => {
    const met = masks[last]?.[index] ?? 0;
    return {
      hasSignatures: (met & signature) > 0,
      isConnected: (met & portal) > 0,
      hasTeam: (met & team) > 0,
    };
  };
}

/** What the communes sent that are in a delivery. */
function sentRows(world: World, cut: PlannedCut, table: MonthTable, runs: readonly DeliveryRun[]): Cell[][] {
  const leftOut = planLeftOut(world, cut);
  const runOf = new Map<number, number>();
  for (const { delivery, runId } of runs) {
    for (const [place, { index }] of delivery.province.communes.entries()) {
      if (delivery.given[place] && runId !== null) runOf.set(index, runId);
    }
  }
  return world.communes.flatMap((commune) => {
    const runId = runOf.get(commune.index);
    const figures = table[commune.index];
    if (runId === undefined || !figures) return [];
    const missing = (leftOut.get(commune.code) ?? []).map((code) =>
      OUTPUTS.findIndex((one) => one.code === code),
    );
    const given = missing.reduce((bits, bit) => bits & ~(1 << bit), ALL_GIVEN);
    return [[commune.unitId, given, runId, commune.row, ...countsOf(commune, figures)]];
  });
}

function countsOf({ code }: Commune, figures: MonthFigures): Cell[] {
  return COUNTS.map((count) => (code === NOT_APPLICABLE ? null : figures[count]));
}

/** Figures that a public report prints rest on the report; those only bent to it stay ours and say so. */
function markPublished(database: WriteDatabase, world: World, cut: PlannedCut, provenance: Provenance): void {
  const pinned = pinnedFigures(cut);
  const printed = pinned.filter(({ note }) => note === undefined);
  const runId = printed.length === 0 ? null : provenance.published(ARTICLE, cut, printed.length);
  const rest = database.prepare(`
    UPDATE observation SET run_id = ?, row = 0 WHERE cut_id = ? AND indicator_id = ? AND unit_id = ?`);
  const say = database.prepare(`
    UPDATE observation SET note = ? WHERE cut_id = ? AND indicator_id = ? AND unit_id = ?`);
  for (const { unit, output, note } of pinned) {
    const unitId = world.communes.find(({ code }) => code === unit)?.unitId;
    const key = [cut.id, idOf(world.indicators, output), unitId];
    const { changes } = note === undefined ? rest.run(runId, ...key) : say.run(note, ...key);
    if (changes !== 1) throw new Error(`${unit} sent no ${output} in ${cut.code}`);
  }
}

interface Pinned {
  readonly unit: string;
  readonly output: string;
  /** What of it is the report's and what is ours; absent where the report prints the very figure. */
  readonly note?: string;
}

/** Figures of this month that a public report prints or speaks of. */
function pinnedFigures(cut: PlannedCut): Pinned[] {
  const pinned: Pinned[] =
    PHU_LIEN_SUPPORT[cut.code] === undefined
      ? []
      : [
          { unit: PHU_LIEN, output: codes.support, note: NOTES.support },
          { unit: PHU_LIEN, output: codes.received, note: NOTES.files },
          { unit: PHU_LIEN, output: codes.online, note: NOTES.online },
        ];
  if (cut.code !== 'month-2025-10') return pinned;
  return [
    ...pinned,
    { unit: PHU_LIEN, output: codes.signed, note: NOTES.signatures },
    { unit: AN_LAO, output: codes.signed, note: NOTES.documents },
    { unit: AN_LAO, output: codes.received },
    { unit: AN_LAO, output: codes.online },
  ];
}
