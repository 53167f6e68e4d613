import { Tabs } from '@mantine/core';
import { useText } from '#renderer/ground/text.tsx';
import classes from './PlanTabs.module.css';
import { goToPart, PLAN_TABS, type PlanTab, usePlanAddress } from './use-plan-address.ts';

/** The parts of the plan, the draft with how much it changes, and the history. */
export function PlanTabs(props: {
  readonly hasDraft: boolean;
  readonly changes: number;
  readonly problems: number;
}) {
  const { t, tryText } = useText();
  const { tab } = usePlanAddress();
  const { hasDraft, changes, problems } = props;
  const labelOf = (one: PlanTab): string => {
    if (one === 'draft') return t('planRevisions.tab.draft', { changes, problems });
    if (one === 'history') return t('planRevisions.tab.history');
    return tryText(one === 'plan' ? 'planRevisions.tab.names' : `planFile.sheet.${one}`) ?? one;
  };
  return (
    <Tabs
      value={tab}
      onChange={(next) => goToPart((next ?? 'tasks') as PlanTab)}
      className={classes.tabs ?? ''}
    >
      <Tabs.List aria-label={t('planRevisions.tabs')}>
        {PLAN_TABS.filter((one) => one !== 'draft' || hasDraft).map((one) => (
          <Tabs.Tab key={one} value={one}>
            {labelOf(one)}
          </Tabs.Tab>
        ))}
      </Tabs.List>
    </Tabs>
  );
}
