import { Button } from '@mantine/core';
import { IconCircleCheckFilled, IconCircleDashed, IconDeviceTv } from '@tabler/icons-react';
import { useText } from '#renderer/ground/text.tsx';
import { openWall } from '#renderer/ground/wall-address.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import classes from './FirstHourView.module.css';
import { type FirstStep, useFirstSteps } from './use-first-steps.ts';

const ON_ITS_WAY = { isError: false, error: null, refetch: () => undefined };

/** Các bước đầu tiên: from an empty workspace to the first collected week, five steps that know whether they are done. */
export function FirstHourView() {
  const { t } = useText();
  const steps = useFirstSteps();
  if (steps === null) return <QueryState query={ON_ITS_WAY} />;
  const next = steps.find(({ isDone }) => !isDone);
  const done = steps.filter(({ isDone }) => isDone).length;
  return (
    <div className={classes.page}>
      <Panel title={t('firstHour.title')} note={t('firstHour.count', { done, total: steps.length })}>
        <p className={classes.lead}>{t(next === undefined ? 'firstHour.lead.done' : 'firstHour.lead')}</p>
        <ol className={classes.steps}>
          {steps.map((step) => (
            <Step key={step.name} step={step} isNext={step === next} />
          ))}
        </ol>
      </Panel>
    </div>
  );
}

function Step({ step, isNext }: { readonly step: FirstStep; readonly isNext: boolean }) {
  const { t } = useText();
  const Icon = step.isDone ? IconCircleCheckFilled : IconCircleDashed;
  return (
    <li className={classes.step} data-next={isNext || undefined} aria-current={isNext ? 'step' : undefined}>
      <Icon
        className={classes.mark}
        data-done={step.isDone || undefined}
        size="1.75rem"
        aria-label={t(step.isDone ? 'firstHour.isDone' : 'firstHour.isOpen')}
      />
      <div>
        <h3>{t(`firstHour.${step.name}`)}</h3>
        <p>{step.fact}</p>
      </div>
      <span className={classes.ways}>
        {step.ways.map(({ to, label }) => (
          <AppLink key={to} to={to}>
            {t(label)}
          </AppLink>
        ))}
        {step.name === 'safety' && (
          <Button
            size="compact-sm"
            variant="default"
            leftSection={<IconDeviceTv size="1rem" aria-hidden="true" />}
            onClick={openWall}
          >
            {t('firstHour.wall')}
          </Button>
        )}
      </span>
    </li>
  );
}
