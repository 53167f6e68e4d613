import { type Cell, insertRows } from '#main/db/insert-rows.ts';
import type { WriteDatabase } from '#main/db/open.ts';
import { dayNumber, MOMENT_DAY, type PlannedCut } from './calendar.ts';
import type { DeliveryRun } from './deliveries.ts';
import { OVERDUE_AT_MOMENT } from './pins.ts';
import type { Provenance } from './provenance-store.ts';
import { createRandom } from './random.ts';
import { type Course, centreCourse, provinceCourse, reportOn } from './task-model.ts';
import type { PlannedTask, World } from './world.ts';

const COLUMNS = ['cut_id', 'task_id', 'unit_id', 'state', 'progress', 'done_on', 'note', 'run_id'];
const OBSTACLES = [
  'Chờ hướng dẫn của bộ, ngành chủ quản.',
  'Chưa bố trí đủ kinh phí.',
  'Đơn vị cung cấp phần mềm chậm bàn giao.',
  'Thiếu nhân lực chuyên trách.',
  'Đang điều chỉnh hồ sơ mua sắm theo quy định mới.',
];
const PUBLISHED_NOTE =
  'Báo cáo công bố nêu nhiệm vụ đã quá hạn, chưa hoàn thành; tỷ lệ thực hiện là minh họa.';

/** Writes what the Centre and each province say of their tasks at every status cut they reported for. */
export function insertTaskReports(
  database: WriteDatabase,
  world: World,
  runs: readonly (readonly DeliveryRun[])[],
  provenance: Provenance,
): void {
  const centre = new Map(centreTasks(world).map((task) => [task, centreCourse(task)]));
  const localTasks = world.tasks.filter(({ scope }) => scope !== 'centre');
  const local = world.provinces.map(
    (province) => new Map(localTasks.map((task) => [task, provinceCourse(task, province)])),
  );
  for (const [index, cut] of world.statusCuts.entries()) {
    const rows = centreRows(world, cut, centre, provenance);
    for (const { delivery, runId } of runs[index] ?? []) {
      const courses = local[delivery.province.index];
      if (runId === null || !courses) continue;
      for (const [task, course] of courses)
        rows.push(...reportRow(cut, task, delivery.province.unitId, course, runId));
    }
    rows.sort((a, b) => Number(a[1]) - Number(b[1]) || Number(a[2]) - Number(b[2]));
    insertRows(database, 'task_report', COLUMNS, rows);
  }
}

function centreTasks(world: World): PlannedTask[] {
  return world.tasks.filter(({ scope }) => scope === 'centre');
}

/** That the six tasks of the published moment are overdue is published; how far they have come is ours. */
function centreRows(
  world: World,
  cut: PlannedCut,
  courses: ReadonlyMap<PlannedTask, Course>,
  provenance: Provenance,
): Cell[][] {
  const runId = provenance.illustrative({
    key: `${cut.code}|VN`,
    name: 'Số liệu minh họa: tiến độ nhiệm vụ của Trung ương',
    nameEn: "Illustrative data: progress of the Centre's tasks",
    senderId: world.countryId,
    cut,
    receivedAt: cut.asOf,
    rows: courses.size,
  });
  return [...courses].flatMap(([task, course]) => {
    const isPinned = cut.day === MOMENT_DAY && OVERDUE_AT_MOMENT.includes(task.code);
    return reportRow(cut, task, world.countryId, course, runId, isPinned ? PUBLISHED_NOTE : undefined);
  });
}

function reportRow(
  cut: PlannedCut,
  task: PlannedTask,
  unitId: number,
  course: Course,
  runId: number,
  note?: string,
): Cell[][] {
  const report = reportOn(course, dayNumber(cut.day));
  if (!report) return [];
  const { state, progress, doneOn } = report;
  const obstacle =
    state === 'blocked' ? createRandom(`obstacle|${task.code}|${unitId}`).pick(OBSTACLES) : null;
  return [[cut.id, task.id, unitId, state, progress, doneOn, note ?? obstacle, runId]];
}
