import { type ByteSource, readPieces } from '#main/core/files/byte-source.ts';
import { sha256OfPieces } from '#main/core/files/hash.ts';
import type { Context } from '#main/core/ground/context.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { InboxFileDto, IntakePreviewDto } from '#shared/contract/intake.ts';
import type { Question } from '../check/question.ts';
import { type Draft, dropDraft, findDraft, keepDraft } from '../drafts.ts';
import { type Inspected, inspectFile, type Revision } from '../inspect.ts';
import { knownRegister } from '../known-register.ts';
import { previewDto, refusedDto } from '../preview.ts';
import type { Register } from '../resolve/register.ts';
import { inboxFiles } from './files.ts';
import { revisionDto, revisionOf } from './revision.ts';
import { countInboxRows, deleteInboxRow, findInboxRow, type InboxRow, writeInboxRow } from './store.ts';

/** Far above what a day brings; a loop of some sender must not fill the disk. */
const FILES_AT_MOST = 500;
/** Candidates of so many questions go with the list; the file itself is read again when somebody opens it. */
const QUESTIONS_LISTED = 100;

/** What was found in a file; no draft of one that was refused. */
export interface Looked {
  readonly draft: Draft | null;
  readonly preview: IntakePreviewDto;
}

type Kept = Pick<InboxRow, 'id' | 'origin' | 'receivedAt'>;

interface LookOptions {
  readonly signal?: AbortSignal | undefined;
  /** The file's place in the inbox. */
  readonly kept?: Kept | null;
  /** The preview that this one replaces. */
  readonly before?: { readonly id: string; readonly asked: Iterable<Question> } | null;
}

/**
 * Reads a file against the current data and holds the preview; with `kept` the list of the inbox says so too, also
 * of a file that was refused.
 */
export async function lookAt(
  context: Context,
  source: ByteSource,
  revision: Revision,
  { signal, kept = null, before = null }: LookOptions = {},
): Promise<Looked> {
  const inspection = await inspectFile(context.read, source, revision, {
    now: context.clock().toISOString(),
    signal,
  });
  if ('refused' in inspection) {
    const preview = { ...refusedDto(source.name, source.size, inspection.refused), kept: kept?.id ?? null };
    if (kept !== null) {
      const sha256 = await sha256OfPieces(readPieces(source));
      await note(context, kept, revision, preview, { asked: [], provinces: [], sha256 });
    }
    return { draft: null, preview };
  }
  const known = before?.id ?? kept?.id;
  const draft = keepDraft(context, inspection, {
    ...(known === undefined ? {} : { id: known }),
    asked: before?.asked ?? [],
    isKept: kept !== null,
  });
  const register = knownRegister(context.read);
  const preview = { ...previewDto(draft), kept: kept?.id ?? null };
  if (kept !== null) {
    const { sha256, collection } = inspection;
    const found = { asked: [...draft.asked.values()], provinces: provincesOf(collection, register), sha256 };
    await note(context, kept, revision, preview, found);
  }
  return { draft, preview };
}

/** Whose figures are in it: the province it names, and that of every unit. */
function provincesOf({ figures, province }: Inspected['collection'], register: Register): string[] {
  const found = new Set(province === null ? [] : [province]);
  for (const code of figures.units.codes) {
    const unit = register.byCode.get(code);
    const own = unit?.level === 'province' ? code : unit?.province;
    if (own != null) found.add(own);
  }
  return [...found];
}

async function note(
  context: Context,
  kept: Kept,
  revision: Revision,
  preview: IntakePreviewDto,
  found: Pick<InboxRow, 'asked' | 'provinces' | 'sha256'>,
): Promise<void> {
  const row: InboxRow = {
    ...kept,
    ...found,
    name: preview.file,
    bytes: preview.bytes,
    cuts: preview.cuts.map(({ code }) => code),
    revision: revisionDto(revision),
    preview: summary(preview),
  };
  await context.write((write) => writeInboxRow(write, row));
}

/** What the list shows of a file. */
function summary(preview: IntakePreviewDto): IntakePreviewDto {
  return {
    ...preview,
    problems: preview.outcome === 'refused' ? preview.problems.slice(0, 1) : [],
    questions: preview.questions.slice(0, QUESTIONS_LISTED),
    missing: [],
    sheets: [],
  };
}

/**
 * Takes the bytes into the inbox and reads them. What could not be read to the end (the caller went away) leaves
 * nothing. INBOX_FULL, DISK_FULL.
 */
export async function receive(
  context: Context,
  put: () => Promise<string>,
  file: { readonly name: string; readonly origin: InboxFileDto['origin'] },
  revision: Revision,
  signal?: AbortSignal,
): Promise<Looked & { readonly id: string }> {
  if (countInboxRows(context.read) >= FILES_AT_MOST)
    throw new UserError('INBOX_FULL', { limit: FILES_AT_MOST });
  const files = inboxFiles(context.dataFolder);
  const id = await put();
  const kept = { id, origin: file.origin, receivedAt: context.clock().toISOString() };
  try {
    const source = await files.source(id, file.name);
    return { id, ...(await lookAt(context, source, revision, { signal, kept })) };
  } catch (error) {
    files.remove(id);
    dropDraft(context, id);
    throw error;
  }
}

/**
 * Reads the file of a preview again, with what has been said now, or as it was before when nothing is said. A file
 * of the inbox is found also after a restart. IMPORT_UNKNOWN, FILE_UNREADABLE.
 */
export async function lookAgain(
  context: Context,
  id: string,
  revision?: Revision,
  signal?: AbortSignal,
): Promise<Looked> {
  const draft = findDraft(context, id);
  const row = findInboxRow(context.read, id);
  if (row === null && (draft === null || draft.isKept)) {
    // Somebody else has taken it in or thrown it away.
    dropDraft(context, id);
    throw new UserError('IMPORT_UNKNOWN', { id });
  }
  const source =
    draft?.inspected.source ?? (await inboxFiles(context.dataFolder).source(id, row?.name ?? ''));
  const said = revision ?? draft?.inspected.revision ?? revisionOf(row?.revision);
  const asked = draft?.asked.values() ?? row?.asked ?? [];
  return await lookAt(context, source, said, { signal, kept: row, before: { id, asked } });
}

/**
 * The preview at hand, read again where it is not or the data may have changed under it. IMPORT_UNKNOWN also for a file
 * that is refused by now.
 */
export async function openDraft(context: Context, id: string, signal?: AbortSignal): Promise<Draft> {
  const known = findDraft(context, id);
  if (known !== null && !known.isDoubtful) return known;
  const { draft } = await lookAgain(context, id, undefined, signal);
  // Read anew because the data has changed, whatever was asked: the list says something else of it now.
  context.events.publishChange(['inbox']);
  if (draft === null) throw new UserError('IMPORT_UNKNOWN', { id });
  return draft;
}

/** Throws a preview away, with its file where it was kept; what is unknown stays so. */
export async function discard(context: Context, id: string): Promise<void> {
  dropDraft(context, id);
  if (findInboxRow(context.read, id) === null) return;
  await context.write((write) => deleteInboxRow(write, id));
  inboxFiles(context.dataFolder).remove(id);
}
