import { once } from 'node:events';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { MessageChannel } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import type { Engine } from '#main/hosts/engine/engine.ts';
import { keepEngine } from '#main/hosts/engine/kept-engine.ts';

interface Fake extends Engine {
  readonly die: (reason: Error) => void;
  readonly connections: () => number;
}

/** Engines that die when they are told to, in the order in which they were started. */
function fakes() {
  const started: Fake[] = [];
  const waiting: (() => void)[] = [];
  const start = async (): Promise<Engine> => {
    const died = Promise.withResolvers<Error>();
    let connections = 0;
    started.push({
      died: died.promise,
      die: died.resolve,
      connections: () => connections,
      connect: () => {
        connections += 1;
        return new MessageChannel().port1;
      },
      close: async () => undefined,
    });
    waiting.shift()?.();
    return started.at(-1) as Fake;
  };
  /** Settles when one more engine has been started. */
  const next = () => new Promise<void>((resolve) => waiting.push(resolve));
  return { started, start, next };
}

describe('an engine that is kept running', () => {
  it('is started again when its thread dies, and pages then reach the new one', async () => {
    const { started, start, next } = fakes();
    const kept = await keepEngine({ dataFolder: '' }, start);
    const restarted = next();
    started[0]?.die(new Error('gone'));
    await restarted;
    await nextTurn();
    kept.connect();
    expect(started.map((engine) => engine.connections())).toEqual([0, 1]);
  });

  it('makes a vanished database anew at its first start only', async () => {
    const { started, start, next } = fakes();
    const said: (boolean | undefined)[] = [];
    await keepEngine({ dataFolder: '', beginsAnew: true }, (options) => {
      said.push(options.beginsAnew);
      return start();
    });
    const restarted = next();
    started[0]?.die(new Error('gone'));
    await restarted;
    expect(said).toEqual([true, false]);
  });

  it('gives a page that asks meanwhile a port that closes, so that it tries again', async () => {
    const { started, start } = fakes();
    let starts = 0;
    const startOnce = () => (starts++ === 0 ? start() : new Promise<Engine>(() => undefined));
    const kept = await keepEngine({ dataFolder: '' }, startOnce);
    started[0]?.die(new Error('gone'));
    await started[0]?.died;
    await once(kept.connect(), 'close');
  });

  it('is given up when it dies over and over', async () => {
    const { started, start, next } = fakes();
    const kept = await keepEngine({ dataFolder: '' }, start);
    for (let death = 0; death < 3; death += 1) {
      const restarted = next();
      started.at(-1)?.die(new Error(`death ${death}`));
      await restarted;
    }
    await nextTurn();
    started.at(-1)?.die(new Error('the last'));
    expect((await kept.gaveUp).message).toBe('the last');
  });

  it('is given up with the reason when it cannot be started again', async () => {
    const { started, start } = fakes();
    let starts = 0;
    const failing = () => (starts++ === 0 ? start() : Promise.reject(new Error('no disk')));
    const kept = await keepEngine({ dataFolder: '' }, failing);
    started[0]?.die(new Error('gone'));
    expect((await kept.gaveUp).message).toBe('no disk');
  });
});
