import type { FrameWords, Page, TableCell, TableColumn, TableSpec } from '#main/core/brief/description.ts';
import { type AlertFacts, compareText, type Facts } from '#main/core/brief/facts.ts';
import type { Say } from '#main/core/brief/say.ts';
import type { GapUnitDto } from '#shared/contract/gap.ts';
import type { TaskRowDto } from '#shared/contract/plan.ts';
import type { GroupFiguresDto } from '#shared/contract/status.ts';
import { boundsOfSide } from '#shared/domain/bounds.ts';
import { comparedIn, gapLasting } from '#shared/text/gap-text.ts';
import { shortAgeText, taskProgressText } from '#shared/text/task-text.ts';
import { alertsChart, alertsTable } from './attention.ts';
import { gapChart, gapMatrixTable, gapSentences, isGapOpen } from './comparison.ts';
import {
  chart,
  countCell,
  dateCell,
  figures,
  gapNote,
  headline,
  page,
  row,
  statusCell,
  table,
  text,
  textCell,
} from './parts.ts';
import { groupsChart, groupsHeadline } from './work.ts';

/** Rows of a list that one page holds at a readable size. */
const LIST_ROWS = 18;
const TASK_ROWS = 9;
const ALERT_ROWS = 14;
/** A gap list longer than this belongs into the workbook. */
const GAP_PAGES = 6;

export type GapReport = Awaited<ReturnType<import('#shared/contract/contract.ts').Client['gap']['get']>>;

/**
 * Parts of a list, each with its number, for pages that continue; always at least one, and `most` at most: the last has
 * what is left, of which its page shows as much as the others.
 */
function parts<T>(
  items: readonly T[],
  size: number,
  most = Number.POSITIVE_INFINITY,
): { readonly items: readonly T[]; readonly title: (title: string, say: Say) => string }[] {
  const count = Math.min(most, Math.max(1, Math.ceil(items.length / size)));
  return Array.from({ length: count }, (_, index) => ({
    items: items.slice(index * size, index === most - 1 ? undefined : (index + 1) * size),
    title: (title, say) =>
      count === 1 ? title : say.t('briefing.continued', { title, part: index + 1, parts: count }),
  }));
}

/** The gap report: the matrix, then the communes with a gap, widest and longest first. */
export function gapReportPages(facts: Facts, report: GapReport, say: Say, words: FrameWords): Page[] {
  const known = comparedIn(report.matrix);
  const unknown = facts.now.national.communes - known;
  const overview = page(facts, say, words, {
    id: 'gap',
    title: say.t('briefing.gap.title'),
    rows: [
      headline(
        known === 0
          ? say.t('briefing.gap.headline.noData')
          : say.t('briefing.gap.headline', {
              count: report.gaps.any.atLeast,
              wide: report.gaps.wide.atLeast,
              open: isGapOpen(facts),
            }),
      ),
      row(44, [1, chart(facts, gapChart(facts, say))]),
      row(
        44,
        [60, table(gapMatrixTable(report.matrix, say))],
        [40, text(...gapSentences(facts, report.matrix, unknown, say))],
      ),
    ],
    notes: [gapNote(facts, say)],
  });
  const pagesOf = (units: readonly GapUnitDto[], id: string, title: string) =>
    parts(units, LIST_ROWS, GAP_PAGES).map((part, index) =>
      page(facts, say, words, {
        id: `${id}-${index + 1}`,
        title: part.title(title, say),
        rows: [row(100, [1, table({ ...gapTable(part.items, title, say), most: LIST_ROWS })])],
        notes: [gapNote(facts, say)],
      }),
    );
  const wide = report.units.filter(({ steps }) => steps === 2);
  // Who has fallen silent is still listed, apart from those of whom it is known.
  const last = report.units.filter((unit) => unit.last?.steps === 2);
  return [
    overview,
    ...(wide.length > 0 || last.length === 0 ? pagesOf(wide, 'gap-list', say.t('briefing.gap.list')) : []),
    ...(last.length > 0 ? pagesOf(last, 'gap-last', say.t('briefing.gap.last')) : []),
  ];
}

function gapTable(units: readonly GapUnitDto[], title: string, say: Say): TableSpec {
  return {
    title,
    columns: [
      { title: say.t('briefing.column.code'), width: 12, format: 'text' },
      { title: say.t('briefing.column.unit'), width: 34, format: 'text' },
      { title: say.t('briefing.column.province'), width: 30, format: 'text' },
      { title: say.t('briefing.column.reported'), width: 16, format: 'text' },
      { title: say.t('briefing.column.operating'), width: 16, format: 'text' },
      { title: say.t('briefing.column.cuts'), width: 30, format: 'text' },
    ],
    rows: units.map((unit) => [
      textCell(unit.code),
      textCell(say.name(unit)),
      textCell(unit.province === null ? '' : say.unit(unit.province)),
      statusCell(say, unit.reported, boundsOfSide(unit, 'reported')),
      statusCell(say, unit.operating, boundsOfSide(unit, 'operating')),
      textCell(gapLasting(say, unit)),
    ]),
    emptyText: say.t('briefing.gap.listEmpty'),
  };
}

/** The task report: all groups, then each group's tasks. */
export function taskReportPages(facts: Facts, say: Say, words: FrameWords): Page[] {
  const { tasks, ruleVersion } = facts.now;
  const note = say.t('briefing.groups.note', { rules: ruleVersion });
  const overview = page(facts, say, words, {
    id: 'groups',
    title: say.t('briefing.groups.title'),
    rows: [headline(groupsHeadline(facts, say)), row(88, [1, chart(facts, groupsChart(facts, say))])],
    notes: [note],
  });
  return [overview, ...tasks.groups.flatMap((group) => groupPages(facts, group, note, say, words))];
}

function groupPages(facts: Facts, group: GroupFiguresDto, note: string, say: Say, words: FrameWords): Page[] {
  const own = facts.tasks.filter((task) => task.group === group.code);
  return parts(own, TASK_ROWS).map((part, index) =>
    page(facts, say, words, {
      id: `group-${group.code}-${index + 1}`,
      title: part.title(say.t('briefing.tasks.groupTitle', { code: group.code, name: say.name(group) }), say),
      rows: [
        headline(
          group.total > 0 && group.done === null
            ? say.t('briefing.groups.headline.noData')
            : say.t('briefing.tasks.groupHeadline', {
                done: group.done,
                total: group.total,
                overdue: group.overdue,
              }),
        ),
        row(88, [1, table(tasksTable(part.items, say))]),
      ],
      notes: [note],
    }),
  );
}

const SCHEDULE_TINTS = {
  done: 'green',
  onTime: undefined,
  dueSoon: 'yellow',
  overdue: 'red',
  notReported: 'none',
} as const;

function tasksTable(tasks: readonly TaskRowDto[], say: Say): TableSpec {
  const column = (title: string, width: number, format: TableColumn['format'] = 'text'): TableColumn => ({
    title,
    width,
    format,
  });
  return {
    title: say.t('briefing.tasks.table'),
    columns: [
      column(say.t('briefing.column.code'), 7),
      column(say.t('briefing.column.task'), 40),
      column(say.t('briefing.column.lead'), 22),
      column(say.t('briefing.column.deadline'), 12, 'date'),
      column(say.t('briefing.column.progress'), 10, 'percent'),
      column(say.t('plan.column.age'), 11, 'integer'),
      column(say.t('briefing.column.state'), 13),
      column(say.t('briefing.column.outcome'), 18),
    ],
    rows: tasks.map((task): TableCell[] => [
      textCell(task.code),
      textCell(say.name(task)),
      textCell(say.locale === 'vi' ? task.leadAgency : task.leadAgencyEn),
      dateCell(say, task.deadline),
      { value: task.progress, text: taskProgressText(say, task) },
      { value: task.age, text: shortAgeText(say, task.age) },
      textCell(say.t(`schedule.${task.schedule}`), SCHEDULE_TINTS[task.schedule]),
      textCell(say.t(`outcome.${task.outcome}`)),
    ]),
    emptyText: say.t('briefing.tasks.empty'),
  };
}

/** The shift hand-over sheet: what is open, what is new, what nobody has taken. */
export function handoverPages(facts: Facts, alerts: AlertFacts, say: Say, words: FrameWords): Page[] {
  const { fresh } = alerts;
  const untaken = alerts.alerts.filter((alert) => alert.state === 'firing').length;
  const card = (label: string, value: number) => ({
    label,
    value,
    text: say.format.number(value),
    format: 'integer' as const,
  });
  const overview = page(facts, say, words, {
    id: 'handover',
    title: say.t('briefing.handover.title'),
    rows: [
      headline(say.t('briefing.handover.headline', { critical: alerts.critical, fresh })),
      figures(
        card(say.t('briefing.figure.alertsAll'), alerts.total),
        card(say.t('briefing.figure.alerts'), alerts.critical),
        card(say.t('briefing.figure.alertsNew'), fresh),
        card(say.t('briefing.figure.alertsOpen'), untaken),
      ),
      row(
        64,
        [50, chart(facts, alertsChart(alerts, say), say.t('briefing.alerts.empty'))],
        [50, table(provincesTable(alerts, say))],
      ),
    ],
    notes: [say.t('briefing.handover.note')],
  });
  const ordered = alerts.alerts.toSorted(
    (left, right) =>
      Number(right.state === 'firing') - Number(left.state === 'firing') ||
      severityRank(left) - severityRank(right) ||
      compareText(cutDay(left.since), cutDay(right.since)) ||
      compareText(left.id, right.id),
  );
  const title = say.t('briefing.handover.list');
  const lists = parts(ordered, ALERT_ROWS, GAP_PAGES).map((part, index) =>
    page(facts, say, words, {
      id: `handover-list-${index + 1}`,
      title: part.title(title, say),
      rows: [row(100, [1, table({ ...alertsTable(part.items, say, title), most: ALERT_ROWS })])],
      notes: [say.t('briefing.handover.note')],
    }),
  );
  return [overview, ...lists];
}

/** The day inside a cut's code; codes themselves sort by kind first. */
function cutDay(code: string): string {
  return /\d{4}-\d{2}(-\d{2})?/.exec(code)?.[0] ?? code;
}

function severityRank(alert: { readonly severity: 'critical' | 'warning' | 'notice' }): number {
  return { critical: 0, warning: 1, notice: 2 }[alert.severity];
}

function provincesTable(alerts: AlertFacts, say: Say): TableSpec {
  return {
    title: say.t('briefing.handover.byProvince'),
    columns: [
      { title: say.t('briefing.column.province'), width: 70, format: 'text' },
      { title: say.t('briefing.column.count'), width: 30, format: 'integer' },
    ],
    most: 10,
    rows: alerts.byProvince
      .toSorted((left, right) => right.total - left.total || compareText(left.code, right.code))
      .map(({ code, total }) => [
        textCell(code === 'VN' ? say.t('briefing.column.country') : say.unit(code)),
        countCell(say, total),
      ]),
    emptyText: say.t('briefing.alerts.empty'),
  };
}
