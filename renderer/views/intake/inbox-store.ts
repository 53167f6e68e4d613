import type { Api } from '#renderer/ground/client/ApiProvider.tsx';
import { sendFile } from '#renderer/ground/client/uploads.ts';
import type { InboxFileDto, IntakePreviewDto } from '#shared/contract/intake.ts';
import {
  copyRevision,
  type InboxItem,
  isInHand,
  itemOf,
  mayBecome,
  type Revision,
  START,
} from './inbox-item.ts';

export interface CommitChoice {
  readonly who: string;
  readonly acceptValid: boolean;
  readonly reason: string | null;
}

/** Reads and writes are done by one engine: more at once would only make each of them slower. */
const READ_AT_ONCE = 2;
/** Steps that can be taken back. */
const STEPS_KEPT = 200;
/** Above it a file goes in pieces, so that one sees it go and can stop it; below it is there at once. */
const WHOLE_BYTES_AT_MOST = 2 * 1024 * 1024;

/** The files that wait for a person, on this page and in the engine, and what can be done with them. */
export class Inbox {
  readonly #api: Api;
  #items: readonly InboxItem[] = [];
  #counter = 0;
  readonly #listeners = new Set<() => void>();
  readonly #controllers = new Map<string, AbortController>();
  /** Files that the engine has once listed: gone from its list, they are gone. */
  readonly #listed = new Set<string>();
  #kept: readonly InboxFileDto[] = [];
  readonly #queue: string[] = [];
  #reading = 0;

  constructor(api: Api) {
    this.#api = api;
  }

  // Handed to React without the object, so bound.
  readonly items = (): readonly InboxItem[] => this.#items;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  add(files: readonly File[]): void {
    const added = files.map((file): InboxItem => {
      this.#counter += 1;
      return { ...START, key: String(this.#counter), file: { name: file.name, size: file.size }, body: file };
    });
    this.#publish([...this.#items, ...added]);
    for (const { key } of added) this.#enqueue(key);
  }

  /** Takes over what the engine keeps: of earlier days, of another window, of the watched folder. */
  sync(kept: readonly InboxFileDto[]): void {
    this.#kept = kept;
    this.#takeOverKept();
  }

  /** Reads a file again of which only the summary is known. */
  open(key: string): void {
    const item = this.#find(key);
    if (item?.state !== 'read' || item.isWhole) return;
    this.#patch(key, { state: 'waiting' });
    this.#enqueue(key);
  }

  /** Reads the file again with something more said about it. */
  revise(key: string, change: Partial<Revision>): void {
    const item = this.#find(key);
    if (item === undefined) return;
    const isSaid = Object.keys(change).length > 0;
    const past = isSaid ? [...item.past, item.revision].slice(-STEPS_KEPT) : item.past;
    const future = isSaid ? [] : item.future;
    this.#patch(key, { state: 'waiting', revision: { ...item.revision, ...change }, past, future });
    this.#enqueue(key);
  }

  /** Takes back what was said last. */
  undo(key: string): void {
    const item = this.#find(key);
    const before = item?.past.at(-1);
    if (item?.state !== 'read' || before === undefined) return;
    const change = { past: item.past.slice(0, -1), future: [...item.future, item.revision] };
    this.#patch(key, { state: 'waiting', revision: before, ...change });
    this.#enqueue(key);
  }

  /** Says again what was taken back last. */
  redo(key: string): void {
    const item = this.#find(key);
    const next = item?.future.at(-1);
    if (item?.state !== 'read' || next === undefined) return;
    const change = { past: [...item.past, item.revision], future: item.future.slice(0, -1) };
    this.#patch(key, { state: 'waiting', revision: next, ...change });
    this.#enqueue(key);
  }

  /** Takes the file in; settles when it is done, has failed or was stopped, and says whether it is in. */
  async commit(key: string, choice: CommitChoice): Promise<boolean> {
    const item = this.#find(key);
    const id = item?.preview?.id;
    if (item === undefined || id == null) return false;
    const controller = new AbortController();
    this.#controllers.set(key, controller);
    this.#patch(key, { state: 'committing', error: null });
    try {
      return await this.#runCommit(item, id, choice, controller.signal);
    } catch (error) {
      this.#patch(key, { state: 'read', progress: null, error: controller.signal.aborted ? null : error });
      return false;
    }
  }

  stop(key: string): void {
    this.#controllers.get(key)?.abort();
    if (this.#find(key)?.state === 'waiting') this.#patch(key, { state: 'cancelled' });
  }

  discard(key: string): void {
    this.#controllers.get(key)?.abort();
    const item = this.#find(key);
    if (item?.preview?.kept != null && item.state !== 'committed') {
      void this.#api.intake.discard.call({ id: item.preview.kept }).catch(() => undefined);
    }
    this.#publish(this.#items.filter((one) => one.key !== key));
  }

  /** After an undo a committed file is a file to be looked at again. */
  forgetCommitted(): void {
    this.#publish(this.#items.filter(({ state }) => state !== 'committed'));
  }

  #find(key: string): InboxItem | undefined {
    return this.#items.find((item) => item.key === key);
  }

  #publish(next: readonly InboxItem[]): void {
    this.#items = next;
    for (const listener of this.#listeners) listener();
  }

  #patch(key: string, change: Partial<InboxItem>): void {
    this.#publish(this.#items.map((item) => (item.key === key ? { ...item, ...change } : item)));
  }

  #takeOverKept(): void {
    const ids = new Set(this.#kept.map(({ id }) => id));
    const isGone = ({ preview, state }: InboxItem): boolean =>
      preview?.kept != null && this.#listed.has(preview.kept) && !ids.has(preview.kept) && !isInHand(state);
    const known = this.#items.filter((item) => !isGone(item));
    for (const id of ids) this.#listed.add(id);
    const added = this.#kept.filter(
      (file) => !known.some((item) => item.preview?.kept === file.id || mayBecome(item, file)),
    );
    if (added.length > 0 || known.length < this.#items.length)
      this.#publish([...known, ...added.map(itemOf)]);
  }

  #enqueue(key: string): void {
    this.#queue.push(key);
    this.#readNext();
  }

  #readNext(): void {
    while (this.#reading < READ_AT_ONCE) {
      const key = this.#queue.shift();
      if (key === undefined) return;
      const item = this.#find(key);
      if (item?.state === 'waiting') void this.#read(item);
    }
  }

  async #read(item: InboxItem): Promise<void> {
    const { key } = item;
    const controller = new AbortController();
    this.#controllers.set(key, controller);
    this.#reading += 1;
    this.#patch(key, { state: 'reading', error: null });
    try {
      const preview = await this.#inspect(item, controller.signal);
      this.#patch(key, { state: 'read', preview, isWhole: true });
    } catch (error) {
      const ending = controller.signal.aborted ? 'cancelled' : 'failed';
      this.#patch(key, { state: ending, progress: null, error: ending === 'failed' ? error : null });
    }
    this.#reading -= 1;
    this.#takeOverKept();
    this.#readNext();
  }

  async #inspect(item: InboxItem, signal: AbortSignal): Promise<IntakePreviewDto> {
    const { body, revision, preview, key } = item;
    const { intake } = this.#api;
    const said = copyRevision(revision);
    if (preview?.kept != null) return await intake.revise.call({ id: preview.kept, ...said }, { signal });
    if (body === null) throw new Error(`There is no file behind ${item.file.name}`);
    const keep = true;
    if (body.size <= WHOLE_BYTES_AT_MOST)
      return await intake.inspect.call({ file: body, keep, ...said }, { signal });
    const onProgress = (share: number): void => this.#patch(key, { progress: { stage: 'sending', share } });
    onProgress(0);
    const upload = await sendFile(this.#api, body, { signal, onProgress });
    this.#patch(key, { progress: null });
    return await intake.inspect.call({ upload, keep, ...said }, { signal });
  }

  async #runCommit(item: InboxItem, id: string, choice: CommitChoice, signal: AbortSignal): Promise<boolean> {
    const { reason, ...rest } = choice;
    const input = { id, ...rest, ...(reason === null ? {} : { reason }) };
    for await (const event of await this.#api.intake.commit.call(input, { signal })) {
      if (event.kind === 'done') {
        const committed = { result: event.result, who: choice.who, at: new Date().toISOString() };
        this.#patch(item.key, { state: 'committed', committed, progress: null });
        return true;
      }
      const share = event.total === 0 ? 0 : event.done / event.total;
      this.#patch(item.key, { progress: { stage: event.stage, share } });
    }
    return false;
  }
}
