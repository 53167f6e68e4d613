import { type ComponentType, use } from 'react';

const loaders: (() => Promise<unknown>)[] = [];

/**
 * A screen whose program is fetched when it is first shown, or by `loadAllScreens` before. While it is on its way the
 * Suspense above waits; when it cannot be had the error boundary says so, and trying again asks again.
 */
export function lazyScreen<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  let loading: Promise<ComponentType<Props>> | null = null;
  const get = (): Promise<ComponentType<Props>> => {
    loading ??= load().catch((error: unknown) => {
      loading = null;
      throw error;
    });
    return loading;
  };
  loaders.push(get);
  return function LazyScreen(props: Props) {
    const Screen = use(get());
    return <Screen {...props} />;
  };
}

/** Fetches every screen that is not there yet, one after the other: the first visit then waits for nothing. */
export async function loadAllScreens(): Promise<void> {
  // One that fails is asked for again when it is shown.
  for (const load of loaders) await load().catch(() => undefined);
}
