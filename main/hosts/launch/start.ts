import { hasDatabase, isWritable, useDataFolder } from '#main/core/files/data-folder.ts';
import { logMistake } from '#main/hosts/engine/log.ts';
import { noteTime } from '#main/hosts/engine/start-times.ts';
import { personFile, workspacePlaces } from '#main/hosts/options.ts';
import { addressOf, type Door } from '#main/hosts/web/way-in.ts';
import { UserError } from '#shared/contract/errors.ts';
import { hasDisplay, keepBrowserWindow } from './browser-window.ts';
import { runDesktopHost } from './desktop-host.ts';
import { findBrowser } from './find-browser.ts';
import { watchNpm } from './npm-parent.ts';
import { readStartOptions, type StartOptions } from './options.ts';
import { type Claim, claimHost } from './running-host.ts';
import { removeWaysIn, writeWayIn } from './way-in-file.ts';
import { runWebHost } from './web-host.ts';

const HELP = `npm start -- [FILE.kh02] [--host auto|desktop|web] [--no-open] [--port N] [--data DIR] [--wall] [--begin-anew]
  FILE.kh02  mở tệp số liệu, chỉ xem / open a data file, read-only
  --host     auto: Electron, nếu không được thì cửa sổ trình duyệt / Electron, else a browser window
  --no-open  chỉ in địa chỉ, dùng một lần trong 10 phút / print the address only, good once within 10 minutes
  --port     cổng của máy chủ nội bộ, 0 = bất kỳ / port of the loopback host, 0 = any
  --data     thư mục dữ liệu (biến môi trường KH02_DATA) / data folder (environment KH02_DATA)
  --wall     chế độ màn hình lớn / wall mode
  --begin-anew  khi tệp cơ sở dữ liệu không còn: tạo lại từ đầu / make a vanished database anew
`;

try {
  noteTime('launcher');
  await start(readStartOptions(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof UserError)) logMistake('start', error);
  // Like `hand-over.ts` below: what an ordinary start does not need is not read while somebody waits for a window.
  const { bilingualSentence, exitCodeOf } = await import('#main/hosts/error-sentence.ts');
  process.stderr.write(`${bilingualSentence(error)}\n`);
  process.exitCode = exitCodeOf(error);
}

async function start(options: StartOptions): Promise<void> {
  if (options.help) process.stdout.write(HELP);
  else if (hasDatabase(options.dataFolder) && !isWritable(options.dataFolder)) await startOnCopy(options);
  else if (!(await startDesktop(options))) await startWeb(options);
}

/**
 * A workspace that can only be read is shown from a private copy, which goes with the host: in a browser, as Electron
 * keeps its own things in the data folder. What would write is refused, with the folder's name.
 */
async function startOnCopy(options: StartOptions): Promise<void> {
  const folder = options.dataFolder;
  const { withCopy } = await import('#main/core/desk/backups/read-only-copy.ts');
  const { createTranslator } = await import('#shared/text/translator.ts');
  process.stderr.write(`${createTranslator('vi').t('source.readOnly', { folder })}\n`);
  await withCopy(folder, (dataFolder) => startWeb({ ...options, dataFolder }, { readOnlyFolder: folder }));
}

/** False when the web host is to be used instead. */
async function startDesktop(options: StartOptions): Promise<boolean> {
  if (options.host === 'web' || !options.open) return false;
  if (options.host === 'auto' && !hasDisplay()) return false;
  // Said at once, not after minutes of downloading.
  useDataFolder(options.dataFolder);
  const hasRun = await runDesktopHost(options);
  if (!hasRun && options.host === 'desktop') throw new Error('Electron cannot be started on this machine');
  return hasRun;
}

async function startWeb(options: StartOptions, copied: { readOnlyFolder?: string } = {}): Promise<void> {
  const claim = await claimHost(options.dataFolder);
  if (claim.kind === 'mine') return serve(claim, options, copied);
  const { door } = claim;
  const file = options.file === null ? '' : await handOverTo(door, options.file);
  await printAddress(door, file, options);
  openWindow(door, file, options, () => undefined);
}

/** Runs the host until a signal, its window or its engine ends it. */
async function serve(
  claim: Extract<Claim, { kind: 'mine' }>,
  options: StartOptions,
  copied: { readOnlyFolder?: string },
): Promise<void> {
  try {
    removeWaysIn(options.dataFolder);
    const around = {
      ...copied,
      workspaces: workspacePlaces(),
      opensWorkspaces: 'page' as const,
      person: { file: personFile() },
    };
    const { port, dataFolder, beginsAnew } = options;
    const host = await runWebHost(port, dataFolder, claim.hostKey, beginsAnew, around);
    const end = Promise.withResolvers<Error | null>();
    host.gaveUp.then(end.resolve);
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
      process.once(signal, () => end.resolve(null));
    watchNpm(() => end.resolve(null));
    // Closed during the first filling: what has been computed so far is not thrown away.
    let isLeaving = false;
    const onClosed = (): void => {
      isLeaving = true;
      void host.started.then(
        () => end.resolve(null),
        () => undefined,
      );
    };
    // Without a file to show, the window opens while the engine still starts.
    let closeWindow = options.file === null ? openWindow(host, '', options, onClosed) : undefined;
    host.started
      .then(async () => {
        // A second start that waits must not lean on a host which is about to end.
        if (!isLeaving) claim.publish(host.port);
        const file = options.file === null ? '' : await host.hand(options.file);
        closeWindow ??= openWindow(host, file, options, onClosed);
        // Printed only now, when somebody may rely on it.
        await printAddress(host, file, options);
      })
      .catch(end.resolve);
    const reason = await end.promise;
    closeWindow?.();
    await host.close();
    if (reason !== null) throw reason;
  } finally {
    removeWaysIn(options.dataFolder);
    claim.release();
  }
}

async function handOverTo(door: Door, file: string): Promise<string> {
  const { handOver } = await import('#main/hosts/web/hand-over.ts');
  return handOver(door, file);
}

/** The address of a private file through which a browser comes in; `file` is its end where a data file is opened. */
async function placeOf(door: Door, file: string, options: StartOptions): Promise<string> {
  const place = writeWayIn(options.dataFolder, door.port, await door.issueTicket());
  return `${place}${options.wall ? '?wall' : ''}${file}`;
}

/**
 * A person at a terminal gets an address that any browser of theirs may open, also through a tunnel. What goes into a
 * log or to another program holds no secret: the file, which is readable by the user only.
 */
async function printAddress(door: Door, file: string, options: StartOptions): Promise<void> {
  const place = process.stdout.isTTY
    ? `${addressOf(door.port, await door.issueTicket())}${options.wall ? '&wall' : ''}${file}`
    : await placeOf(door, file, options);
  process.stdout.write(`KH02 Center: ${place}\n`);
}

/**
 * Opens a window where it may; `onClosed` is told when that window was closed. The returned function closes the window.
 */
function openWindow(door: Door, file: string, options: StartOptions, onClosed: () => void): () => void {
  const browser = options.open && hasDisplay() ? findBrowser() : null;
  if (browser === null) return () => undefined;
  const place = () => placeOf(door, file, options);
  return keepBrowserWindow({ browser, place, dataFolder: options.dataFolder, onClosed });
}
