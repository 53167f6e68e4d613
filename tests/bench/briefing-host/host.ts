import { join } from 'node:path';
import { startEngine } from '#main/hosts/engine/engine.ts';
import type { Client } from '#shared/contract/contract.ts';
import { engineClient } from '#tests/setup/engine-client.ts';

/** What one run of the host measured; times in ms, memory in MB of the whole process. */
export interface HostRun {
  readonly before: number;
  readonly decks: readonly number[];
  readonly provinces: number;
  readonly peaks: { readonly decks: number; readonly provinces: number };
  readonly asked: {
    readonly idle: readonly number[];
    readonly deck: readonly number[];
    readonly provinces: readonly number[];
  };
}

const DECKS = 3;
const IDLE_QUESTIONS = 200;
/** A screen asks something about as often while a person moves through it. */
const PAUSE_MS = 20;
const CUT = 'moment-2025-07-31T1600';

/** What screens ask for most, in turn. */
const QUESTIONS: readonly ((client: Client) => Promise<unknown>)[] = [
  (client) => client.status.get({ cut: CUT }),
  (client) => client.map.statuses({ cut: CUT, level: 'commune' }),
  (client) => client.alerts.list({ cut: CUT }),
  (client) => client.units.profile({ cut: CUT, code: '31' }),
];

const [, , dataFolder = '', folder = ''] = process.argv;

/** The application as the hosts run it: engine and briefings in threads of their own, this one only asks. */
async function measureHost(): Promise<HostRun> {
  const engine = await startEngine({ dataFolder });
  const [screen, exporter] = [engineClient(engine), engineClient(engine)];
  let peak = 0;
  const watch = setInterval(() => {
    peak = Math.max(peak, memoryNow());
  }, 25);
  try {
    const idle = await askWhile(screen, countdown(IDLE_QUESTIONS));
    const before = memoryNow();
    const decks: number[] = [];
    const asked: number[] = [];
    for (let at = 0; at < DECKS; at += 1) {
      const made = timed(
        exporter.briefing.export({ briefing: 'national', format: 'deck', out: place(`${at}.pptx`) }),
      );
      asked.push(...(await askWhile(screen, made.isRunning)));
      decks.push(await made.lasted);
    }
    const deckPeak = peak;
    peak = 0;
    const made = timed(exporter.briefing.provinces({ format: 'pdf', out: place('provinces') }));
    const meanwhile = await askWhile(screen, made.isRunning);
    const provinces = await made.lasted;
    return {
      before,
      decks,
      provinces,
      peaks: { decks: deckPeak, provinces: peak },
      asked: { idle, deck: asked, provinces: meanwhile },
    };
  } finally {
    clearInterval(watch);
    await engine.close();
  }
}

const place = (name: string): string => join(folder, name);
const memoryNow = (): number => process.memoryUsage.rss() / 1e6;

/** Reads a stream to its end; how long that took, and whether it is still going on. */
function timed(stream: Promise<AsyncIterable<unknown>>) {
  const begun = performance.now();
  let isRunning = true;
  const lasted = (async () => {
    try {
      for await (const _event of await stream);
      return performance.now() - begun;
    } finally {
      isRunning = false;
    }
  })();
  return { lasted, isRunning: () => isRunning };
}

function countdown(from: number): () => boolean {
  let left = from;
  return () => left-- > 0;
}

/** Asks one question after the other as long as it is wanted; how long each answer took. */
async function askWhile(client: Client, isWanted: () => boolean): Promise<number[]> {
  const times: number[] = [];
  for (let at = 0; isWanted(); at += 1) {
    const begun = performance.now();
    await QUESTIONS[at % QUESTIONS.length]?.(client);
    times.push(performance.now() - begun);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  return times;
}

// Last: a module that waits has not yet given what stands below their values.
process.stdout.write(JSON.stringify(await measureHost()));
