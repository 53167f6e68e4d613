import type { FrameWords, Page, TableSpec } from '#main/core/brief/description.ts';
import type { Facts, NationalFacts, OverdueTask } from '#main/core/brief/facts.ts';
import { SCHEDULE_TONES } from '#main/core/brief/palette.ts';
import { type Say, shorten } from '#main/core/brief/say.ts';
import type { GroupFiguresDto } from '#shared/contract/status.ts';
import { TASK_PARTS } from '#shared/domain/model.ts';
import { daysBetween } from '#shared/domain/periods.ts';
import { causesText } from '#shared/text/delay-text.ts';
import {
  chart,
  countCell,
  type DrawnChart,
  dateCell,
  headline,
  page,
  row,
  statusDay,
  table,
  text,
  textCell,
  unitsAxis,
} from './parts.ts';

/** Characters of a group's name beside its bar. */
const GROUP_NAME_LENGTH = 44;
/** Overdue tasks on one slide. */
const OVERDUE_ROWS = 8;

/** '1. Hoàn thiện thể chế…': the number people say, and as much of the name as fits. */
export function groupName(group: GroupFiguresDto, say: Say): string {
  return shorten(`${group.code}. ${say.name(group)}`, GROUP_NAME_LENGTH);
}

/** Page 3: tasks of each group by progress. */
export function groupsPage(facts: NationalFacts, say: Say, words: FrameWords): Page {
  const { ruleVersion } = facts.now;
  return page(facts, say, words, {
    id: 'groups',
    title: say.t('briefing.groups.title'),
    rows: [
      headline(groupsHeadline(facts, say)),
      row(88, [66, chart(facts, groupsChart(facts, say))], [34, text(...groupsText(facts, say))]),
    ],
    notes: [say.t('briefing.groups.note', { rules: ruleVersion })],
  });
}

/** How many tasks are done and overdue, or that nobody has said. */
export function groupsHeadline({ now }: Facts, say: Say): string {
  const { done, total, overdue } = now.tasks;
  return done === null
    ? say.t('briefing.groups.headline.noData')
    : say.t('briefing.groups.headline', { done, total, overdue });
}

/** How many tasks of each group stand where. */
export function groupsChart(facts: Facts, say: Say): DrawnChart {
  const { groups } = facts.now.tasks;
  return {
    title: say.t('briefing.groups.chart'),
    form: 'bars',
    stacked: true,
    axis: unitsAxis(
      groups.map((group) => groupName(group, say)),
      say.t('briefing.column.group'),
    ),
    unit: 'integer',
    series: TASK_PARTS.filter((part) => part !== 'notYetDue' || groups.some((one) => one.notYetDue > 0)).map(
      (schedule) => ({
        name: say.t(`schedule.${schedule}`),
        tone: SCHEDULE_TONES[schedule],
        values: groups.map((group) => group[schedule]),
        empty: say.t('empty.notReported'),
      }),
    ),
  };
}

function groupsText(facts: Facts, say: Say): string[] {
  const { groups, overdueUnattributed, state } = facts.now.tasks;
  if (state !== 'value') return [];
  const named = (
    list: readonly GroupFiguresDto[],
    count: (group: GroupFiguresDto) => number | null,
  ): string =>
    say.items(
      list.map((group) => say.t('briefing.groups.codeCount', { code: group.code, count: count(group) })),
    );
  const complete = groups.filter((group) => group.total > 0 && group.done === group.total);
  const overdue = groups.filter((group) => (group.overdue ?? 0) > 0);
  return [
    say.t('briefing.groups.overdue', {
      count: overdue.length,
      names: named(overdue, (group) => group.overdue),
    }),
    say.t('briefing.groups.unattributed', { count: overdueUnattributed }),
    say.t('briefing.groups.dueSoon', { count: groups.reduce((sum, group) => sum + (group.dueSoon ?? 0), 0) }),
    say.t('briefing.groups.notReported', {
      count: groups.reduce((sum, group) => sum + group.notReported, 0),
    }),
    say.t('briefing.groups.allDone', {
      count: complete.length,
      names: say.items(complete.map(({ code }) => say.t('briefing.groups.code', { code }))),
    }),
  ];
}

/** Page 4: which tasks are late, by how much, whose they are and why. */
export function overduePage(facts: NationalFacts, say: Say, words: FrameWords): Page {
  const day = statusDay(facts);
  const late = facts.overdue.map(({ task }) => daysBetween(task.deadline, day));
  return page(facts, say, words, {
    id: 'overdue',
    title: say.t('briefing.overdue.title'),
    rows: [
      headline(
        facts.now.tasks.state === 'value'
          ? say.t('briefing.overdue.headline', { count: facts.overdue.length, days: Math.max(0, ...late) })
          : say.t('briefing.groups.headline.noData'),
      ),
      row(88, [1, table(overdueTable(facts, day, say))]),
    ],
    notes: facts.overdue.map((entry) => `${say.name(entry.task)}: ${whyText(entry, say)}`),
  });
}

function overdueTable({ overdue, now }: NationalFacts, day: string, say: Say): TableSpec {
  return {
    title: say.t('briefing.overdue.table'),
    columns: [
      { title: say.t('briefing.column.code'), width: 6, format: 'text' },
      { title: say.t('briefing.column.task'), width: 36, format: 'text' },
      { title: say.t('briefing.column.lead'), width: 20, format: 'text' },
      { title: say.t('briefing.column.deadline'), width: 11, format: 'date' },
      { title: say.t('briefing.column.daysLate'), width: 9, format: 'integer' },
      { title: say.t('briefing.column.why'), width: 30, format: 'text' },
    ],
    most: OVERDUE_ROWS,
    rows: overdue.map((entry) => [
      textCell(entry.task.code),
      textCell(say.name(entry.task)),
      textCell(say.locale === 'vi' ? entry.task.leadAgency : entry.task.leadAgencyEn),
      dateCell(say, entry.task.deadline),
      countCell(say, daysBetween(entry.task.deadline, day), 'red'),
      textCell(whyText(entry, say)),
    ]),
    emptyText: say.t(
      now.tasks.state === 'value' ? 'briefing.overdue.empty' : 'briefing.groups.headline.noData',
    ),
  };
}

/** Why, as the bodies say: the causes they give, else a note; then what the rules see. */
function whyText({ reasons, units }: OverdueTask, say: Say): string {
  const causes = causesText({ t: say.t, pick: say.name }, units);
  const note = units.length === 1 ? (units[0]?.note ?? '') : '';
  const said = [causes, note].filter((part) => part !== '');
  const sentences = [...said, ...reasons.map((reason) => say.reason(reason))];
  return sentences.length === 0 ? say.t('briefing.overdue.unknownWhy') : sentences.slice(0, 2).join(' ');
}
