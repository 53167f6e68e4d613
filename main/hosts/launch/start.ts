import { useDataFolder } from '#main/core/data-folder.ts';
import { logMistake } from '#main/hosts/engine/log.ts';
import { noteTime } from '#main/hosts/engine/start-times.ts';
import { UserError } from '#shared/contract/errors.ts';
import { hasDisplay, keepBrowserWindow } from './browser-window.ts';
import { runDesktopHost } from './desktop-host.ts';
import { findBrowser } from './find-browser.ts';
import { watchNpm } from './npm-parent.ts';
import { readStartOptions, type StartOptions } from './options.ts';
import { claimHost } from './running-host.ts';
import { runWebHost } from './web-host.ts';

const HELP = `npm start -- [FILE.kh02] [--host auto|desktop|web] [--no-open] [--port N] [--data DIR] [--wall]
  FILE.kh02  mở tệp số liệu, chỉ xem / open a data file, read-only
  --host     auto: Electron, nếu không được thì cửa sổ trình duyệt / Electron, else a browser window
  --no-open  chỉ in địa chỉ / print the address only
  --port     cổng của máy chủ nội bộ, 0 = bất kỳ / port of the loopback host, 0 = any
  --data     thư mục dữ liệu (biến môi trường KH02_DATA) / data folder (environment KH02_DATA)
  --wall     chế độ màn hình lớn / wall mode
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
  else if (!(await startDesktop(options))) await startWeb(options);
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

async function startWeb(options: StartOptions): Promise<void> {
  const claim = await claimHost(options.dataFolder);
  if (claim.kind === 'running') {
    const file = options.file === null ? '' : await handOverTo(claim.address, options.file);
    const place = placeOf(claim.address, file, options);
    printAddress(place);
    openWindow(place, options, () => undefined);
    return;
  }
  try {
    const host = await runWebHost(options.port, options.dataFolder);
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
    let closeWindow =
      options.file === null ? openWindow(placeOf(host.address, '', options), options, onClosed) : undefined;
    host.started
      .then(async () => {
        // A second start that waits must not lean on a host which is about to end.
        if (!isLeaving) claim.publish(host.address);
        const file = options.file === null ? '' : await host.hand(options.file);
        const place = placeOf(host.address, file, options);
        closeWindow ??= openWindow(place, options, onClosed);
        // Printed only now, when somebody may rely on it.
        printAddress(place);
      })
      .catch(end.resolve);
    const reason = await end.promise;
    closeWindow?.();
    await host.close();
    if (reason !== null) throw reason;
  } finally {
    claim.release();
  }
}

async function handOverTo(address: string, file: string): Promise<string> {
  const { handOver } = await import('#main/hosts/web/hand-over.ts');
  return handOver(address, file);
}

/** The whole address of a page; `file` is its end where a data file is to be opened. */
function placeOf(address: string, file: string, options: StartOptions): string {
  return `${options.wall ? `${address}&wall` : address}${file}`;
}

function printAddress(place: string): void {
  process.stdout.write(`KH02 Center: ${place}\n`);
}

/**
 * Opens a window on the place where it may; `onClosed` is told when that window was closed. The returned function
 * closes the window.
 */
function openWindow(place: string, options: StartOptions, onClosed: () => void): () => void {
  const browser = options.open && hasDisplay() ? findBrowser() : null;
  if (browser === null) return () => undefined;
  return keepBrowserWindow({ browser, address: place, dataFolder: options.dataFolder, onClosed });
}
