import { Popover, UnstyledButton } from '@mantine/core';
import { IconHelpCircle } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useText } from '#renderer/ground/text.tsx';
import type { WhySubject } from '#shared/contract/why.ts';
import classes from './Why.module.css';

// Nobody asks before the first picture is there.
const WhyAnswer = lazy(() => import('./WhyAnswer.tsx').then((module) => ({ default: module.WhyAnswer })));

/** 'Vì sao?': opens what one needs to work the number or colour beside it out with a pencil. */
export function WhyButton(props: {
  /** What it is asked of, for those who hear the button. */
  readonly name: string;
  readonly about: WhySubject;
  readonly cut: string | undefined;
}) {
  const { t } = useText();
  return (
    <Popover width="min(36rem, 92vw)" position="bottom" withArrow trapFocus returnFocus shadow="md">
      <Popover.Target>
        <UnstyledButton
          className={classes.button ?? ''}
          data-control
          data-why
          aria-label={t('why.of', { name: props.name })}
          title={t('units.why')}
        >
          <IconHelpCircle size="1rem" stroke={1.8} aria-hidden="true" />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={classes.dropdown ?? ''} tabIndex={-1} data-autofocus>
        <h3 className={classes.title}>{t('why.of', { name: props.name })}</h3>
        <Suspense fallback={null}>
          <WhyAnswer about={props.about} cut={props.cut} />
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  );
}
