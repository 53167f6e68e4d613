import { insertRows } from '#main/db/insert-rows.ts';
import type { WriteDatabase } from '#main/db/open.ts';
import { hasCommunes, type PlannedCut } from './calendar.ts';
import type { Provenance } from './provenance-store.ts';
import { type Delivery, deliveriesOf } from './reporting.ts';
import type { World } from './world.ts';

/** A delivery with the run that brought it; null when nothing came. */
export interface DeliveryRun {
  readonly delivery: Delivery;
  readonly runId: number | null;
}

const SHEETS = {
  status: {
    sheet: 'Tiêu chí',
    name: 'Số liệu minh họa: tiêu chí cấp xã',
    nameEn: 'Illustrative data: commune criteria',
  },
  tasks: {
    sheet: 'Nhiệm vụ',
    name: 'Số liệu minh họa: tiến độ nhiệm vụ của tỉnh, thành phố',
    nameEn: 'Illustrative data: progress of provincial tasks',
  },
  month: {
    sheet: 'Kết quả',
    name: 'Số liệu minh họa: kết quả tháng',
    nameEn: 'Illustrative data: monthly outputs',
  },
} as const;

/** Sources, runs and the submission board of a cut: expected and received count communes. */
export function insertDeliveries(
  database: WriteDatabase,
  world: World,
  cut: PlannedCut,
  provenance: Provenance,
  figuresPerCommune: number,
): DeliveryRun[] {
  const kind = cut.kind === 'month' ? 'month' : hasCommunes(cut) ? 'status' : 'tasks';
  const { sheet, name, nameEn } = SHEETS[kind];
  const runs = deliveriesOf(world, cut).map((delivery) => {
    const { province, received, receivedAt } = delivery;
    if (receivedAt === null) return { delivery, runId: null };
    const runId = provenance.illustrative({
      key: `${cut.code}|${province.code}`,
      name: `${name}, ${province.name}`,
      nameEn: `${nameEn}, ${province.name}`,
      sheet,
      senderId: province.unitId,
      cut,
      receivedAt,
      rows: received * figuresPerCommune,
    });
    return { delivery, runId };
  });
  insertRows(
    database,
    'submission',
    ['cut_id', 'unit_id', 'expected', 'received', 'received_at', 'state', 'run_id'],
    runs.map(({ delivery, runId }) => {
      const { province, expected, received, receivedAt } = delivery;
      return [cut.id, province.unitId, expected, received, receivedAt, stateOf(received, expected), runId];
    }),
  );
  return runs;
}

function stateOf(received: number, expected: number): 'nothing' | 'partial' | 'complete' {
  if (received === 0 && expected > 0) return 'nothing';
  return received < expected ? 'partial' : 'complete';
}
