import type { Api } from '#renderer/client/ApiProvider.tsx';
import { sendFile } from '#renderer/views/snapshots/transfer.ts';
import type { CommitResultDto, InboxFileDto, IntakePreviewDto } from '#shared/contract/intake.ts';

/** What a person has said about a file so far. */
export interface Revision {
  readonly cut?: string;
  readonly province?: string;
  readonly answers: Readonly<Record<string, string>>;
  readonly fixes: Readonly<Record<string, string>>;
  readonly excluded: readonly string[];
  readonly dialect: {
    readonly encoding?: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1258';
    readonly delimiter?: ',' | ';' | '\t' | '|';
  };
}

export interface InboxItem {
  readonly key: string;
  readonly file: { readonly name: string; readonly size: number };
  /** The file itself where this page was given it; the engine keeps it as soon as it has read it. */
  readonly body: File | null;
  readonly origin: InboxFileDto['origin'];
  readonly state: 'waiting' | 'reading' | 'read' | 'committing' | 'committed' | 'failed' | 'cancelled';
  readonly preview: IntakePreviewDto | null;
  /** Whether the preview has its lists; what the engine remembers of a file comes without them. */
  readonly isWhole: boolean;
  readonly revision: Revision;
  readonly error: unknown;
  /** Of sending and committing: which stage, and how far (0..1). */
  readonly progress: {
    readonly stage: 'sending' | 'figures' | 'judgement';
    readonly share: number;
  } | null;
  readonly committed: { readonly result: CommitResultDto; readonly who: string; readonly at: string } | null;
}

export interface CommitChoice {
  readonly who: string;
  readonly acceptValid: boolean;
  readonly reason: string | null;
}

/** The files that wait for a person, on this page and in the engine, and what can be done with them. */
export interface Inbox {
  readonly items: () => readonly InboxItem[];
  readonly subscribe: (listener: () => void) => () => void;
  readonly add: (files: readonly File[]) => void;
  /** Takes over what the engine keeps: of earlier days, of another window, of the watched folder. */
  readonly sync: (kept: readonly InboxFileDto[]) => void;
  /** Reads a file again of which only the summary is known. */
  readonly open: (key: string) => void;
  /** Reads the file again with something more said about it. */
  readonly revise: (key: string, change: Partial<Revision>) => void;
  /** Takes the file in; settles when it is done, has failed or was stopped, and says whether it is in. */
  readonly commit: (key: string, choice: CommitChoice) => Promise<boolean>;
  readonly stop: (key: string) => void;
  readonly discard: (key: string) => void;
  /** After an undo a committed file is a file to be looked at again. */
  readonly forgetCommitted: () => void;
}

const EMPTY: Revision = { answers: {}, fixes: {}, excluded: [], dialect: {} };
/** Reads and writes are done by one engine: more at once would only make each of them slower. */
const READ_AT_ONCE = 2;
/** Above it a file goes in pieces, so that one sees it go and can stop it; below it is there at once. */
const WHOLE_BYTES_AT_MOST = 2 * 1024 * 1024;

export function createInbox(api: Api): Inbox {
  let items: readonly InboxItem[] = [];
  let counter = 0;
  const listeners = new Set<() => void>();
  const controllers = new Map<string, AbortController>();
  /** Files that the engine has once listed: gone from its list, they are gone. */
  const listed = new Set<string>();
  let kept: readonly InboxFileDto[] = [];
  const queue: string[] = [];
  let reading = 0;

  const find = (key: string) => items.find((item) => item.key === key);
  const publish = (next: readonly InboxItem[]): void => {
    items = next;
    for (const listener of listeners) listener();
  };
  const patch = (key: string, change: Partial<InboxItem>): void =>
    publish(items.map((item) => (item.key === key ? { ...item, ...change } : item)));

  const inspect = async (item: InboxItem, signal: AbortSignal): Promise<IntakePreviewDto> => {
    const { body, revision, preview, key } = item;
    const said = copyRevision(revision);
    if (preview?.kept != null) return await api.intake.revise.call({ id: preview.kept, ...said }, { signal });
    if (body === null) throw new Error(`There is no file behind ${item.file.name}`);
    const keep = true;
    if (body.size <= WHOLE_BYTES_AT_MOST)
      return await api.intake.inspect.call({ file: body, keep, ...said }, { signal });
    const onProgress = (share: number): void => patch(key, { progress: { stage: 'sending', share } });
    onProgress(0);
    const upload = await sendFile(api, body, { signal, onProgress });
    patch(key, { progress: null });
    return await api.intake.inspect.call({ upload, keep, ...said }, { signal });
  };
  const sync = (): void => {
    const ids = new Set(kept.map(({ id }) => id));
    const isGone = ({ preview, state }: InboxItem): boolean =>
      preview?.kept != null && listed.has(preview.kept) && !ids.has(preview.kept) && !isInHand(state);
    const known = items.filter((item) => !isGone(item));
    for (const id of ids) listed.add(id);
    const added = kept.filter(
      (file) => !known.some((item) => item.preview?.kept === file.id || mayBecome(item, file)),
    );
    if (added.length > 0 || known.length < items.length) publish([...known, ...added.map(itemOf)]);
  };

  const readNext = (): void => {
    while (reading < READ_AT_ONCE) {
      const key = queue.shift();
      const item = key === undefined ? undefined : find(key);
      if (key === undefined) return;
      if (item?.state !== 'waiting') continue;
      reading += 1;
      const controller = new AbortController();
      controllers.set(key, controller);
      patch(key, { state: 'reading', error: null });
      inspect(item, controller.signal)
        .then((preview) => patch(key, { state: 'read', preview, isWhole: true }))
        .catch((error: unknown) => {
          const ending = controller.signal.aborted ? 'cancelled' : 'failed';
          patch(key, { state: ending, progress: null, error: ending === 'failed' ? error : null });
        })
        .finally(() => {
          reading -= 1;
          sync();
          readNext();
        });
    }
  };
  const enqueue = (key: string): void => {
    queue.push(key);
    readNext();
  };

  const runCommit = async (item: InboxItem, id: string, choice: CommitChoice, signal: AbortSignal) => {
    const { reason, ...rest } = choice;
    const input = { id, ...rest, ...(reason === null ? {} : { reason }) };
    for await (const event of await api.intake.commit.call(input, { signal })) {
      if (event.kind === 'done') {
        const committed = { result: event.result, who: choice.who, at: new Date().toISOString() };
        patch(item.key, { state: 'committed', committed, progress: null });
        return true;
      }
      const share = event.total === 0 ? 0 : event.done / event.total;
      patch(item.key, { progress: { stage: event.stage, share } });
    }
    return false;
  };

  return {
    items: () => items,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    add: (files) => {
      const added = files.map((file): InboxItem => {
        counter += 1;
        return { ...START, key: String(counter), file: { name: file.name, size: file.size }, body: file };
      });
      publish([...items, ...added]);
      for (const { key } of added) enqueue(key);
    },
    sync: (files) => {
      kept = files;
      sync();
    },
    open: (key) => {
      const item = find(key);
      if (item?.state !== 'read' || item.isWhole) return;
      patch(key, { state: 'waiting' });
      enqueue(key);
    },
    revise: (key, change) => {
      const item = find(key);
      if (item === undefined) return;
      patch(key, { state: 'waiting', revision: { ...item.revision, ...change } });
      enqueue(key);
    },
    commit: async (key, choice) => {
      const item = find(key);
      const id = item?.preview?.id;
      if (item === undefined || id == null) return false;
      const controller = new AbortController();
      controllers.set(key, controller);
      patch(key, { state: 'committing', error: null });
      try {
        return await runCommit(item, id, choice, controller.signal);
      } catch (error) {
        patch(key, { state: 'read', progress: null, error: controller.signal.aborted ? null : error });
        return false;
      }
    },
    stop: (key) => {
      controllers.get(key)?.abort();
      if (find(key)?.state === 'waiting') patch(key, { state: 'cancelled' });
    },
    discard: (key) => {
      controllers.get(key)?.abort();
      const item = find(key);
      if (item?.preview?.kept != null && item.state !== 'committed') {
        void api.intake.discard.call({ id: item.preview.kept }).catch(() => undefined);
      }
      publish(items.filter((one) => one.key !== key));
    },
    forgetCommitted: () => publish(items.filter(({ state }) => state !== 'committed')),
  };
}

const START = {
  body: null,
  origin: 'person',
  state: 'waiting',
  preview: null,
  isWhole: false,
  revision: EMPTY,
  error: null,
  progress: null,
  committed: null,
} as const;

/** What the engine remembers of a file. */
function itemOf({ id, origin, revision, preview }: InboxFileDto): InboxItem {
  const { cut, province, answers, fixes, excluded, dialect } = revision;
  const { encoding, delimiter } = dialect;
  return {
    ...START,
    key: id,
    file: { name: preview.file, size: preview.bytes },
    origin,
    state: 'read',
    preview,
    revision: {
      answers,
      fixes,
      excluded,
      dialect: {
        ...(encoding === undefined ? {} : { encoding }),
        ...(delimiter === undefined ? {} : { delimiter }),
      },
      ...(cut === undefined ? {} : { cut }),
      ...(province === undefined ? {} : { province }),
    },
  };
}

function isInHand(state: InboxItem['state']): boolean {
  return state === 'committing' || state === 'committed';
}

/** Whether the engine may have listed a file before its answer to this page came. */
function mayBecome({ state, preview, file }: InboxItem, kept: InboxFileDto): boolean {
  const isAsked = state === 'reading' && preview === null;
  return isAsked && file.name === kept.preview.file && file.size === kept.preview.bytes;
}

/** The contract's input is mutable; what is kept here is not. */
function copyRevision(revision: Revision) {
  const { cut, province, answers, fixes, excluded, dialect } = revision;
  return {
    answers: { ...answers },
    fixes: { ...fixes },
    excluded: [...excluded],
    dialect: { ...dialect },
    ...(cut === undefined ? {} : { cut }),
    ...(province === undefined ? {} : { province }),
  };
}
