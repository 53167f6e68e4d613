import { Button, SegmentedControl } from '@mantine/core';
import { IconAlertTriangleFilled, IconEye, IconPlayerPause } from '@tabler/icons-react';
import { useMutation } from '@tanstack/react-query';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { useSay } from '#renderer/ground/use-say.ts';
import { Panel } from '#renderer/ui/Panel.tsx';
import { WATCH_POLICIES } from '#shared/contract/choices.ts';
import type { WatchPolicy, WatchSettings, WatchStateDto } from '#shared/contract/watch.ts';
import { watchSentence } from '#shared/text/watch-text.ts';
import classes from './DataView.module.css';

const LOOKS = {
  off: { icon: IconPlayerPause, tone: undefined },
  paused: { icon: IconPlayerPause, tone: undefined },
  elsewhere: { icon: IconEye, tone: undefined },
  watching: { icon: IconEye, tone: 'good' },
  stopped: { icon: IconAlertTriangleFilled, tone: 'bad' },
} as const;

/** How the folder fares, and what can be done about it. */
export function WatchStatus(props: {
  readonly state: WatchStateDto;
  readonly settings: WatchSettings;
  readonly onChoose: () => void;
}) {
  const text = useText();
  const { t, format } = text;
  const { state, settings } = props;
  const changes = useWatchChanges();
  const { icon: Icon, tone } = LOOKS[state.state];
  const { who } = settings;
  return (
    <Panel
      title={t('watch.title')}
      note={t('watch.note')}
      actions={<Actions {...changes} settings={settings} onChoose={props.onChoose} />}
    >
      <div className={classes.stack}>
        <p className={classes.watchLine} aria-live="polite">
          <span className={classes.badge} data-tone={tone}>
            <Icon size="1.0625em" aria-hidden="true" />
            {t(`watch.state.${state.state}`)}
          </span>
          <code className={classes.path}>{settings.folder}</code>
          <span className={classes.soft}>
            {t('watch.since', { at: format.dateTime(settings.since), who: settings.who })}
          </span>
        </p>
        {state.problem !== null && (
          <p role="alert" className={classes.error}>
            {watchSentence(state.problem, text, format.dateTime)}
          </p>
        )}
        <div className={classes.watchLine}>
          <SegmentedControl
            aria-label={t('watch.policy')}
            data={WATCH_POLICIES.map((value) => ({ value, label: t(`watch.policy.${value}`) }))}
            value={settings.policy}
            onChange={(policy) => changes.change.mutate({ policy: policy as WatchPolicy, who })}
          />
          <span className={classes.soft}>{t(`watch.policy.${settings.policy}.hint`)}</span>
        </div>
        <p className={classes.soft}>{progressWords(state, text)}</p>
      </div>
    </Panel>
  );
}

function Actions(
  props: ReturnType<typeof useWatchChanges> & {
    readonly settings: WatchSettings;
    readonly onChoose: () => void;
  },
) {
  const { t } = useText();
  const { settings, change, forget } = props;
  return (
    <>
      <Button
        size="compact-sm"
        variant="default"
        loading={change.isPending}
        onClick={() => change.mutate({ isPaused: !settings.isPaused, who: settings.who })}
      >
        {t(settings.isPaused ? 'watch.resume' : 'watch.pause')}
      </Button>
      <Button size="compact-sm" variant="default" onClick={props.onChoose}>
        {t('watch.other')}
      </Button>
      <Button
        size="compact-sm"
        variant="default"
        loading={forget.isPending}
        onClick={() => forget.mutate({})}
      >
        {t('watch.forget')}
      </Button>
    </>
  );
}

function useWatchChanges() {
  const api = useApi();
  const say = useSay();
  const onError = (error: unknown) => say.error(error);
  return {
    change: useMutation(api.watch.change.mutationOptions({ onError })),
    forget: useMutation(api.watch.forget.mutationOptions({ onError })),
  };
}

function progressWords(
  { lookedAt, current, growing }: WatchStateDto,
  { t, format }: ReturnType<typeof useText>,
): string {
  return [
    current === null ? '' : t('watch.current', { file: current }),
    current === null && growing > 0 ? t('watch.growing', { count: growing }) : '',
    lookedAt === null ? '' : t('watch.lookedAt', { at: format.dateTime(lookedAt) }),
  ]
    .filter((words) => words !== '')
    .join(' · ');
}
