import { z } from 'zod';
import type { ByteSource } from '#main/core/files/byte-source.ts';
import { LIMITS } from '../limits.ts';
import { FileRefused, limitExceeded } from '../problem.ts';
import { jsonShape } from './json-shape.ts';
import type { Cell, Row, TableFile } from './table.ts';

const HEADER = ['cut', 'unit_code', 'indicator', 'value', 'numerator', 'denominator', 'note'] as const;
/** Room for what is then refused as too long in a sentence. */
const TEXT_MOST = 10_000;

const count = z.number().int().nonnegative().nullable().optional();

const observation = z.strictObject({
  cut: z.string().max(40).optional(),
  unit_code: z.string().max(20),
  indicator: z.string().max(60),
  value: z.union([z.number(), z.boolean(), z.string().max(60), z.null()]).optional(),
  numerator: count,
  denominator: count,
  note: z.string().max(2000).nullable().optional(),
});

const place = { cut: z.string().max(40).optional(), unit_code: z.string().max(20).optional() };
const text = z.string().max(TEXT_MOST).nullable().optional();
const word = z.string().max(200).nullable().optional();
const day = z.string().max(40).nullable().optional();

const taskReport = z.strictObject({
  ...place,
  task: z.string().max(40),
  state: word,
  /** A fraction. */
  progress: z.number().nullable().optional(),
  done_on: day,
  note: text,
  cause: word,
});
/** `indicators`: codes with semicolons between them. */
const difficulty = z.strictObject({
  ...place,
  ...{ id: word, category: word, text, since: day, resolved_on: day, indicators: text },
});
const document = z.strictObject({
  ...place,
  kind: word,
  number: word,
  title: text,
  issued_on: day,
  task: word,
});

/** The lists of a feed, each a table of its own: what one entry may be, and the columns it is read as. */
const LISTS = {
  observations: { entry: observation, header: HEADER },
  task_reports: {
    entry: taskReport,
    header: ['cut', 'unit_code', 'task', 'state', 'progress', 'done_on', 'note', 'cause'],
  },
  difficulties: {
    entry: difficulty,
    header: ['cut', 'unit_code', 'id', 'category', 'text', 'since', 'resolved_on', 'indicators'],
  },
  documents: {
    entry: document,
    header: ['cut', 'unit_code', 'kind', 'number', 'title', 'issued_on', 'task'],
  },
} as const;
type ListName = keyof typeof LISTS;
const LIST_NAMES = Object.keys(LISTS) as ListName[];

const list = z.array(z.unknown()).max(LIMITS.rows).optional();

/** The feed other programs send. Ratios are fractions (0..1) or numerator and denominator. */
const envelope = z.strictObject({
  format: z.literal('kh02-import'),
  version: z.literal(1),
  cut: z.string().max(40).optional(),
  sender: z.string().max(200).optional(),
  ...{ observations: list, task_reports: list, difficulties: list, documents: list },
});

type Entry = Readonly<Record<string, string | number | boolean | null | undefined>>;

interface ImportFeed {
  readonly cut: string | undefined;
  readonly lists: readonly { readonly name: ListName; readonly entries: readonly Entry[] }[];
}

/** The feed, its list, one observation. */
const FEED_DEPTH = 3;
/** Shorter than any observation with a unit and an indicator. */
const OBSERVATION_BYTES = 24;

const BATCH_ROWS = 2048;

/**
 * Opens a JSON feed as long tables, one for each of its lists: row 0 is the header, row n the nth entry. Throws
 * FileRefused.
 */
export async function openJsonFeed(source: ByteSource): Promise<TableFile> {
  if (source.size > LIMITS.jsonBytes) throw limitExceeded('jsonBytes', source.size);
  const feed = parseFeed(await source.read(0, source.size));
  return {
    format: 'json',
    sheets: feed.lists.map(({ name }) => ({
      name: name === 'observations' ? source.name : name,
      isHidden: false,
    })),
    meta: null,
    dialect: null,
    problems: [],
    rows: (index) => feedRows(feed, index),
  };
}

function parseFeed(bytes: Uint8Array): ImportFeed {
  const shape = jsonShape(bytes);
  // Refused by its shape: as objects it could take a gigabyte.
  if (shape.depth > FEED_DEPTH || shape.groups > 2 + LIST_NAMES.length + bytes.length / OBSERVATION_BYTES)
    throw new FileRefused('JSON_INVALID', { path: '', rule: 'shape' });
  const feed = envelope.safeParse(parseJson(bytes));
  if (!feed.success) throw invalid(feed.error, []);
  const given = LIST_NAMES.filter((name) => feed.data[name] !== undefined);
  if (given.length === 0) throw new FileRefused('JSON_INVALID', { path: 'observations', rule: 'required' });
  return {
    cut: feed.data.cut,
    lists: given.map((name) => ({ name, entries: parseEntries(name, feed.data[name] ?? []) })),
  };
}

/** One after the other, and in place: a list of a million wrong ones ends at the first, and nothing is held twice. */
function parseEntries(name: ListName, entries: unknown[]): readonly Entry[] {
  const { entry } = LISTS[name];
  for (const [index, item] of entries.entries()) {
    const parsed = entry.safeParse(item);
    if (!parsed.success) throw invalid(parsed.error, [name, index], index + 1);
    entries[index] = parsed.data;
  }
  return entries as Entry[];
}

function parseJson(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new FileRefused('JSON_INVALID', { path: '', rule: 'syntax' });
  }
}

function invalid(error: z.ZodError, above: readonly PropertyKey[], row?: number): FileRefused {
  const [issue] = error.issues;
  const path = [...above, ...(issue?.path ?? [])].join('.').slice(0, 80);
  const rule = issue?.code ?? 'custom';
  return new FileRefused('JSON_INVALID', { path, rule }, row === undefined ? {} : { row });
}

async function* feedRows(feed: ImportFeed, list: number): AsyncGenerator<readonly Row[]> {
  const { name = 'observations', entries = [] } = feed.lists[list] ?? {};
  const { header } = LISTS[name];
  let batch: Row[] = [{ row: 0, cells: header }];
  for (const [index, item] of entries.entries()) {
    const named: Entry = { ...item, cut: item.cut ?? feed.cut };
    batch.push({ row: index + 1, cells: header.map((column) => cellOf(column, named[column] ?? null)) });
    if (batch.length < BATCH_ROWS) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function cellOf(column: string, value: NonNullable<Entry[string]> | null): Cell {
  if (typeof value === 'string') return value.normalize('NFC');
  // A progress is a fraction, as ratios are.
  return column === 'progress' && typeof value === 'number' ? { kind: 'percent', value } : value;
}
