import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { sourceOfWindow } from '#renderer/ground/client/source.ts';
import { lookAtSource } from '#renderer/ground/source.ts';
import { useText } from '#renderer/ground/text.tsx';
import { useSay } from '#renderer/ground/use-say.ts';
import { CompareButton } from '#renderer/ui/CompareButton.tsx';
import { VerdictBadge } from '#renderer/ui/VerdictBadge.tsx';
import type { OpenSnapshotDto } from '#shared/contract/snapshots.ts';
import { ImportFile } from './ImportFile.tsx';
import classes from './SnapshotsView.module.css';

/** Files that are open in this engine: look at one, or close it. */
export function OpenList(props: { readonly opened: readonly OpenSnapshotDto[] }) {
  const { t, format, pick } = useText();
  const [wanted, setWanted] = useState<OpenSnapshotDto | null>(null);
  const close = useClose();
  return (
    <>
      <h3 className={classes.heading}>{t('snapshots.opened.title')}</h3>
      <ul className={classes.list}>
        {props.opened.map(({ id, report }, position) => (
          <li key={id}>
            <VerdictBadge verdict={report.verdict} />
            <span className={classes.grow}>
              <strong>{report.file}</strong>
              {report.manifest !== null && (
                <span className={classes.soft}>
                  {pick(report.manifest.scope)} · {format.dateTime(report.manifest.asOf)}
                </span>
              )}
              {report.isJudgedAnew && <span className={classes.soft}>{t('snapshots.judgedAnew')}</span>}
            </span>
            <Button
              size="compact-sm"
              variant="default"
              disabled={id === sourceOfWindow()}
              onClick={() => lookAtSource(id)}
            >
              {t('snapshots.open.look')}
            </Button>
            <CompareButton id={id} />
            {sourceOfWindow() === null && report.verdict !== 'altered' && (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => setWanted(props.opened[position] ?? null)}
              >
                {t('snapshots.import')}
              </Button>
            )}
            <Button
              size="compact-sm"
              variant="subtle"
              color="gray"
              disabled={id === sourceOfWindow()}
              onClick={() => close.mutate({ id })}
            >
              {t('snapshots.opened.close')}
            </Button>
          </li>
        ))}
      </ul>
      {wanted !== null && <ImportFile opened={wanted} onClose={() => setWanted(null)} />}
    </>
  );
}

function useClose() {
  const api = useApi();
  const queries = useQueryClient();
  const say = useSay();
  return useMutation(
    api.snapshots.close.mutationOptions({
      onError: say.error,
      onSuccess: async () => {
        await queries.invalidateQueries({ queryKey: api.snapshots.opened.key() });
        await queries.invalidateQueries({ queryKey: api.compare.key() });
      },
    }),
  );
}
