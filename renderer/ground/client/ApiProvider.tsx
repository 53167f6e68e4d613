import { createTanstackQueryUtils, type RouterUtils } from '@orpc/tanstack-query';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useSyncExternalStore } from 'react';
import type { Client } from '#shared/contract/contract.ts';
import { askAgain } from './ask-again.ts';
import type { Change, Connection } from './connection.ts';
import { settledEarly, takeEarly } from './early-answers.ts';
import { isUserError } from './errors.ts';
import type { EngineState } from './pulse.ts';

export type Api = RouterUtils<Client>;

interface Engine {
  readonly api: Api;
  readonly connection: Connection;
}

const EngineContext = createContext<Engine | null>(null);

/** The query cache: figures stay until the engine says that they changed. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        // The engine is on this machine: 'online' would stop every query on a laptop without a network.
        networkMode: 'always',
        staleTime: Number.POSITIVE_INFINITY,
        gcTime: 5 * 60_000,
        refetchOnWindowFocus: false,
        retry: (failures, error) => failures < 2 && !isUserError(error),
        retryDelay: 200,
      },
    },
  });
}

/** Puts the answers to what was asked early where the first screen looks for them, so that it is drawn at once. */
export function withEarlyAnswers(queries: QueryClient, connection: Connection): QueryClient {
  const { api } = engineOf(connection);
  for (const { path, input, value } of settledEarly()) {
    queries.setQueryData(queryKeyOf(api, path, input), value);
    void takeEarly(path, input);
  }
  return queries;
}

function queryKeyOf(api: Api, path: readonly string[], input: unknown): readonly unknown[] {
  type Node = Readonly<Record<string, unknown>>;
  const procedure = path.reduce<unknown>((node, name) => (node as Node)[name], api);
  const { queryKey } = procedure as { queryKey: (options?: { input: unknown }) => readonly unknown[] };
  return input === undefined ? queryKey() : queryKey({ input });
}

/** Gives every screen below it the contract as queries, and asks again for what the engine says has changed. */
export function ApiProvider(props: {
  readonly connection: Connection;
  readonly queries: QueryClient;
  readonly children: ReactNode;
}) {
  const { connection, queries } = props;
  const engine = engineOf(connection);
  useEffect(
    () =>
      connection.onChange((change) => {
        for (const queryKey of keysFor(engine.api, change)) askAgain(queries, queryKey);
      }),
    [connection, queries, engine],
  );
  return (
    <EngineContext value={engine}>
      <QueryClientProvider client={queries}>{props.children}</QueryClientProvider>
    </EngineContext>
  );
}

const engines = new WeakMap<Connection, Engine>();

function engineOf(connection: Connection): Engine {
  const known = engines.get(connection);
  if (known !== undefined) return known;
  const created = { connection, api: createTanstackQueryUtils(connection.client) };
  engines.set(connection, created);
  return created;
}

function keysFor(api: Api, change: Change): readonly unknown[][] {
  if (change.kind === 'reconnected') return [[]];
  const { topics } = change;
  if (topics.includes('figures') || topics.includes('statuses') || topics.includes('rules')) return [[]];
  // Whatever changes is somebody's act.
  const keys: unknown[][] = [[...api.journal.key()]];
  if (topics.includes('alerts')) keys.push([...api.alerts.key()], [...api.units.profile.key()]);
  if (topics.includes('cuts'))
    keys.push(
      [...api.cuts.key()],
      [...api.calendar.key()],
      [...api.picture.key()],
      [...api.status.history.key()],
      [...api.intake.key()],
      [...api.entry.key()],
    );
  if (topics.includes('inbox'))
    keys.push(
      [...api.intake.inbox.key()],
      [...api.intake.submissions.key()],
      [...api.watch.key()],
      [...api.recipes.key()],
    );
  if (topics.includes('drafts'))
    keys.push([...api.entry.draft.key()], [...api.entry.drafts.key()], [...api.entry.preview.key()]);
  if (topics.includes('snapshots')) keys.push([...api.snapshots.list.key()], [...api.snapshots.keys.key()]);
  if (topics.includes('backups')) keys.push([...api.backups.list.key()]);
  if (topics.includes('workspaces')) keys.push([...api.workspace.key()]);
  if (topics.includes('settings')) {
    keys.push(
      [...api.application.key()],
      [...api.settings.key()],
      [...api.staff.key()],
      [...api.alerts.savedFilters.key()],
    );
  }
  return keys;
}

function useEngineContext(): Engine {
  const engine = useContext(EngineContext);
  if (engine === null) throw new Error('useApi needs an ApiProvider above it');
  return engine;
}

/** The contract as query options: `useQuery(useApi().units.list.queryOptions({ input: {} }))`. */
export function useApi(): Api {
  return useEngineContext().api;
}

/** Whether the engine is heard, and when it was heard last; renders again when that changes. */
export function useEngine(): EngineState {
  const { connection } = useEngineContext();
  return useSyncExternalStore(connection.onEngine, connection.engine);
}
