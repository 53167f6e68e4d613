import { fileSource } from '#main/core/files/byte-source.ts';
import { insertRevision } from '#main/core/ground/calendar/store.ts';
import { createWriter } from '#main/core/ground/writer.ts';
import { type CommitRequest, type CommitStep, commitSteps } from '#main/core/take/intake/commit.ts';
import { inspectFile } from '#main/core/take/intake/inspect.ts';
import { openDatabase, type WriteDatabase } from '#main/db/open.ts';
import { DEFAULT_SCHEDULE } from '#shared/domain/calendar.ts';
import { peakMemoryMb } from '#tests/setup/peak-memory.ts';

const [, , databaseFile = '', csv = ''] = process.argv;
process.stdout.write(JSON.stringify(await importOnce(databaseFile, csv)));

/** Read, resolve, check, compare, write, commit; ends where the statuses would begin. */
async function importOnce(file: string, csv: string): Promise<{ milliseconds: number; megabytes: number }> {
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
  const at = '2030-01-01T09:00:00.000Z';
  insertRevision(database.write, {
    ...{ from: '2027-01-04', until: null, schedule: DEFAULT_SCHEDULE },
    ...{ createdAt: at, who: 'bench', note: 'bench' },
  });
  const source = await fileSource('figures.csv', csv);
  const inspected = await inspectFile(database.read, source, revision, { now: at });
  if ('refused' in inspected) throw new Error(inspected.refused.code);
  const { figures, problems } = inspected.collection;
  if (problems.errors() > 0) throw new Error('The file of the bench has errors');
  const request = {
    figures,
    fileName: source.name,
    sha256: inspected.sha256,
    bytes: source.size,
    sheets: [source.name],
    province: null,
    who: 'bench',
    reason: null,
    at,
  };
  await createWriter(database).writeSteps((write) => withoutJudgement(write, request));
  const milliseconds = performance.now() - begun;
  database.close();
  return { milliseconds, megabytes: peakMemoryMb() };
}

/** What the commit does with the figures themselves; ending here lets the transaction be committed. */
function* withoutJudgement(write: WriteDatabase, request: CommitRequest): Generator<CommitStep> {
  for (const step of commitSteps(write, request)) {
    if (step.stage === 'judgement') return;
    yield step;
  }
}
