import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Context } from '#main/core/ground/context.ts';
import { inboxFiles } from '#main/core/take/intake/inbox/files.ts';
import { listInboxRows } from '#main/core/take/intake/offers.ts';
import type { WatchReasonDto, WatchSettings, WatchStateDto } from '#shared/contract/watch.ts';
import { finishFile } from './finish.ts';
import { explainTrouble, FileChanged, listFolder, prepareFolders } from './folder.ts';
import { holdFolder, isHeldElsewhere, releaseFolder } from './holder.ts';
import { type Glimpse, isSettled, isSilent, PATIENCE_MS, type Tracked, track } from './settle.ts';
import { listOpenRows, listWatchRows, readWatchSettings, type WatchRow } from './store.ts';
import { commitAlone, commitReady, type Ready, takeFile, watchedFileDto } from './take.ts';

/** A listing of one folder is cheap even over a network, and works where a share sends no notice of changes. */
const LOOK_EVERY_MS = 2000;
/** A look that takes longer, with no file in hand, waits for a share that does not answer. */
const SILENCE_MS = 30_000;
const ENDING_MS = 3000;

/** Taken in together: a day's files of all communes of a province, and what their figures take in memory. */
const FILES_TOGETHER = 200;
const FIGURES_TOGETHER = 200_000;

function isFull(ready: readonly Ready[]): boolean {
  const figures = ready.reduce((sum, { draft }) => sum + draft.inspected.collection.figures.size, 0);
  return ready.length >= FILES_TOGETHER || figures >= FIGURES_TOGETHER;
}

type Problem = WatchReasonDto & { readonly since: string };

const watches = new WeakMap<Context['events'], FolderWatch>();

/** The one watch of an application; it only looks by itself once it was started. */
export function watchOf(context: Context): FolderWatch {
  const known = watches.get(context.events);
  if (known !== undefined) return known;
  const created = new FolderWatch(context);
  watches.set(context.events, created);
  return created;
}

/** Looks at the chosen folder and deals with every complete file in it. */
export class FolderWatch {
  readonly #context: Context;
  readonly #id = randomUUID();
  readonly #ending = new AbortController();
  #timer: NodeJS.Timeout | undefined;
  #running: Promise<void> | null = null;
  #folder: string | null = null;
  #tracked: ReadonlyMap<string, Tracked> = new Map();
  #retryAt = new Map<string, number>();
  #problem: Problem | null = null;
  #current: string | null = null;
  #lookedAt: string | null = null;
  #startedMs = 0;

  constructor(context: Context) {
    this.#context = context;
  }

  /** One look at the folder; every complete file is dealt with when it settles. Looks never overlap. */
  look(): Promise<void> {
    this.#startedMs = this.#now();
    this.#running ??= this.#look().finally(() => {
      this.#running = null;
    });
    return this.#running;
  }

  /** How the watch stands, with the newest of its files. */
  state(files: number): WatchStateDto {
    const { read } = this.#context;
    const settings = readWatchSettings(read);
    const problem = this.#problemWith(settings);
    const isRunning = this.#timer !== undefined && !isHeldElsewhere(this.#context, this.#id);
    return {
      settings,
      state: stateOf(settings, isRunning, problem),
      problem,
      lookedAt: this.#lookedAt,
      current: this.#current,
      growing: growing(this.#tracked, settings === null ? [] : listOpenRows(read, settings.folder)),
      files: listWatchRows(read, files).map(watchedFileDto),
    };
  }

  /** Looks from now on by itself. */
  start(): void {
    const { read, dataFolder, clock } = this.#context;
    const ids = new Set(listInboxRows(read).map(({ id }) => id));
    inboxFiles(dataFolder).sweep(ids, clock());
    this.#timer ??= setInterval(
      () => this.#running === null && void this.look().catch(() => undefined),
      LOOK_EVERY_MS,
    ).unref();
  }

  /** Settles when nothing of it runs any more; what was in hand is begun anew at the next start. */
  async stop(): Promise<void> {
    clearInterval(this.#timer);
    this.#ending.abort();
    // A share that does not answer must not keep the application from closing.
    await Promise.race([this.#running?.catch(() => undefined), wait(ENDING_MS, undefined, { ref: false })]);
    await releaseFolder(this.#context, this.#id).catch(() => undefined);
  }

  async #look(): Promise<void> {
    const settings = readWatchSettings(this.#context.read);
    if (settings !== null && !settings.isPaused && (await holdFolder(this.#context, this.#id)))
      return await this.#lookAt(settings);
    this.#forget();
    this.#setProblem(null);
  }

  async #lookAt(settings: WatchSettings): Promise<void> {
    const { read, clock } = this.#context;
    if (this.#folder !== settings.folder) this.#forget();
    this.#folder = settings.folder;
    try {
      await prepareFolders(settings.folder);
      const trouble = await this.#finish(listOpenRows(read, settings.folder));
      this.#tracked = track(this.#tracked, await listFolder(settings.folder), this.#now());
      this.#lookedAt = clock().toISOString();
      this.#setProblem((await this.#takeSettled(settings)) ?? trouble);
    } catch (error) {
      this.#setProblem(troubleWith(error, settings.folder));
    }
  }

  async #takeSettled(settings: WatchSettings): Promise<WatchReasonDto | null> {
    const troubles: (WatchReasonDto | null)[] = [];
    const open = new Set(listOpenRows(this.#context.read, settings.folder).map(lookOf));
    const ready: Ready[] = [];
    for (const file of this.#tracked.values()) {
      const isEarly = (this.#retryAt.get(file.name) ?? 0) > this.#now();
      if (!isSettled(file, this.#now()) || isEarly || open.has(lookOf(file))) continue;
      if (this.#ending.signal.aborted || !this.#isUnchanged(settings)) break;
      troubles.push(await this.#takeOne(settings, file, ready));
      if (isFull(ready)) troubles.push(await this.#commit(settings, ready.splice(0)));
    }
    troubles.push(await this.#commit(settings, ready));
    return troubles.findLast((one) => one !== null) ?? null;
  }

  async #takeOne(settings: WatchSettings, file: Tracked, ready: Ready[]): Promise<WatchReasonDto | null> {
    const context = this.#context;
    this.#setCurrent(file.name);
    try {
      const task = { context, settings, file, isSilent: isSilent(file, this.#now()) };
      const take = () =>
        takeFile({ ...task, signal: this.#ending.signal, others: ready.map(({ row }) => row.sha256) });
      let taken = await take();
      if (taken === 'twin') {
        await this.#commit(settings, ready.splice(0));
        taken = await take();
      }
      if (taken === 'later') {
        this.#retryAt.set(file.name, file.since + PATIENCE_MS);
        return null;
      }
      if (typeof taken === 'string') return await this.#finishNamed(settings, [file.name]);
      ready.push(taken);
      return null;
    } catch (error) {
      return error instanceof FileChanged ? null : troubleWith(error, file.name);
    } finally {
      this.#setCurrent(null);
    }
  }

  /** Many files, one judgement; where one of them keeps the others out, each goes in alone. */
  async #commit(settings: WatchSettings, ready: readonly Ready[]): Promise<WatchReasonDto | null> {
    const [first] = ready;
    if (first === undefined) return null;
    const names = ready.map(({ row }) => row.name);
    this.#setCurrent(first.row.name);
    let trouble: WatchReasonDto | null = null;
    try {
      await commitReady(ready);
    } catch {
      for (const one of ready) trouble = (await this.#commitAlone(one)) ?? trouble;
    } finally {
      this.#setCurrent(null);
    }
    return (await this.#finishNamed(settings, names)) ?? trouble;
  }

  async #commitAlone(one: Ready): Promise<WatchReasonDto | null> {
    try {
      await commitAlone(one);
      return null;
    } catch (error) {
      return troubleWith(error, one.row.name);
    }
  }

  #finishNamed({ folder }: WatchSettings, names: readonly string[]): Promise<WatchReasonDto | null> {
    return this.#finish(listOpenRows(this.#context.read, folder).filter(({ name }) => names.includes(name)));
  }

  /** The first trouble with a file, if any: it is told, and does not keep the others from being taken. */
  async #finish(open: readonly WatchRow[]): Promise<WatchReasonDto | null> {
    let trouble: WatchReasonDto | null = null;
    for (const row of open) {
      try {
        if (await finishFile(this.#context, row, this.#ending.signal)) this.#say();
      } catch (error) {
        trouble ??= troubleWith(error, row.name);
      }
    }
    return trouble;
  }

  #isUnchanged(settings: WatchSettings): boolean {
    const { folder, isPaused = true } = readWatchSettings(this.#context.read) ?? {};
    return folder === settings.folder && !isPaused;
  }

  /** What is told of: the last trouble, or that a look has been waiting for too long. */
  #problemWith(settings: WatchSettings | null): Problem | null {
    const hasWaited = this.#now() - this.#startedMs > SILENCE_MS;
    if (this.#running === null || this.#current !== null || !hasWaited) return this.#problem;
    const since = new Date(this.#startedMs).toISOString();
    return { code: 'watch.problem.silent', values: { path: settings?.folder ?? '' }, since };
  }

  #setProblem(next: WatchReasonDto | null): void {
    const { code, values } = this.#problem ?? {};
    if (code === next?.code && JSON.stringify(values) === JSON.stringify(next?.values)) return;
    this.#problem = next === null ? null : { ...next, since: this.#context.clock().toISOString() };
    this.#say();
  }

  #setCurrent(name: string | null): void {
    this.#current = name;
    this.#say();
  }

  #forget(): void {
    this.#folder = null;
    this.#tracked = new Map();
    this.#retryAt = new Map();
    this.#lookedAt = null;
  }

  #say(): void {
    this.#context.events.publishChange(['inbox']);
  }

  #now(): number {
    return this.#context.clock().getTime();
  }
}

function stateOf(
  settings: WatchSettings | null,
  isRunning: boolean,
  problem: Problem | null,
): WatchStateDto['state'] {
  if (settings === null) return 'off';
  if (settings.isPaused) return 'paused';
  if (!isRunning) return 'elsewhere';
  return problem === null ? 'watching' : 'stopped';
}

/** The same for a row and for the file it is about, as long as nobody writes to that. */
function lookOf({ name, bytes, modifiedMs }: Glimpse): string {
  return `${bytes} ${modifiedMs} ${name}`;
}

/** Files in the folder that nothing is decided about yet. */
function growing(tracked: ReadonlyMap<string, Tracked>, open: readonly WatchRow[]): number {
  const known = new Set(open.map(lookOf));
  return [...tracked.values()].filter((file) => !known.has(lookOf(file))).length;
}

/** What is told of an error; one that no person can mend is told with what is known of it. */
function troubleWith(error: unknown, path: string): WatchReasonDto | null {
  if (error instanceof Error && error.name === 'AbortError') return null;
  const detail = error instanceof Error ? error.message : String(error);
  return explainTrouble(error, path) ?? { code: 'watch.problem.unexpected', values: { path, detail } };
}
