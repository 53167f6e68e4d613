import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useText } from '#renderer/ground/text.tsx';
import classes from './BriefingView.module.css';
import type { BriefingChoice } from './use-briefing.ts';

/** The built-in pages that are not in the list, each to be put back at its end. */
export function AddPages(props: {
  readonly briefing: BriefingChoice;
  readonly onAdded: (id: string) => void;
}) {
  const { t } = useText();
  const { briefing, onAdded } = props;
  const chosen = new Set(briefing.pages.map(({ choice }) => choice.id));
  const missing = (briefing.query.data?.pages ?? []).filter((page) => !chosen.has(page.id));
  return (
    <section className={classes.add} aria-label={t('briefingScreen.add')}>
      {missing.map((page) => (
        <Button
          key={page.id}
          size="compact-sm"
          variant="subtle"
          justify="start"
          leftSection={<IconPlus size="0.9375rem" aria-hidden="true" />}
          onClick={() => {
            briefing.setPages([...briefing.pages.map(({ choice }) => choice), { id: page.id }]);
            onAdded(page.id);
          }}
        >
          {t('briefingScreen.add.page', { title: page.title })}
        </Button>
      ))}
      <p className={classes.soft}>{t('briefingScreen.add.hint')}</p>
    </section>
  );
}
