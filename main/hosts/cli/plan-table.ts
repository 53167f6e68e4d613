import type { PlanRevisionDto } from '#shared/contract/plan-revisions.ts';
import { deadlineOn, type Plan, type PlanIndicator, type PlanTask } from '#shared/domain/plan.ts';
import { createFormatter } from '#shared/text/format.ts';
import { createTranslator } from '#shared/text/translator.ts';

/** The last day there is: of a task's extensions the one that was said last. */
const EVER = '9999-12-31';

/** A plan for a person who reads it in a terminal; `--json` has all of it. */
export function planTable(plan: Plan, revision: PlanRevisionDto): string {
  const { t } = createTranslator('vi');
  const counts = Object.fromEntries(
    (['phases', 'pillars', 'groups', 'tasks', 'indicators', 'difficulties'] as const).map((part) => [
      part,
      plan[part].length,
    ]),
  );
  return [
    `${plan.name} (${plan.code})`,
    revisionLine(revision),
    t('planChange.entries', counts),
    ...[...plan.groups, null].flatMap((group) => groupLines(plan, group)),
    '',
    t('planFile.sheet.indicators'),
    ...plan.indicators.map(indicatorLine),
  ].join('\n');
}

/** 'Bản sửa đổi 2, áp dụng từ ngày 01/10/2025 …': number, day, who, when, why. */
export function revisionLine({ version, validFrom, who, createdAt, note }: PlanRevisionDto): string {
  const { t } = createTranslator('vi');
  const { date, dateTime } = createFormatter('vi');
  const day =
    validFrom === null ? t('planChange.fromBeginning') : t('planChange.fromDay', { day: date(validFrom) });
  return [t('planChange.revision', { version }), day, who, dateTime(createdAt), note].join('\t');
}

function groupLines({ tasks }: Plan, group: Plan['groups'][number] | null): string[] {
  const own = tasks.filter((task) => task.group === (group?.code ?? null));
  if (group === null && own.length === 0) return [];
  const { t } = createTranslator('vi');
  const heading = group === null ? t('planChange.noGroup') : `${group.code}  ${group.name}`;
  return ['', heading, ...own.map(taskLine)];
}

function taskLine(task: PlanTask): string {
  const { t } = createTranslator('vi');
  const { date } = createFormatter('vi');
  const { code, name, leadAgency, deadline: first } = task;
  const deadline = deadlineOn(task, EVER);
  const due =
    deadline === first
      ? t('planChange.deadline', { deadline: date(first) })
      : t('planChange.extended', { first: date(first), deadline: date(deadline) });
  return ['', code, name, leadAgency, `${due}${heldText(task)}`].join('\t');
}

function indicatorLine(indicator: PlanIndicator): string {
  const { t } = createTranslator('vi');
  const { percent, number } = createFormatter('vi');
  const { code, name, kind, greenFrom, yellowFrom } = indicator;
  const write = (value: number) => (kind === 'count' ? number(value) : percent(value));
  const limits = t('planChange.thresholds', { greenFrom: write(greenFrom), yellowFrom: write(yellowFrom) });
  return ['', code, name, t(`planFile.word.${kind}`), `${limits}${heldText(indicator)}`].join('\t');
}

function heldText({ from, until }: Pick<PlanTask, 'from' | 'until'>): string {
  const { date } = createFormatter('vi');
  const day = (value: string | null) => (value === null ? 'none' : date(value));
  return createTranslator('vi').t('planChange.held', { from: day(from), until: day(until) });
}
