import type { Client } from '#shared/contract/contract.ts';

interface EarlyAnswer {
  readonly path: readonly string[];
  readonly input: unknown;
  readonly promise: Promise<unknown>;
  /** Once it is there. */
  settled: { readonly value: unknown } | null;
}

/** Answers that nobody wanted so long are of another time. */
const KEPT_MS = 10_000;

const kept = new Map<string, EarlyAnswer>();

function keyOf(path: readonly string[], input: unknown): string {
  return `${path.join('.')} ${JSON.stringify(input ?? null)}`;
}

/**
 * Asks what every first screen asks, before the program that draws it is read: the cuts, and of the picture the
 * statuses of all communes, the report, the units and the plan. An address that names a cut or a snapshot has other
 * questions, and asks them itself. Settles when all of them have been answered; rejects when the first one was not.
 */
export async function askEarly(client: Client, hash: string): Promise<void> {
  if (/[?&](cut|snapshot)=/.test(hash)) return;
  setTimeout(dropEarly, KEPT_MS);
  const cuts = await keep(['cuts', 'list'], undefined, client.cuts.list());
  const cut = cuts.find(({ standing }) => standing !== null)?.id;
  if (cut === undefined) return;
  const communes = { cut, level: 'commune' } as const;
  // The map first: the engine answers one after the other.
  await Promise.allSettled([
    keep(['map', 'statuses'], communes, client.map.statuses(communes)),
    keep(['status', 'get'], { cut }, client.status.get({ cut })),
    keep(['plan', 'indicators'], undefined, client.plan.indicators()),
    keep(['plan', 'tasks'], { cut }, client.plan.tasks({ cut })),
    keep(['units', 'list'], {}, client.units.list({})),
  ]);
}

async function keep<T>(path: readonly string[], input: unknown, promise: Promise<T>): Promise<T> {
  const key = keyOf(path, input);
  const answer: EarlyAnswer = { path, input, promise, settled: null };
  kept.set(key, answer);
  try {
    const value = await promise;
    answer.settled = { value };
    return value;
  } catch (error) {
    kept.delete(key);
    throw error;
  }
}

/** The answer to a question that was asked early, once; undefined when it was not. */
export function takeEarly(path: readonly string[], input: unknown): Promise<unknown> | undefined {
  const key = keyOf(path, input);
  const answer = kept.get(key);
  kept.delete(key);
  return answer?.promise;
}

/** The data have changed since they were asked. */
export function dropEarly(): void {
  kept.clear();
}

/** The early answers that are there already. */
export function settledEarly(): readonly { path: readonly string[]; input: unknown; value: unknown }[] {
  return [...kept.values()].flatMap(({ path, input, settled }) =>
    settled === null ? [] : [{ path, input, value: settled.value }],
  );
}
