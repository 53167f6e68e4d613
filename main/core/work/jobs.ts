import type { Watch } from './progress.ts';

/** Work by its kinds, with what goes in and what comes out: plain data, so that another thread can do it. */
type Kinds<Jobs> = { readonly [Kind in keyof Jobs]: { readonly input: unknown; readonly output: unknown } };

/** Does such work, here or elsewhere. It settles when what was begun is done or cleared away. */
export interface Runner<Jobs extends Kinds<Jobs>, Around extends Watch<never>> {
  readonly run: <Kind extends keyof Jobs>(
    kind: Kind,
    input: Jobs[Kind]['input'],
    around: Around,
  ) => Promise<Jobs[Kind]['output']>;
}
