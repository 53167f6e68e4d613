import { type ComponentType, use } from 'react';
import { loadLateMessages } from '#renderer/ground/messages.ts';

const loaders: (() => Promise<unknown>)[] = [];

/**
 * A screen whose program and sentences are fetched when it is first shown, or by `loadAllScreens` before. While it is on its way the
 * Suspense above waits; when it cannot be had the error boundary says so, and trying again asks again.
 */
export function lazyScreen<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  let loading: Promise<ComponentType<Props>> | null = null;
  const get = (): Promise<ComponentType<Props>> => {
    loading ??= loadWithWords(load).catch((error: unknown) => {
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

async function loadWithWords<Screen>(load: () => Promise<Screen>): Promise<Screen> {
  const [screen] = await Promise.all([load(), loadLateMessages()]);
  return screen;
}

/** Fetches every screen that is not there yet, one after the other: the first visit then waits for nothing. */
export async function loadAllScreens(): Promise<void> {
  // One that fails is asked for again when it is shown.
  for (const load of loaders) await load().catch(() => undefined);
}
