import { openAsBlob, statSync } from 'node:fs';
import { commitSteps } from '#main/core/intake/commit.ts';
import { inspectFile } from '#main/core/intake/inspect.ts';
import { blobSource } from '#main/core/intake/read/table.ts';
import { createWriter } from '#main/core/writer.ts';
import { openDatabase } from '#main/db/open.ts';

const [, , databaseFile = '', csv = ''] = process.argv;
process.stdout.write(JSON.stringify(await importOnce(databaseFile, csv)));

/** Read, resolve, check, write; ends where the statuses would begin, and rolls back. */
async function importOnce(file: string, csv: string): Promise<{ lasted: number; memory: number }> {
  const database = openDatabase(file);
  const begun = performance.now();
  const revision = {
    cut: null,
    province: null,
    answers: new Map(),
    fixes: new Map(),
    excluded: new Set<string>(),
    dialect: {},
  };
  const inspected = await inspectFile(
    database.read,
    blobSource('figures.csv', await openAsBlob(csv)),
    revision,
  );
  if ('refused' in inspected) throw new Error(inspected.refused.code);
  const stop = new AbortController();
  let lasted = 0;
  const request = {
    figures: inspected.collection.figures,
    fileName: 'figures.csv',
    sha256: inspected.sha256,
    bytes: statSync(csv).size,
    sheets: ['figures.csv'],
    province: null,
    who: 'bench',
    reason: null,
    at: '2027-01-04T09:00:00.000Z',
  };
  const onStep = ({ stage }: { stage: string }): void => {
    if (stage === 'figures' || lasted > 0) return;
    lasted = performance.now() - begun;
    stop.abort();
  };
  await createWriter(database.write)
    .writeSteps((write) => commitSteps(write, request), { onStep, signal: stop.signal })
    .catch((error: unknown) => {
      if (!stop.signal.aborted) throw error;
    });
  database.close();
  return { lasted, memory: process.resourceUsage().maxRSS / 1024 };
}
