import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { outcomeOf } from '#shared/contract/outcome.ts';
import type { RuleChange, RuleVersionDto } from '#shared/contract/rules.ts';

type Call<Input> = (
  input: Input,
  options: { readonly signal: AbortSignal },
) => Promise<AsyncIterable<RuleChange>>;

export interface RuleChanging<Input> {
  readonly start: (input: Input) => void;
  /** Leaves everything as it was. */
  readonly stop: () => void;
  readonly isRunning: boolean;
  /** Share 0..1 of the cuts that are computed anew. */
  readonly share: number;
  readonly error: unknown;
}

/** Puts a version of the rules in force and says how far it is; leaving the screen on the way stops it. */
export function useRuleChange<Input>(
  call: Call<Input>,
  onDone: (version: RuleVersionDto) => void,
): RuleChanging<Input> {
  const [share, setShare] = useState(0);
  const controller = useRef<AbortController | null>(null);
  const { mutate, reset, isPending, error } = useMutation({
    mutationFn: async (input: Input) => {
      const own = new AbortController();
      controller.current = own;
      const tell = ({ done, total }: { readonly done: number; readonly total: number }): void =>
        setShare(total === 0 ? 0 : done / total);
      return (await outcomeOf(await call(input, { signal: own.signal }), tell)).version;
    },
    onMutate: () => setShare(0),
    onSuccess: onDone,
  });
  useEffect(() => () => controller.current?.abort(), []);
  const stop = (): void => {
    controller.current?.abort();
    reset();
  };
  return { start: mutate, stop, isRunning: isPending, share, error };
}
