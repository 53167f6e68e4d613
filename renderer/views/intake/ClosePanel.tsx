import { Button } from '@mantine/core';
import { IconLock, IconLockOpen } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { useNames } from '#renderer/ground/names.tsx';
import { useText } from '#renderer/ground/text.tsx';
import { useSay } from '#renderer/ground/use-say.ts';
import { usePoorClosing } from '#renderer/panels/picture/use-poor-closing.ts';
import { AppLink } from '#renderer/ui/AppLink.tsx';
import { Panel } from '#renderer/ui/Panel.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import { WhoDialog } from '#renderer/ui/WhoDialog.tsx';
import type { IntakeCutDto, SubmissionDto } from '#shared/contract/intake.ts';
import classes from './DataView.module.css';

/** Chốt số liệu: whether the cut is open, what closing it now would leave out, and the course of both. */
export function ClosePanel(props: { readonly cut: string; readonly provinces: readonly SubmissionDto[] }) {
  const { t, format } = useText();
  const cuts = useQuery(useApi().intake.cuts.queryOptions());
  const [isAsking, setAsking] = useState(false);
  const missing = useMissingWords(props.provinces);
  const cut = cuts.data?.find(({ id }) => id === props.cut);
  const isClosed = cut?.state === 'closed';
  const Icon = isClosed ? IconLock : IconLockOpen;
  return (
    <Panel title={t('intake.close.title')}>
      {cut === undefined ? (
        <QueryState query={cuts} />
      ) : (
        <div className={classes.stack}>
          <p className={classes.badge}>
            <Icon size="1.125rem" aria-hidden="true" />
            {t(isClosed ? 'intake.close.isClosed' : 'intake.close.open')}
          </p>
          {isClosed && cut.closedAt !== null && (
            <p>{t('intake.close.closed', { at: format.dateTime(cut.closedAt), who: cut.closedBy ?? '' })}</p>
          )}
          {cut.corrected && <p className={classes.notice}>{t('intake.close.corrected')}</p>}
          {!isClosed && <p>{missing}</p>}
          <Button variant={isClosed ? 'default' : 'filled'} onClick={() => setAsking(true)}>
            {t(isClosed ? 'intake.reopen.button' : 'intake.close.button')}
          </Button>
          <AppLink to="/ky-va-lich">{t('frame.calendar')}</AppLink>
          <Events cut={cut} />
          <CloseDialog
            cut={cut}
            isOpen={isAsking}
            provinces={props.provinces}
            onClose={() => setAsking(false)}
          />
        </div>
      )}
    </Panel>
  );
}

function useMissingWords(provinces: readonly SubmissionDto[]): string {
  const { t } = useText();
  const owing = provinces.filter(({ missing }) => missing > 0);
  if (owing.length === 0) return t('intake.close.complete');
  const communes = owing.reduce((sum, { missing }) => sum + missing, 0);
  return t('intake.close.missing', { provinces: owing.length, communes });
}

function CloseDialog(props: {
  readonly cut: IntakeCutDto;
  readonly isOpen: boolean;
  readonly provinces: readonly SubmissionDto[];
  readonly onClose: () => void;
}) {
  const { t } = useText();
  const say = useSay();
  const names = useNames();
  const api = useApi();
  const missing = useMissingWords(props.provinces);
  const name = names.cut(props.cut.id);
  const isClosed = props.cut.state === 'closed';
  const poor = usePoorClosing(props.cut.id);
  const confirm = isClosed ? undefined : poor;
  const word = isClosed ? 'reopen' : 'close';
  const submit = async (who: string, reason: string | null) => {
    if (isClosed) await api.intake.reopen.call({ cut: props.cut.id, who, reason: reason ?? '' });
    else await api.intake.close.call({ cut: props.cut.id, who, anyway: confirm !== undefined });
    say.done(t(`intake.${word}.done`, { cut: name }));
  };
  return (
    <WhoDialog
      isOpen={props.isOpen}
      onClose={props.onClose}
      title={t(`intake.${word}.dialog`, { cut: name })}
      note={
        isClosed ? t('intake.reopen.note') : `${missing} ${t('intake.close.note', { kind: props.cut.kind })}`
      }
      who={t(isClosed ? 'intake.commit.who' : 'intake.close.who')}
      submit={t(`intake.${word}.submit`)}
      confirm={confirm}
      {...(isClosed ? { reason: { label: t('intake.reopen.reason'), isRequired: true } } : {})}
      onSubmit={submit}
    />
  );
}

function Events({ cut }: { readonly cut: IntakeCutDto }) {
  const { t, format } = useText();
  if (cut.events.length === 0) return null;
  return (
    <section>
      <h3>{t('intake.close.events')}</h3>
      <ol className={classes.events}>
        {cut.events.toReversed().map(({ kind, at, who, reason }) => (
          <li key={`${kind} ${at}`}>
            <strong>{t(`intake.close.event.${kind}`)}</strong> {who}, {format.dateTime(at)}
            {reason !== null && <p className={classes.soft}>{reason}</p>}
          </li>
        ))}
      </ol>
    </section>
  );
}
