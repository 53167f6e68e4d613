import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useApi } from '#renderer/ground/client/ApiProvider.tsx';
import { QueryState } from '#renderer/ui/QueryState.tsx';
import { WatchChoice } from './WatchChoice.tsx';
import { WatchFiles } from './WatchFiles.tsx';
import { WatchStatus } from './WatchStatus.tsx';

const ASK_EVERY_MS = 5000;

/** Thư mục theo dõi: which folder brings files in by itself, under which policy, how it goes, what it brought. */
export function WatchPane() {
  const watch = useQuery(
    // A look that finds nothing is no event; when the last one was is shown all the same.
    useApi().watch.state.queryOptions({ input: { files: 200 }, refetchInterval: ASK_EVERY_MS }),
  );
  const [isChoosing, setChoosing] = useState(false);
  if (watch.data === undefined) return <QueryState query={watch} />;
  const { settings } = watch.data;
  return (
    <>
      {settings === null || isChoosing ? (
        <WatchChoice
          settings={settings}
          onDone={() => setChoosing(false)}
          {...(settings === null ? {} : { onCancel: () => setChoosing(false) })}
        />
      ) : (
        <WatchStatus state={watch.data} settings={settings} onChoose={() => setChoosing(true)} />
      )}
      <WatchFiles files={watch.data.files} />
    </>
  );
}
