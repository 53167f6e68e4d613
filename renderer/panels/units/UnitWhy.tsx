import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { EmptyState } from '#renderer/ui/EmptyState.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import type { UnitProfileDto } from '#shared/contract/units.ts';
import classes from './UnitWhy.module.css';

/** The sentences behind the unit's colours: rule, threshold, values. Single indicators say theirs in their row. */
export function UnitWhy(props: {
  readonly profile: UnitProfileDto;
  readonly className?: string | undefined;
}) {
  const { t } = useText();
  const names = useNames();
  const { profile } = props;
  const reasons = profile.reasons.filter(({ code }) => !code.startsWith('reason.indicator.'));
  return (
    <Panel
      title={
        profile.unit.level === 'country'
          ? t('units.why.country')
          : t('units.why.of', { unit: names.fullName(profile.unit.code) })
      }
      note={t('units.why.rules', { version: profile.ruleVersion })}
      className={props.className}
    >
      {reasons.length === 0 ? (
        <EmptyState title={t('empty.notReported')} hint={t('units.why.none')} hatched />
      ) : (
        <ul className={classes.reasons}>
          {reasons.map((reason) => (
            <li key={`${reason.code}${JSON.stringify(reason.values)}`}>{names.reason(reason)}</li>
          ))}
        </ul>
      )}
      {profile.unit.level === 'country' && <p className={classes.note}>{t('units.why.centre')}</p>}
    </Panel>
  );
}
