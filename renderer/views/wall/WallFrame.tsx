import { IconPlayerPauseFilled } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useEngine } from '#renderer/ground/client/ApiProvider.tsx';
import { useCut } from '#renderer/ground/cut.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { useNow } from '#renderer/ground/use-now.ts';
import { WallPicture } from '#renderer/panels/picture/WallPicture.tsx';
import { ageInWords } from '#renderer/ui/DataAge.tsx';
import { OpenFileMark } from '#renderer/ui/OpenFileMark.tsx';
import { SourceMark } from '#renderer/ui/SourceMark.tsx';
import { NO_VALUE } from '#shared/text/format.ts';
import { useDisplayKeptOn } from './keep-display-on.ts';
import type { Rotation } from './use-rotation.ts';
import classes from './WallFrame.module.css';

/** Round every scene: its name, as-of time, data age, the mark, the clock; above all when the engine is silent. */
export function WallFrame(props: {
  readonly title: string;
  readonly scenes: number;
  readonly rotation: Rotation;
  readonly children: ReactNode;
}) {
  const { t } = useText();
  const { rotation } = props;
  const isKeptOn = useDisplayKeptOn();
  return (
    <div className={classes.frame}>
      <SilentBanner />
      <MovedBanner />
      <header className={classes.header}>
        <h1 className={classes.title}>{props.title}</h1>
        <SourceMark large />
        <Clock />
      </header>
      <div className={classes.content}>{props.children}</div>
      <WallPicture className={classes.picture} />
      {!isKeptOn && (
        <p className={classes.mayGoDark} role="status">
          {t('wall.mayGoDark')}
        </p>
      )}
      <footer className={classes.footer}>
        <AsOf />
        <OpenFileMark />
        <span className={classes.dots} aria-hidden="true">
          {rotation.isPaused && (
            <span className={classes.paused}>
              <IconPlayerPauseFilled size="1em" /> {t('wall.paused')}
            </span>
          )}
          {Array.from({ length: props.scenes }, (_, position) => (
            <span
              key={position}
              className={classes.dot}
              data-on={position === rotation.position || undefined}
            />
          ))}
        </span>
      </footer>
    </div>
  );
}

function SilentBanner() {
  const { t, format } = useText();
  const { state, lastBeatAt, trouble } = useEngine();
  const time = lastBeatAt === null ? NO_VALUE : format.time(new Date(lastBeatAt).toISOString());
  if (state !== 'silent') return null;
  return (
    <div className={classes.silent} role="alert">
      <strong>{t('wall.silent')}</strong>
      <span>{t('wall.silent.since', { time })}</span>
      {trouble !== null && <span>{t(`engine.${trouble}.hint`)}</span>}
    </div>
  );
}

function MovedBanner() {
  const { t } = useText();
  const { isDatabaseMoved } = useEngine();
  if (!isDatabaseMoved) return null;
  return (
    <div className={classes.silent} role="alert">
      <strong>{t('wall.moved')}</strong>
      <span>{t('engine.moved.hint')}</span>
    </div>
  );
}

function Clock() {
  const { format } = useText();
  const now = new Date(useNow(1000)).toISOString();
  return (
    <time className={classes.clock} dateTime={now}>
      <span>{format.date(now)}</span>
      <strong>{format.time(now)}</strong>
    </time>
  );
}

function AsOf() {
  const text = useText();
  const { cut } = useCut();
  const now = useNow(60_000);
  if (cut === null) return null;
  return (
    <span className={classes.asOf}>
      {text.t('cut.asOf', { time: text.format.dateTime(cut.asOf) })} ·{' '}
      {ageInWords(now - Date.parse(cut.asOf), text)}
    </span>
  );
}
