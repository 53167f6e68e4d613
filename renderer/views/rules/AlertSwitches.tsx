import { Checkbox, TextInput } from '@mantine/core';
import { useCut } from '#renderer/ground/cut.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { ALERT_RULES, type AlertRule } from '#shared/domain/model.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import classes from './AlertSwitches.module.css';
import { GroupProblems } from './RuleField.tsx';
import { useRuleEditor } from './rule-editor.tsx';

/** Every alert rule, on or off; one that is switched off is so from the day of the cut on screen, or another. */
export function AlertSwitches() {
  const { t } = useText();
  return (
    <section className={classes.switches} aria-label={t('rules.alerts.off')}>
      <h4>{t('rules.alerts.off')}</h4>
      <p>{t('rules.alerts.off.hint')}</p>
      {ALERT_RULES.map((rule) => (
        <AlertSwitch key={rule} rule={rule} />
      ))}
    </section>
  );
}

function AlertSwitch({ rule }: { readonly rule: AlertRule }) {
  const { t } = useText();
  const { draft, switchRule } = useRuleEditor();
  const { cut } = useCut();
  const from = draft.alerts.off?.[rule];
  const today = cut === null ? '' : vietnamDay(cut.asOf);
  return (
    <div className={classes.row} data-off={from !== undefined || undefined}>
      <Checkbox
        size="sm"
        label={t(`rule.${rule}`)}
        checked={from === undefined}
        onChange={({ currentTarget }) => switchRule(rule, currentTarget.checked ? null : today)}
      />
      {from !== undefined && (
        <>
          <span aria-hidden="true">{t('rules.alerts.off.day')}</span>
          <TextInput
            type="date"
            size="xs"
            aria-label={t('rules.alerts.off.from', { rule: t(`rule.${rule}`) })}
            value={from}
            onChange={({ currentTarget }) => switchRule(rule, currentTarget.value)}
          />
        </>
      )}
      <GroupProblems path={`alerts.off.${rule}`} />
    </div>
  );
}
