import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import type { Context } from '#main/core/context.ts';
import { inboxFiles } from '#main/core/intake/inbox/files.ts';
import { listInboxRows } from '#main/core/intake/inbox/store.ts';
import type { WatchReasonDto, WatchSettings, WatchStateDto } from '#shared/contract/watch.ts';
import { finishFile } from './finish.ts';
import { explainTrouble, FileChanged, listFolder, prepareFolders } from './folder.ts';
import { holdFolder, isHeldElsewhere, releaseFolder } from './holder.ts';
import { type Glimpse, isSettled, isSilent, PATIENCE_MS, type Tracked, track } from './settle.ts';
import { listOpenRows, listWatchRows, readWatchSettings, type WatchRow } from './store.ts';
import { takeFile, watchedFileDto } from './take.ts';

/** A listing of one folder is cheap even over a network, and works where a share sends no notice of changes. */
const LOOK_EVERY_MS = 2000;
/** A look that takes longer, with no file in hand, waits for a share that does not answer. */
const SILENCE_MS = 30_000;
const ENDING_MS = 3000;

type Problem = WatchReasonDto & { readonly since: string };

export interface FolderWatch {
  /** One look at the folder; every complete file is dealt with when it settles. Looks never overlap. */
  readonly look: () => Promise<void>;
  readonly state: (files: number) => WatchStateDto;
  /** Looks from now on by itself. */
  readonly start: () => void;
  /** Settles when nothing of it runs any more; what was in hand is begun anew at the next start. */
  readonly stop: () => Promise<void>;
}

const watches = new WeakMap<Context['events'], FolderWatch>();

/** The one watch of an application; it only looks by itself once it was started. */
export function watchOf(context: Context): FolderWatch {
  const known = watches.get(context.events);
  if (known !== undefined) return known;
  const created = createFolderWatch(context);
  watches.set(context.events, created);
  return created;
}

function createFolderWatch(context: Context): FolderWatch {
  const id = randomUUID();
  const ending = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;
  let folder: string | null = null;
  let tracked: ReadonlyMap<string, Tracked> = new Map();
  let retryAt = new Map<string, number>();
  let problem: Problem | null = null;
  let current: string | null = null;
  let lookedAt: string | null = null;
  let startedMs = 0;

  const now = (): number => context.clock().getTime();
  const say = (): void => context.events.publishChange(['inbox']);
  const setProblem = (next: WatchReasonDto | null): void => {
    const isSame =
      problem?.code === next?.code && JSON.stringify(problem?.values) === JSON.stringify(next?.values);
    if (isSame) return;
    problem = next === null ? null : { ...next, since: context.clock().toISOString() };
    say();
  };
  const setCurrent = (name: string | null): void => {
    current = name;
    say();
  };
  const forget = (): void => {
    folder = null;
    tracked = new Map();
    retryAt = new Map();
    lookedAt = null;
  };

  /** The first trouble with a file, if any: it is told, and does not keep the others from being taken. */
  const finishOpen = async (open: readonly WatchRow[]): Promise<WatchReasonDto | null> => {
    let trouble: WatchReasonDto | null = null;
    for (const row of open) {
      try {
        if (await finishFile(context, row, ending.signal)) say();
      } catch (error) {
        trouble ??= troubleWith(error, row.name);
      }
    }
    return trouble;
  };
  const takeOne = async (settings: WatchSettings, file: Tracked): Promise<WatchReasonDto | null> => {
    setCurrent(file.name);
    try {
      const silent = isSilent(file, now());
      const task = { context, settings, file, isSilent: silent, signal: ending.signal };
      if ((await takeFile(task)) === 'later') retryAt.set(file.name, file.since + PATIENCE_MS);
      else
        return await finishOpen(
          listOpenRows(context.read, settings.folder).filter((row) => row.name === file.name),
        );
      return null;
    } catch (error) {
      if (error instanceof FileChanged) return null;
      return troubleWith(error, file.name);
    } finally {
      setCurrent(null);
    }
  };
  const takeSettled = async (settings: WatchSettings): Promise<WatchReasonDto | null> => {
    let trouble: WatchReasonDto | null = null;
    const open = new Set(listOpenRows(context.read, settings.folder).map(lookOf));
    for (const file of tracked.values()) {
      if (!isSettled(file, now()) || (retryAt.get(file.name) ?? 0) > now() || open.has(lookOf(file)))
        continue;
      if (ending.signal.aborted || !isUnchanged(settings)) break;
      trouble = (await takeOne(settings, file)) ?? trouble;
    }
    return trouble;
  };
  const isUnchanged = (settings: WatchSettings): boolean => {
    const { folder: other, isPaused = true } = readWatchSettings(context.read) ?? {};
    return other === settings.folder && !isPaused;
  };
  const lookAt = async (settings: WatchSettings): Promise<void> => {
    if (folder !== settings.folder) forget();
    folder = settings.folder;
    try {
      await prepareFolders(settings.folder);
      const trouble = await finishOpen(listOpenRows(context.read, settings.folder));
      tracked = track(tracked, await listFolder(settings.folder), now());
      lookedAt = context.clock().toISOString();
      setProblem((await takeSettled(settings)) ?? trouble);
    } catch (error) {
      setProblem(troubleWith(error, settings.folder));
    }
  };
  const look = async (): Promise<void> => {
    const settings = readWatchSettings(context.read);
    if (settings !== null && !settings.isPaused && (await holdFolder(context, id)))
      return await lookAt(settings);
    forget();
    setProblem(null);
  };
  const lookOnce = (): Promise<void> => {
    startedMs = now();
    running ??= look().finally(() => {
      running = null;
    });
    return running;
  };
  return {
    look: lookOnce,
    state: (files) => {
      const settings = readWatchSettings(context.read);
      const isStuck = running !== null && current === null && now() - startedMs > SILENCE_MS;
      const stuck = { code: 'watch.problem.silent', values: { path: settings?.folder ?? '' } };
      const shown = isStuck ? { ...stuck, since: new Date(startedMs).toISOString() } : problem;
      return {
        settings,
        state: stateOf(settings, timer !== undefined && !isHeldElsewhere(context, id), shown),
        problem: shown,
        lookedAt,
        current,
        growing: growing(tracked, settings === null ? [] : listOpenRows(context.read, settings.folder)),
        files: listWatchRows(context.read, files).map(watchedFileDto),
      };
    },
    start: () => {
      const ids = new Set(listInboxRows(context.read).map(({ id }) => id));
      inboxFiles(context.dataFolder).sweep(ids, context.clock());
      timer ??= setInterval(
        () => running === null && void lookOnce().catch(() => undefined),
        LOOK_EVERY_MS,
      ).unref();
    },
    stop: async () => {
      clearInterval(timer);
      ending.abort();
      // A share that does not answer must not keep the application from closing.
      await Promise.race([running?.catch(() => undefined), wait(ENDING_MS, undefined, { ref: false })]);
      await releaseFolder(context, id).catch(() => undefined);
    },
  };
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
