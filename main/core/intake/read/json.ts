import { z } from 'zod';
import { LIMITS } from '../limits.ts';
import { FileRefused, limitExceeded } from '../problem.ts';
import type { ByteSource, Cell, Row, TableFile } from './table.ts';

const count = z.number().int().nonnegative().nullable().optional();

/** The feed other programs send: DESIGN section 6. Ratios are fractions (0..1) or numerator and denominator. */
export const importFeed = z.strictObject({
  format: z.literal('kh02-import'),
  version: z.literal(1),
  cut: z.string().max(40).optional(),
  sender: z.string().max(200).optional(),
  observations: z
    .array(
      z.strictObject({
        cut: z.string().max(40).optional(),
        unit_code: z.string().max(20),
        indicator: z.string().max(60),
        value: z.union([z.number(), z.boolean(), z.string().max(60), z.null()]).optional(),
        numerator: count,
        denominator: count,
        note: z.string().max(2000).nullable().optional(),
      }),
    )
    .max(LIMITS.rows),
});
export type ImportFeed = z.infer<typeof importFeed>;

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
  let data: unknown;
  try {
    data = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new FileRefused('JSON_INVALID', { path: '', rule: 'syntax' });
  }
  const parsed = importFeed.safeParse(data);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const index = issue?.path[0] === 'observations' ? Number(issue.path[1] ?? Number.NaN) : Number.NaN;
  throw new FileRefused(
    'JSON_INVALID',
    { path: (issue?.path ?? []).join('.').slice(0, 80), rule: issue?.code ?? 'custom' },
    Number.isNaN(index) ? {} : { row: index + 1 },
  );
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
