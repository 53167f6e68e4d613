import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useApi } from '#renderer/client/ApiProvider.tsx';
import type { MadeSnapshotDto } from '#shared/contract/snapshots.ts';

export interface MakeChoice {
  readonly province?: string;
  readonly cuts?: string[];
  readonly who?: string;
  readonly sign?: { passphrase?: string };
}

interface Making {
  readonly isRunning: boolean;
  /** 0 to 1. */
  readonly share: number;
  readonly made: MadeSnapshotDto | null;
  readonly error: unknown;
}

const IDLE: Making = { isRunning: false, share: 0, made: null, error: null };

/** Runs the making of a file and can stop it; leaving the screen stops it, too. */
export function useMaking() {
  const api = useApi();
  const queries = useQueryClient();
  const [state, setState] = useState<Making>(IDLE);
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);
  const run = async (choice: MakeChoice, signal: AbortSignal): Promise<void> => {
    for await (const progress of await api.snapshots.create.call(choice, { signal })) {
      if (progress.kind === 'done') {
        setState({ ...IDLE, made: progress.made });
        await queries.invalidateQueries({ queryKey: api.snapshots.list.key() });
      } else setState({ ...IDLE, isRunning: true, share: progress.done / progress.total });
    }
  };
  const start = (choice: MakeChoice): void => {
    const own = new AbortController();
    controller.current = own;
    setState({ ...IDLE, isRunning: true });
    run(choice, own.signal).catch((error: unknown) =>
      setState(own.signal.aborted ? IDLE : { ...IDLE, error }),
    );
  };
  return { ...state, start, stop: () => controller.current?.abort() };
}
