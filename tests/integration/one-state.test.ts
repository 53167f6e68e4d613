import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Application, createApp, DATABASE_NAME } from '#main/core/app.ts';
import { openDatabase, type ReadDatabase } from '#main/db/open.ts';
import type { Client } from '#shared/contract/contract.ts';
import { filledFolder } from '#tests/setup/data-folder.ts';

/** What every answer names or counts. */
const CHANGES = [
  `UPDATE unit_name SET name = name || '*'`,
  `UPDATE task SET name = name || '*'`,
  `UPDATE indicator SET name = name || '*'`,
  'UPDATE unit_status SET missing = missing + 1, gap_cuts = gap_cuts + 1',
  'UPDATE figure_total SET numerator = numerator + 1, value = value + 1',
  'UPDATE task_status SET progress = progress / 2',
];

const QUESTIONS: Readonly<Record<string, (client: Client) => Promise<unknown>>> = {
  'alerts.list': ({ alerts }) => alerts.list({}),
  'compare.cuts': ({ compare }) => compare.cuts({ from: '2025-11-08', to: '2025-12-29' }),
  'forecast.get': ({ forecast }) => forecast.get({}),
  'gap.get': ({ gap }) => gap.get({}),
  'indicators.get': ({ indicators }) => indicators.get({ code: 'applications_online' }),
  'map.statuses': ({ map }) => map.statuses({ level: 'commune' }),
  'plan.task': ({ plan }) => plan.task({ code: '2.03' }),
  'status.get': ({ status }) => status.get({ unit: '31' }),
  'units.profile': ({ units }) => units.profile({ code: '31' }),
  'why.get': ({ why }) => why.get({ about: { what: 'unit', unit: '31' } }),
};

let application: Application;
/** Another process on the same folder. */
let other: ReturnType<typeof openDatabase>;
beforeAll(async () => {
  const dataFolder = filledFolder();
  application = await createApp({ dataFolder });
  other = openDatabase(join(dataFolder, DATABASE_NAME));
});
afterAll(async () => {
  other.close();
  await application.close();
});

/** Calls `act` once, when the connection is asked for its next statement but `after`. */
function atStatement(database: ReadDatabase, after: number, act: () => unknown): { stop: () => void } {
  let left = after;
  const { prepare } = database;
  const counted: typeof prepare = function counted(this: ReadDatabase, sql: string) {
    left -= 1;
    if (left === -1) act();
    return prepare.call(this, sql);
  } as typeof prepare;
  database.prepare = counted;
  return { stop: () => Reflect.deleteProperty(database, 'prepare') };
}

it.each(Object.entries(QUESTIONS))(
  '%s is answered from one state, whatever is committed meanwhile',
  async (_, ask) => {
    const { client, context } = application;
    for (const after of [1, 2]) {
      const before = JSON.stringify(await ask(client));
      const meanwhile = atStatement(context.read, after, () =>
        other.write.transaction(() => CHANGES.map((sql) => other.write.exec(sql)))(),
      );
      const asked = JSON.stringify(await ask(client));
      meanwhile.stop();
      expect(asked).toBe(before);
      expect(JSON.stringify(await ask(client))).not.toBe(before);
    }
  },
);
