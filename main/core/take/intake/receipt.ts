import type { ReadDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { ColourChangesDto } from '#shared/contract/intake.ts';
import type { KeptReceipt, ReceiptDto } from '#shared/contract/receipt.ts';
import type { Inspected } from './inspect.ts';
import { proofDto } from './preview.ts';
import { findReceipt } from './receipt-store.ts';
import { listRunsOfImport } from './store.ts';

/** Problems named in a receipt; more than a page of them goes back as the marked workbook. */
const PROBLEMS_NAMED = 40;

/** What is said of a file that comes in. */
export function receiptOf(
  { source, sha256, file, collection, proof, missing }: Inspected,
  colours: ColourChangesDto | null,
): KeptReceipt {
  const { problems, rows, rejectedRows, province, recipes } = collection;
  const errors = problems.kept.filter(({ severity }) => severity !== 'warning');
  return {
    ...{ file: source.name, bytes: source.size, sha256, format: file.format, province },
    ...{ rows, accepted: rows - rejectedRows },
    missing: missing.flatMap((one) => one.missing),
    proof: proofDto(proof),
    colours,
    recipes: recipes.map(({ sheet, recipe: { name, version } }) => ({ sheet, name, version })),
    counts: problems.counts().map((one) => ({ ...one })),
    problems: errors.slice(0, PROBLEMS_NAMED).map((one) => ({ ...one })),
  };
}

/** The receipt of an import, with what it changed. RUN_UNKNOWN. */
export function readReceipt(database: ReadDatabase, run: string): ReceiptDto | null {
  const runs = listRunsOfImport(database, run);
  const [first] = runs;
  if (first === undefined) throw new UserError('RUN_UNKNOWN', { run });
  const kept = findReceipt(database, run);
  if (kept === null) return null;
  const sum = (key: 'added' | 'changed' | 'same') => runs.reduce((total, one) => total + one[key], 0);
  return {
    ...kept,
    ...{ run: first.run, at: first.at, who: first.who, reason: first.reason },
    cuts: runs.flatMap(({ cut }) => cut ?? []),
    ...{ added: sum('added'), changed: sum('changed'), same: sum('same') },
  };
}
