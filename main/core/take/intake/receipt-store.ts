import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import type { KeptReceipt } from '#shared/contract/receipt.ts';

/** Keeps what was said of a file beside the import of the run. */
export function insertReceipt(database: WriteDatabase, run: string, receipt: KeptReceipt): void {
  const sql = `
    INSERT OR REPLACE INTO import_receipt (source_id, receipt) SELECT source_id, ? FROM import_run WHERE uuid = ?`;
  database.prepare(sql).run(JSON.stringify(receipt), run);
}

/** Null where the import of the run has none: it was typed, came in a data file, or before receipts were kept. */
export function findReceipt(database: ReadDatabase, run: string): KeptReceipt | null {
  const sql = `
    SELECT import_receipt.receipt FROM import_run JOIN import_receipt ON import_receipt.source_id = import_run.source_id
    WHERE import_run.uuid = ?`;
  const found = database.prepare(sql).pluck().get(run) as string | undefined;
  return found === undefined ? null : (JSON.parse(found) as KeptReceipt);
}
