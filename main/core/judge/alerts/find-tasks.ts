import { evaluateTaskDueSoon, evaluateTaskOverdue } from '#shared/domain/alerts/task-alerts.ts';
import type { CutFacts } from './cut-facts.ts';
import { type Finding, taskFinding } from './finding.ts';

/** Overdue and due soon, for every task at every body that owes it: the centre (VN), or each province. */
export function findTasks({ judged, rules }: CutFacts): Finding[] {
  const units = new Map(judged.units.map(({ unit }) => [unit.id, unit]));
  const tasks = new Map(judged.taskKeys.map((task) => [task.id, task]));
  const findings: Finding[] = [];
  for (const { taskId, unitId, units: bodies, outcome } of judged.tasks) {
    const [task, unit] = [tasks.get(taskId), units.get(unitId)];
    // A row of several bodies is the task of all provinces together: each of them is alerted for itself.
    if (task === undefined || unit === undefined || bodies !== 1) continue;
    const { schedule } = outcome;
    const overdue = evaluateTaskOverdue(task.code, unit.code, schedule);
    const dueSoon = evaluateTaskDueSoon(task.code, unit.code, schedule, rules);
    findings.push(taskFinding(unit, task, overdue), taskFinding(unit, task, dueSoon));
  }
  return findings;
}
