import { isDefinedError, safe } from '@orpc/client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Client } from '#shared/contract/contract.ts';
import { filledFolder } from '#tests/setup/data-folder.ts';

/** One way to reach the application. */
export interface Transport {
  /** A client with a connection of its own. */
  readonly connect: () => Promise<Client>;
  /** Closes the connections and what answers them. */
  readonly close: () => Promise<void>;
}

/** What the contract promises whichever way it is spoken. */
export function describeContract(name: string, open: (dataFolder: string) => Promise<Transport>): void {
  describe(`the contract over ${name}`, () => {
    const dataFolder = filledFolder();
    let transport: Transport;
    let client: Client;

    beforeAll(async () => {
      transport = await open(dataFolder);
      client = await transport.connect();
    });
    afterAll(() => transport.close());

    it('says which data folder and schema the application runs on', async () => {
      const info = await client.application.info();
      expect(info).toMatchObject({ dataFolder, sourceKinds: ['illustrative', 'published'] });
      expect(info.schemaVersion).toBeGreaterThanOrEqual(10);
    });

    it('answers an unknown unit with a typed error that names it', async () => {
      const [error] = await safe(client.units.profile({ code: '99999' }));
      if (!isDefinedError(error)) throw new Error('expected an error of the contract', { cause: error });
      expect({ code: error.code, data: error.data }).toEqual({
        code: 'UNIT_UNKNOWN',
        data: { values: { code: '99999' } },
      });
    });

    it('answers an unknown cut with a typed error that names it', async () => {
      const [error] = await safe(client.status.get({ cut: 'week-1999-01-04' }));
      expect(error).toMatchObject({ code: 'CUT_UNKNOWN', data: { values: { cut: 'week-1999-01-04' } } });
    });

    it('rejects input that does not fit the schema before any handler sees it', async () => {
      const [error] = await safe(client.units.profile({ code: "01' OR 1=1" }));
      expect(error).toMatchObject({ code: 'BAD_REQUEST' });
    });

    it('carries a large answer whole', async () => {
      const { codes, reported } = await client.map.statuses({ level: 'commune' });
      expect({ codes: codes.length, reported: reported.length }).toEqual({ codes: 3321, reported: 3321 });
    });

    it('names exactly as many missing criteria of a commune as its status counts', async () => {
      const { codes, missing } = await client.map.statuses({ level: 'commune' });
      const names = await client.map.missing({});
      const named = new Map(
        names.codes.map((code, at) => [
          code,
          (names.notMet[at]?.length ?? 0) + (names.unreported[at]?.length ?? 0),
        ]),
      );
      const counted = codes.flatMap((code, at) => (missing[at] ? [[code, missing[at]] as const] : []));
      expect(named).toEqual(new Map(counted));
      expect(names.criteria.length).toBeLessThanOrEqual(12);
    });

    it('keeps answers of calls made at once apart', async () => {
      const codes = ['01', '04', '12', '79'];
      const profiles = await Promise.all(codes.map((code) => client.units.profile({ code })));
      expect(profiles.map((profile) => profile.unit.code)).toEqual(codes);
    });

    it('beats at once when somebody listens, and goes on answering when they stop', async () => {
      for await (const event of await client.application.events()) {
        expect(event).toMatchObject({ kind: 'beat', everyMs: 5000 });
        break;
      }
      expect((await client.application.info()).dataFolder).toBe(dataFolder);
    });

    it('starts no call that is aborted already, and goes on answering', async () => {
      const call = client.application.events(undefined, { signal: AbortSignal.abort() });
      await expect(call.then((events) => events.next())).rejects.toMatchObject({ name: 'AbortError' });
      expect((await client.application.info()).dataFolder).toBe(dataFolder);
    });

    it('ends a stream whose signal is aborted', async () => {
      const controller = new AbortController();
      const events = await client.application.events(undefined, { signal: controller.signal });
      await events.next();
      const next = events.next();
      controller.abort();
      await expect(next).rejects.toMatchObject({ name: 'AbortError' });
    });

    it('serves a second connection beside the first', async () => {
      const other = await transport.connect();
      const [one, two] = await Promise.all([client.cuts.list(), other.cuts.list()]);
      expect(one).toEqual(two);
    });
  });
}
