import { fileSource } from '#main/core/files/byte-source.ts';
import { inspectFile, type Revision } from '#main/core/take/intake/inspect.ts';
import { openDatabase } from '#main/db/open.ts';
import { peakMemoryMb } from '#tests/setup/peak-memory.ts';

const NOTHING_SAID: Revision = {
  cut: null,
  province: null,
  answers: new Map(),
  fixes: new Map(),
  excluded: new Set(),
  dialect: {},
};

/** What one file cost from its first byte to the finished preview. */
export interface Inspection {
  readonly milliseconds: number;
  /** Highest resident memory of the whole process, Node itself included. */
  readonly megabytes: number;
  readonly refused: string | null;
  readonly figures: number;
  readonly errors: number;
}

// A process of its own: its memory is that of this file alone.
const [, , databaseFile = '', path = '', name = ''] = process.argv;
const database = openDatabase(databaseFile);
const begun = performance.now();
const inspected = await inspectFile(database.read, await fileSource(name, path), NOTHING_SAID, {
  now: new Date().toISOString(),
});
const milliseconds = performance.now() - begun;
database.close();
const found =
  'refused' in inspected
    ? { refused: inspected.refused.code, figures: 0, errors: 1 }
    : {
        refused: null,
        figures: inspected.collection.figures.size,
        errors: inspected.collection.problems.errors(),
      };
const megabytes = peakMemoryMb();
process.stdout.write(JSON.stringify({ milliseconds, megabytes, ...found } satisfies Inspection));
