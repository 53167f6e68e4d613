import { useCut } from '#renderer/ground/cut.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { ForecastShort } from '#renderer/panels/forecast/ForecastLine.tsx';
import { useGroupNames } from '#renderer/panels/plan/group-names.ts';
import { groupSegments } from '#renderer/panels/plan/group-segments.ts';
import { WhyButton } from '#renderer/panels/why/WhyButton.tsx';
import { StackedBar } from '#renderer/ui/StackedBar.tsx';
import type { GroupFiguresDto } from '#shared/contract/status.ts';
import { knownText } from '#shared/text/known-text.ts';
import classes from './GroupPanels.module.css';
import { NO_GROUP, type TaskFilter } from './use-task-filter.ts';

/** One panel for each group; pressing it shows only its tasks below. */
export function GroupPanels(props: {
  readonly groups: readonly GroupFiguresDto[];
  readonly unattributed: GroupFiguresDto | null;
  readonly filter: TaskFilter;
}) {
  const { t } = useText();
  const { groups, unattributed, filter } = props;
  return (
    <section aria-label={t('plan.groups')} className={classes.panels}>
      {groups.map((group) => (
        <GroupPanel key={group.code} group={group} code={group.code} filter={filter} />
      ))}
      {unattributed !== null && <GroupPanel group={unattributed} code={NO_GROUP} filter={filter} />}
    </section>
  );
}

function GroupPanel(props: {
  readonly group: GroupFiguresDto;
  readonly code: string;
  readonly filter: TaskFilter;
}) {
  const text = useText();
  const { shortName } = useGroupNames();
  const { id: cut } = useCut();
  const { group, code, filter } = props;
  const isUnknown = code === NO_GROUP;
  const name = isUnknown ? text.t('plan.group.none') : shortName(group);
  const isOn = filter.values.group === code;
  return (
    <div className={classes.place}>
      <button
        type="button"
        className={classes.panel}
        aria-pressed={isOn}
        title={isUnknown ? text.t('plan.unattributed.hint') : text.pick(group)}
        onClick={() => filter.set('group', isOn ? null : code)}
      >
        <span className={classes.head}>
          <span className={classes.code} aria-hidden="true">
            {isUnknown ? '?' : code}
          </span>
          <span className={classes.name}>{name}</span>
        </span>
        <span className={classes.done}>
          {knownText(text, group.done, group.state, (done) =>
            text.t('plan.group.done', { done, total: group.total }),
          )}
        </span>
        <StackedBar label={name} segments={groupSegments(group, text)} height="0.5rem" />
        <Counts group={group} />
        {isUnknown ? (
          <span className={classes.hint}>{text.t('plan.unattributed.hint')}</span>
        ) : (
          <ForecastShort code={code} cut={cut} />
        )}
      </button>
      {!isUnknown && (
        <span className={classes.why}>
          <WhyButton name={name} about={{ what: 'group', group: code }} cut={cut} />
        </span>
      )}
    </div>
  );
}

function Counts({ group }: { readonly group: GroupFiguresDto }) {
  const { t, format } = useText();
  const counts = [
    ['done', group.done],
    ['onTime', group.onTime],
    ['dueSoon', group.dueSoon],
    ['overdue', group.overdue],
    ['notReported', group.notReported],
    ['notYetDue', group.notYetDue],
  ] as const;
  const isUseless = (schedule: string, count: number | null): boolean =>
    count === null || (schedule.startsWith('not') && count === 0);
  return (
    <span className={classes.counts}>
      {counts.map(([schedule, count]) =>
        isUseless(schedule, count) ? null : (
          <span key={schedule} data-schedule={schedule} data-none={count === 0 || undefined}>
            <span>{t(`schedule.${schedule}`)}</span> <strong>{format.number(count)}</strong>
          </span>
        ),
      )}
    </span>
  );
}
