import { z } from 'zod';
import type { ByteSource } from '#main/core/files/byte-source.ts';
import { LIMITS } from '../limits.ts';
import { FileRefused, limitExceeded } from '../problem.ts';
import { jsonShape } from './json-shape.ts';
import type { Cell, Row, TableFile } from './table.ts';

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

/** The feed other programs send. Ratios are fractions (0..1) or numerator and denominator. */
const envelope = z.strictObject({
  format: z.literal('kh02-import'),
  version: z.literal(1),
  cut: z.string().max(40).optional(),
  sender: z.string().max(200).optional(),
  observations: z.array(z.unknown()).max(LIMITS.rows),
});

interface ImportFeed {
  readonly cut: string | undefined;
  readonly observations: readonly z.infer<typeof observation>[];
}

/** The feed, its list, one observation. */
const FEED_DEPTH = 3;
/** Shorter than any observation with a unit and an indicator. */
const OBSERVATION_BYTES = 24;

const HEADER = ['cut', 'unit_code', 'indicator', 'value', 'numerator', 'denominator', 'note'] as const;
const BATCH_ROWS = 2048;

/** Opens a JSON feed as a long table: row 0 is its header, row n its nth observation. Throws FileRefused. */
export async function openJsonFeed(source: ByteSource): Promise<TableFile> {
  if (source.size > LIMITS.jsonBytes) throw limitExceeded('jsonBytes', source.size);
  const feed = parseFeed(await source.read(0, source.size));
  return {
    format: 'json',
    sheets: [{ name: source.name, isHidden: false }],
    meta: null,
    dialect: null,
    problems: [],
    rows: () => feedRows(feed),
  };
}

function parseFeed(bytes: Uint8Array): ImportFeed {
  const shape = jsonShape(bytes);
  // Refused by its shape: as objects it could take a gigabyte.
  if (shape.depth > FEED_DEPTH || shape.groups > 2 + bytes.length / OBSERVATION_BYTES)
    throw new FileRefused('JSON_INVALID', { path: '', rule: 'shape' });
  const feed = envelope.safeParse(parseJson(bytes));
  if (!feed.success) throw invalid(feed.error, []);
  // One after the other, and in place: a list of a million wrong ones ends at the first, and nothing is held twice.
  const { cut, observations } = feed.data;
  for (const [index, item] of observations.entries()) {
    const parsed = observation.safeParse(item);
    if (!parsed.success) throw invalid(parsed.error, ['observations', index], index + 1);
    observations[index] = parsed.data;
  }
  return { cut, observations: observations as ImportFeed['observations'] };
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

async function* feedRows(feed: ImportFeed): AsyncGenerator<readonly Row[]> {
  let batch: Row[] = [{ row: 0, cells: HEADER }];
  for (const [index, item] of feed.observations.entries()) {
    const named: Readonly<Record<string, Cell | undefined>> = { ...item, cut: item.cut ?? feed.cut };
    batch.push({
      row: index + 1,
      cells: HEADER.map((name) => {
        const value = named[name] ?? null;
        return typeof value === 'string' ? value.normalize('NFC') : value;
      }),
    });
    if (batch.length < BATCH_ROWS) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
