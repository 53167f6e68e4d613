import { useCut } from '#renderer/ground/cut.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { useGroupNames } from '#renderer/panels/plan/group-names.ts';
import { groupSegments } from '#renderer/panels/plan/group-segments.ts';
import { WhyButton } from '#renderer/panels/why/WhyButton.tsx';
import { TableMenu } from '#renderer/tables/TableMenu.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { StackedBar } from '#renderer/ui/StackedBar.tsx';
import type { GroupFiguresDto, StatusReportDto } from '#shared/contract/status.ts';
import { TASK_PARTS } from '#shared/domain/model.ts';
import { knownText } from '#shared/text/known-text.ts';
import classes from './TaskGroups.module.css';

/** The eight groups with done, on time, due soon and overdue; overdue tasks of no named group are said apart. */
export function TaskGroups(props: {
  readonly report: StatusReportDto;
  readonly className?: string | undefined;
}) {
  const { t, pick } = useText();
  const { groups, overdueUnattributed } = props.report.tasks;
  return (
    <Panel title={t('overview.groups')} note={t('overview.groups.note')} className={props.className} flush>
      <TableMenu
        title={t('overview.groups')}
        rows={() => groups}
        count={groups.length}
        columns={[
          { header: t('tableExport.code'), value: (group) => group.code },
          { header: t('plan.file.group'), value: pick },
          ...TASK_PARTS.map((schedule) => ({
            header: t(`schedule.${schedule}`),
            value: (group: GroupFiguresDto) => group[schedule],
            format: 'integer' as const,
            empty: ({ state }: GroupFiguresDto) => state,
          })),
          { header: t('overview.groups.total'), value: (group) => group.total, format: 'integer' },
        ]}
      />
      <ul>
        {groups.map((group) => (
          <GroupRow key={group.code} group={group} />
        ))}
      </ul>
      {overdueUnattributed !== null && overdueUnattributed > 0 && (
        <p className={classes.unattributed}>
          {t('overview.groups.unattributed', { count: overdueUnattributed })}
        </p>
      )}
    </Panel>
  );
}

function GroupRow({ group }: { readonly group: GroupFiguresDto }) {
  const text = useText();
  const { id } = useCut();
  const { shortName } = useGroupNames();
  const name = shortName(group);
  return (
    <li className={classes.row}>
      <AppLink
        to="/nhiem-vu"
        query={{ group: group.code }}
        className={classes.link ?? ''}
        title={text.pick(group)}
      >
        <span className={classes.code} aria-hidden="true">
          {group.code}
        </span>
        <span className={classes.name}>{name}</span>
      </AppLink>
      <span className={classes.bar}>
        <StackedBar label={name} segments={groupSegments(group, text)} />
      </span>
      <span className={classes.done} data-unknown={group.done === null || undefined}>
        {knownText(text, group.done, group.state, (done) =>
          text.t('overview.groups.row', { done, total: group.total }),
        )}
      </span>
      {group.overdue !== null && (
        <span className={classes.overdue} data-none={group.overdue === 0 || undefined}>
          {text.t('overview.groups.overdue', { count: group.overdue })}
        </span>
      )}
      <WhyButton name={name} about={{ what: 'group', group: group.code }} cut={id} />
    </li>
  );
}
