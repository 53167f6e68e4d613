import { useEffect, useRef, useState } from 'react';
import type { SnapshotStep } from '#shared/contract/snapshots.ts';

/** What the page itself does before the engine can begin. */
export type FileStep = SnapshotStep | 'send';

export interface Around {
  readonly signal: AbortSignal;
  readonly tell: (progress: {
    readonly step: FileStep;
    readonly done: number;
    readonly total: number;
  }) => void;
}

interface State<Outcome> {
  readonly isRunning: boolean;
  readonly step: FileStep | null;
  /** 0 to 1. */
  readonly share: number;
  readonly outcome: Outcome | null;
  readonly error: unknown;
}

export interface FileWork<Input, Outcome> extends State<Outcome> {
  readonly start: (input: Input) => void;
  readonly stop: () => void;
}

/** Runs long work on a file, says how far it is, and can stop it; leaving the screen stops it, too. */
export function useFileWork<Input, Outcome>(
  work: (input: Input, around: Around) => Promise<Outcome>,
): FileWork<Input, Outcome> {
  const idle: State<Outcome> = { isRunning: false, step: null, share: 0, outcome: null, error: null };
  const [state, setState] = useState(idle);
  const controller = useRef<AbortController | null>(null);
  useEffect(() => () => controller.current?.abort(), []);
  const start = (input: Input): void => {
    controller.current?.abort();
    const own = new AbortController();
    controller.current = own;
    const show = (next: State<Outcome>): void => {
      if (!own.signal.aborted) setState(next);
    };
    setState({ ...idle, isRunning: true });
    const tell: Around['tell'] = ({ step, done, total }) =>
      show({ ...idle, isRunning: true, step, share: done / total });
    work(input, { signal: own.signal, tell }).then(
      (outcome) => show({ ...idle, outcome }),
      (error: unknown) => show({ ...idle, error }),
    );
  };
  const stop = (): void => {
    controller.current?.abort();
    setState(idle);
  };
  return { ...state, start, stop };
}
