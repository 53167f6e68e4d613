import { Button } from '@mantine/core';
import { useText } from '#renderer/ground/text.tsx';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import classes from './FirstHourView.module.css';
import { useFirstSteps } from './use-first-steps.ts';

/** Above the overview while a step is left: how far the first hour is and what comes next. */
export function FirstHourStrip({ onHide }: { readonly onHide: () => void }) {
  const { t } = useText();
  const steps = useFirstSteps();
  const next = steps?.find(({ isDone }) => !isDone);
  if (steps === null || next === undefined) return null;
  const done = steps.filter(({ isDone }) => isDone).length;
  return (
    <aside className={classes.strip} aria-label={t('firstHour.title')} data-control>
      <AppLink to="/bat-dau">{t('firstHour.title')}</AppLink>
      <span>{t('firstHour.count', { done, total: steps.length })}</span>
      <span>{t('firstHour.next', { step: t(`firstHour.${next.name}`) })}</span>
      <Button size="compact-sm" variant="subtle" color="gray" onClick={onHide}>
        {t('firstHour.hide')}
      </Button>
    </aside>
  );
}
