import type { Api } from '#renderer/client/ApiProvider.tsx';
import { sendFile } from '#renderer/views/snapshots/transfer.ts';
import type { CommitResultDto, IntakePreviewDto } from '#shared/contract/intake.ts';

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
  readonly file: File;
  readonly state: 'waiting' | 'reading' | 'read' | 'committing' | 'committed' | 'failed' | 'cancelled';
  readonly preview: IntakePreviewDto | null;
  readonly revision: Revision;
  readonly error: unknown;
  /** Of a commit: which stage, and how far (0..1). */
  readonly progress: { readonly stage: 'figures' | 'judgement'; readonly share: number } | null;
  readonly committed: { readonly result: CommitResultDto; readonly who: string; readonly at: string } | null;
}

export interface CommitChoice {
  readonly who: string;
  readonly acceptValid: boolean;
  readonly reason: string | null;
}

/** The files a person has brought in since the window was opened, and what can be done with them. */
export interface Inbox {
  readonly items: () => readonly InboxItem[];
  readonly subscribe: (listener: () => void) => () => void;
  readonly add: (files: readonly File[]) => void;
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
/** Above it a file goes in pieces: one message may not grow without end. */
const WHOLE_BYTES_AT_MOST = 16 * 1024 * 1024;

export function createInbox(api: Api): Inbox {
  let items: readonly InboxItem[] = [];
  let counter = 0;
  const listeners = new Set<() => void>();
  const controllers = new Map<string, AbortController>();
  const uploads = new Map<string, string>();
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
    const { file, revision, preview, key } = item;
    const said = copyRevision(revision);
    if (preview?.id != null) {
      // The engine keeps previews in memory only; when it has forgotten this one, the file is sent again.
      const again = await api.intake.revise.call({ id: preview.id, ...said }, { signal }).catch(() => null);
      if (again !== null) return again;
      signal.throwIfAborted();
    }
    if (file.size <= WHOLE_BYTES_AT_MOST) return await api.intake.inspect.call({ file, ...said }, { signal });
    const upload = uploads.get(key) ?? (await sendFile(api, file));
    uploads.set(key, upload);
    signal.throwIfAborted();
    return await api.intake.inspect.call({ upload, ...said }, { signal });
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
        .then((preview) => patch(key, { state: 'read', preview }))
        .catch((error: unknown) =>
          patch(key, controller.signal.aborted ? { state: 'cancelled' } : { state: 'failed', error }),
        )
        .finally(() => {
          reading -= 1;
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
        const start = { state: 'waiting', preview: null, revision: EMPTY, error: null } as const;
        return { key: String(counter), file, ...start, progress: null, committed: null };
      });
      publish([...items, ...added]);
      for (const { key } of added) enqueue(key);
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
      if (item?.preview?.id != null && item.state !== 'committed') {
        void api.intake.discard.call({ id: item.preview.id }).catch(() => undefined);
      }
      publish(items.filter((one) => one.key !== key));
    },
    forgetCommitted: () => publish(items.filter(({ state }) => state !== 'committed')),
  };
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
