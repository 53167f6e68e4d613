import { useText } from '#renderer/ground/text.tsx';
import { useGroupNames } from '#renderer/panels/plan/group-names.ts';
import { groupSegments } from '#renderer/panels/plan/group-segments.ts';
import { WhyButton } from '#renderer/panels/why/WhyButton.tsx';
import { StackedBar } from '#renderer/ui/StackedBar.tsx';
import type { StatusReportDto } from '#shared/contract/status.ts';
import { knownText } from '#shared/text/known-text.ts';
import classes from './GroupsScene.module.css';

/** The eight groups, one line each: what is done, what is overdue. */
export function GroupsScene({ report }: { readonly report: StatusReportDto }) {
  const text = useText();
  const { shortName } = useGroupNames();
  const { groups, overdueUnattributed } = report.tasks;
  return (
    <ul className={classes.scene}>
      {groups.map((group) => (
        <li key={group.code} className={classes.row}>
          <span className={classes.code}>{group.code}</span>
          <span className={classes.name}>{shortName(group)}</span>
          <StackedBar label={shortName(group)} segments={groupSegments(group, text)} height="2.6em" />
          <span className={classes.done} data-unknown={group.done === null || undefined}>
            {knownText(text, group.done, group.state, (done) =>
              text.t('wall.done', { done, total: group.total }),
            )}
          </span>
          {group.overdue !== null && <Overdue count={group.overdue} />}
          <WhyButton
            name={shortName(group)}
            about={{ what: 'group', group: group.code }}
            cut={report.cut.id}
          />
        </li>
      ))}
      {overdueUnattributed !== null && overdueUnattributed > 0 && (
        <li className={classes.row}>
          <span className={classes.code}>?</span>
          <span className={classes.name}>{text.t('wall.unattributed')}</span>
          <span className={`${classes.unknown} hatched`} />
          <span />
          <Overdue count={overdueUnattributed} />
          <span />
        </li>
      )}
    </ul>
  );
}

function Overdue({ count }: { readonly count: number }) {
  const { t } = useText();
  return (
    <span className={classes.overdue} data-none={count === 0 || undefined}>
      {t('wall.overdueCount', { count })}
    </span>
  );
}
