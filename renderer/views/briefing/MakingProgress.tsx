import { Button, Progress } from '@mantine/core';
import { useText } from '#renderer/ground/text.tsx';

/** Which page of how many is being made, and the way to stop; `total` 0 while figures are still gathered. */
export function MakingProgress(props: {
  readonly done: number;
  readonly total: number;
  readonly onStop: () => void;
}) {
  const { t } = useText();
  const { done, total, onStop } = props;
  const hasBegun = total > 0;
  return (
    <>
      <p>{t(hasBegun ? 'briefingScreen.export.step' : 'briefingScreen.export.starting', { done, total })}</p>
      <Progress
        value={hasBegun ? (done / total) * 100 : 0}
        aria-label={t('briefingScreen.export.progress')}
      />
      <Button size="compact-sm" variant="default" onClick={onStop}>
        {t('briefingScreen.export.stop')}
      </Button>
    </>
  );
}
