import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { reads, writes } from './base.ts';
import { personName } from './settings.ts';
import { filePlace } from './uploads.ts';
import { bilingual, cutReference, reason, unitKind } from './words.ts';

/** What the JSON of a file of unit acts begins with. */
export const UNIT_FILE = { format: 'kh02-units', version: 1 } as const;

const named = z.object({ kind: unitKind, ...bilingual });
const part = z.object({ code: z.string(), isPart: z.boolean() });
const facts = {
  population: z.number().int().nullable(),
  countedIn: z.number().int().nullable(),
  seat: z.string().nullable(),
};

/** What a document does, unit by unit. `enlarged`, `reduced`: units that go on with more or less of the land. */
const change = z.object({
  begun: z
    .array(
      z.object({
        code: z.string(),
        parent: z.string(),
        ...named.shape,
        ...facts,
        madeFrom: z.array(part).readonly(),
      }),
    )
    .readonly(),
  ended: z.array(z.object({ code: z.string(), into: z.array(z.string()).readonly() })).readonly(),
  changed: z.array(z.object({ code: z.string(), before: named, after: named })).readonly(),
  enlarged: z.array(z.object({ code: z.string(), by: z.array(part).readonly(), ...facts })).readonly(),
  reduced: z.array(z.object({ code: z.string(), into: z.array(z.string()).readonly() })).readonly(),
});

/** Sheet and row where it stood in a workbook or CSV; both null where it is about the whole file. */
const problem = z.object({
  reason,
  sheet: z.string().nullable(),
  row: z.number().int().nullable(),
});
export type UnitActProblemDto = z.infer<typeof problem>;

const read = z.object({
  file: z.string(),
  /** The first day on which it holds, yyyy-mm-dd; null while the file does not say it. */
  day: z.string().nullable(),
  document: z.string().nullable(),
  problems: z.array(problem),
  change,
  /** Names of all units that it speaks of, as they are the day before, or as it makes them. */
  names: z.record(z.string(), named),
  /** What names units that end, at cuts from its day on, or at the last one of alerts. */
  touched: z.object({ figures: z.number().int(), reports: z.number().int(), alerts: z.number().int() }),
  /** Open cuts that will be judged anew. */
  cuts: z.array(z.string()),
  /** Units that will be on no map, because nobody has drawn where they end. */
  undrawn: z.array(z.string()),
  /** Units that go on with an outline that is no longer quite theirs. */
  outdated: z.array(z.string()),
});
export type UnitActsReadDto = z.infer<typeof read>;

const taken = z.object({
  id: z.string(),
  day: z.string(),
  document: z.string(),
  file: z.string(),
  who: z.string(),
  reason: z.string().nullable(),
  at: z.string(),
  change,
  undoneAt: z.string().nullable(),
  undoneBy: z.string().nullable(),
  /** Why it cannot be taken back; null where it can, or was. */
  held: z.enum(['figures', 'later', 'closed']).nullable(),
});
export type UnitActsTakenDto = z.infer<typeof taken>;

const step = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('progress'), done: z.number().int(), total: z.number().int() }),
  z.object({ kind: z.literal('done'), id: z.string() }),
]);

const why = z.string().trim().min(1).max(2000);

/** Resolutions that change units: a file comes in, is looked at, holds from its day on. */
export const unitActs = {
  /** All that came in, the latest day first; those that were taken back too. */
  acts: reads.output(z.array(taken)),
  /**
   * Units whose boundary is not the built-in one at a cut: the built-in units that make it up, or null where nobody has
   * drawn it. CUT_UNKNOWN.
   */
  boundaries: reads
    .input(z.object({ cut: cutReference.optional() }))
    .output(z.array(z.object({ code: z.string(), parts: z.array(z.string()).readonly().nullable() }))),
  /** A workbook or CSV to write one in, with an example of every kind of act. */
  template: reads
    .input(z.object({ format: z.enum(['xlsx', 'csv']) }))
    .output(z.object({ name: z.string(), file: z.file() })),
  /** What a file says and would do; writes nothing. UNIT_FILE_REFUSED, FILE_UNREADABLE. */
  readActs: reads.input(z.object({ place: filePlace })).output(read),
  /** Takes it in and judges the open cuts from its day on anew. UNIT_FILE_PROBLEMS, UNIT_FILE_REFUSED, FILE_UNREADABLE. */
  takeActs: writes('figures', 'cuts', 'statuses', 'alerts')
    .input(z.object({ place: filePlace, who: personName, reason: why.optional() }))
    .output(eventIterator(step)),
  /** Takes one back. UNIT_ACT_UNKNOWN, UNIT_ACT_HELD while figures, a later one or a closed cut rest on it. */
  undoActs: writes('figures', 'cuts', 'statuses', 'alerts')
    .input(z.object({ id: z.string(), who: personName, reason: why }))
    .output(eventIterator(step)),
};

/** The columns of a table of unit acts, in the order of the template. */
export const UNIT_FILE_COLUMNS = [
  'day',
  'document',
  'act',
  'from',
  'code',
  'name',
  'nameEn',
  'kind',
  'province',
  'population',
  'countedIn',
  'seat',
] as const;
export type UnitFileColumn = (typeof UNIT_FILE_COLUMNS)[number];
