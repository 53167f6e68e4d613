import { FileRefused } from '../../problem.ts';
import { createRecordBytes, type RecordBytes } from '../binary.ts';

/** Records of a workbook stream by their numbers in [MS-XLS] 2.3. */
export const RECORDS = {
  formula: 0x06,
  end: 0x0a,
  dateMode: 0x22,
  password: 0x2f,
  font: 0x31,
  continues: 0x3c,
  codePage: 0x42,
  sheet: 0x85,
  manyRk: 0xbd,
  richLabel: 0xd6,
  style: 0xe0,
  merged: 0xe5,
  sharedTexts: 0xfc,
  sharedLabel: 0xfd,
  number: 0x203,
  label: 0x204,
  boolOrError: 0x205,
  formulaText: 0x207,
  rk: 0x27e,
  format: 0x41e,
  begin: 0x809,
} as const;

/** What is read of a record; true ends the reading. */
export type RecordHandler = (type: number, record: RecordBytes) => boolean | undefined;

const PART = 'Workbook';

/**
 * Feeds record after record to the handler until it says that it has enough; `pause` comes between pieces of the
 * file, each of some thousands of records. Throws FileRefused where the stream breaks off.
 */
export async function* readRecords<Batch>(
  pieces: AsyncIterable<Uint8Array>,
  handle: RecordHandler,
  pause: () => Batch | null,
): AsyncGenerator<Batch> {
  const record = createRecordBytes(PART);
  let rest: Buffer = Buffer.alloc(0);
  let isDone = false;
  for await (const piece of pieces) {
    const bytes = Buffer.concat([rest, piece]);
    let at = 0;
    while (!isDone && at + 4 <= bytes.length) {
      const end = at + 4 + bytes.readUInt16LE(at + 2);
      if (end > bytes.length) break;
      record.show(bytes.subarray(at + 4, end));
      isDone = handle(bytes.readUInt16LE(at), record) === true;
      at = end;
    }
    const batch = pause();
    if (batch !== null) yield batch;
    if (isDone) return;
    rest = bytes.subarray(at);
  }
  throw new FileRefused('FILE_DAMAGED', { part: PART });
}
