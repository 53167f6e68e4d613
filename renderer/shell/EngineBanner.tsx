import { IconFileUnknown, IconPlugConnectedX } from '@tabler/icons-react';
import { useEngine } from '#renderer/ground/client/ApiProvider.tsx';
import { useCut } from '#renderer/ground/cut.tsx';
import { useText } from '#renderer/ground/text.tsx';
import classes from './EngineBanner.module.css';

const HINTS = {
  unknown: 'engine.silent.hint',
  gone: 'engine.gone.hint',
  refused: 'engine.refused.hint',
} as const;

/** Above the screen while the engine is silent, its file is gone, or a cut was asked for that does not exist. */
export function EngineBanner() {
  const { t } = useText();
  const { isUnknown } = useCut();
  const { state, lastBeatAt, trouble, isDatabaseMoved } = useEngine();
  const silentSince = useSilentSince(lastBeatAt);
  return (
    <div aria-live="assertive">
      {state === 'silent' && (
        <p className={classes.banner} data-kind="silent">
          <IconPlugConnectedX size="1.25rem" aria-hidden="true" />
          <strong>{trouble === 'refused' ? t('engine.refused.title') : silentSince}</strong>
          <span>{t(HINTS[trouble ?? 'unknown'])}</span>
        </p>
      )}
      {isDatabaseMoved && (
        <p className={classes.banner} data-kind="silent">
          <IconFileUnknown size="1.25rem" aria-hidden="true" />
          <strong>{t('engine.moved.title')}</strong>
          <span>{t('engine.moved.hint')}</span>
        </p>
      )}
      {isUnknown && <p className={classes.banner}>{t('cut.unknown')}</p>}
    </div>
  );
}

/** 'Hệ thống không phản hồi từ 16:00'. */
function useSilentSince(lastBeatAt: number | null): string {
  const { t, format } = useText();
  const time = lastBeatAt === null ? '–' : format.time(new Date(lastBeatAt).toISOString());
  return t('engine.silent.title', { time });
}
