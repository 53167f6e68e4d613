import { useQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { sourceOfWindow } from '#renderer/ground/client/source.ts';
import { useCut } from '#renderer/ground/cut.tsx';
import { OverviewView } from '#renderer/views/overview/OverviewView.tsx';
import { lazyScreen } from './lazy-screen.tsx';

export const FirstHourView = lazyScreen(
  async () => (await import('#renderer/views/first-hour/FirstHourView.tsx')).FirstHourView,
);
const FirstHourStrip = lazyScreen(
  async () => (await import('#renderer/views/first-hour/FirstHourStrip.tsx')).FirstHourStrip,
);
/** Put away for this data folder by whoever uses this machine; the palette calls the steps again. */
const HIDDEN_KEY = 'kh02-first-hour-hidden';

/** Tổng quan; before there is a cut to look at, the first steps, and above it while one of them is left. */
export function Home() {
  const { cut } = useCut();
  const api = useApi();
  const kind = useQuery(api.workspace.info.queryOptions()).data?.kind;
  const folder = useQuery(api.application.info.queryOptions()).data?.dataFolder ?? null;
  const [hidden, hide] = useState(() => window.localStorage.getItem(HIDDEN_KEY));
  if (kind !== 'real' || folder === null || sourceOfWindow() !== null) return <OverviewView />;
  if (cut === null) return <FirstHourView />;
  const putAway = () => {
    window.localStorage.setItem(HIDDEN_KEY, folder);
    hide(folder);
  };
  return (
    <>
      {hidden !== folder && (
        <Suspense>
          <FirstHourStrip onHide={putAway} />
        </Suspense>
      )}
      <OverviewView />
    </>
  );
}
