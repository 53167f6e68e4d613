import { Progress } from '@mantine/core';
import { useFilling } from '#renderer/ground/client/filling.ts';
import { useText } from '#renderer/ground/text.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import classes from './Starting.module.css';

const ON_ITS_WAY = { isError: false, error: null, refetch: () => undefined };

/** What the window shows until the engine answers: that it waits, or how far the first filling is. */
export function Starting() {
  const { t } = useText();
  const filling = useFilling();
  if (filling === null) return <QueryState query={ON_ITS_WAY} fills="window" />;
  const share = filling.total === 0 ? 0 : (filling.done / filling.total) * 100;
  return (
    <main className={classes.starting}>
      <h1>{t('starting.title')}</h1>
      <p>{t('starting.hint')}</p>
      <Progress value={share} aria-label={t('starting.title')} />
      <p role="status">{t('starting.progress', { done: filling.done, total: filling.total })}</p>
    </main>
  );
}
