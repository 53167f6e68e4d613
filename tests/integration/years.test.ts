import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Application, createApp, DATABASE_NAME } from '#main/core/app.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { contract } from '#shared/contract/contract.ts';
import { everyPage, type Page } from '#shared/contract/every-page.ts';
import { outcomeOf } from '#shared/contract/outcome.ts';
import { ageDatabase, YEARS } from '#tests/fixtures/years/age-database.ts';
import { type Asker, inspected, NO_READS, READS, typeDraft } from '#tests/fixtures/years/reads.ts';
import { scansOf, statementsOf } from '#tests/fixtures/years/statement-plans.ts';
import { filledFolder, freshFolder } from '#tests/setup/data-folder.ts';
import { listProcedures } from '#tests/setup/procedures.ts';

/** An answer is a message: what a page waits for, and what the engine holds twice while it sends it. */
const ANSWER_AT_MOST = 1_000_000;
const WHO = 'Trực ban';
/** What they answer is what a write would come to: it is made and undone (`tests/integration/colours-changed`). */
const TRIES: ReadonlySet<string> = new Set(['intake.colours']);

let application: Application;
let asker: Asker;
/** The same without a way to write. */
let reader: Asker;
let writer: ReadDatabase;

beforeAll(async () => {
  const dataFolder = filledFolder();
  ageDatabase(join(dataFolder, DATABASE_NAME));
  application = await createApp({ dataFolder });
  asker = { client: application.client, folder: freshFolder() };
  await typeDraft(asker.client);
  const refuse = () => Promise.reject(new Error('A procedure that reads has written'));
  const context = { ...application.context, write: refuse, writeSteps: refuse };
  reader = { ...asker, client: createRouterClient(application.router, { context }) };
  writer = await application.context.write((database) => database);
});
afterAll(() => application.close());

async function scansDuring(database: ReadDatabase, work: () => Promise<unknown>): Promise<string[]> {
  const statements = await statementsOf(database, work);
  return statements.flatMap((statement) =>
    scansOf(database, statement).map((scan) => `${scan}: ${statement}`),
  );
}

it('every procedure that reads is asked here, or said to read nothing of its own', () => {
  const reading = listProcedures(contract).flatMap(({ name, writes }) => (writes.length === 0 ? [name] : []));
  const here = new Set([...Object.keys(READS), ...NO_READS]);
  expect(reading.filter((name) => !here.has(name))).toEqual([]);
});

describe(`with ${YEARS.runs} imports, ${YEARS.cuts} more cuts and ${YEARS.events} events of alerts`, () => {
  it.each(Object.entries(READS))(
    '%s writes nothing, reads no growing table as a whole and answers in pages',
    async (name, ask) => {
      let answers: readonly unknown[] = [];
      const [from, by] = TRIES.has(name) ? [writer, asker] : [application.context.read, reader];
      const scans = await scansDuring(from, async () => {
        answers = await Promise.all(ask(by));
      });
      expect(scans).toEqual([]);
      const sizes = answers.map((answer) => JSON.stringify(answer)?.length ?? 0);
      expect(Math.max(...sizes)).toBeLessThan(ANSWER_AT_MOST);
    },
  );

  it.each([
    ['runs', (page: Page) => asker.client.intake.runs(page), `FROM import_run WHERE kind <> 'built-in'`],
    ['documents', (page: Page) => asker.client.difficulties.documents(page), 'FROM document'],
    [
      'difficulties',
      async (page: Page) => (await asker.client.difficulties.list({ ...page, open: false })).difficulties,
      'FROM difficulty',
    ],
    ['made snapshots', (page: Page) => asker.client.snapshots.list(page), 'FROM snapshot_made'],
  ] as const)('the pages of the %s are the whole list, each row once', async (_name, ask, from) => {
    const rows = await everyPage<object>(ask, 997);
    const all = application.context.read.prepare(`SELECT count(*) ${from}`).pluck().get();
    expect(new Set(rows.map((row) => JSON.stringify(row))).size).toBe(all);
    expect(rows).toHaveLength(Number(all));
  });

  it('an import, taking it back and what people do read no growing table as a whole', async () => {
    const { client } = asker;
    const scans = await scansDuring(writer, async () => {
      const { id } = await inspected(asker);
      const committing = await client.intake.commit({ id: id ?? '', who: WHO, acceptValid: true });
      const { result } = await outcomeOf(committing);
      await client.intake.undo({ run: result.run, who: WHO });
      const { alerts } = await client.alerts.list({ limit: 2 });
      await client.alerts.acknowledge({ ids: alerts.map(({ id }) => id), who: WHO, note: 'Đã giao' });
      const cut = 'day-2026-10-27';
      await client.intake.close({ cut, who: WHO, anyway: true });
      await client.intake.reopen({ cut, who: WHO, reason: 'Đính chính' });
    });
    expect(scans).toEqual([]);
  });
});
