import { join } from 'node:path';
import { app, BrowserWindow, dialog } from 'electron';
import { useDataFolder } from '#main/core/files/data-folder.ts';
import { makePrivateFolder } from '#main/files/private.ts';
import { startEngine } from '#main/hosts/engine/engine.ts';
import { handFile } from '#main/hosts/engine/hand-file.ts';
import { type KeptEngine, keepEngine } from '#main/hosts/engine/kept-engine.ts';
import { logMistake } from '#main/hosts/engine/log.ts';
import { bilingualSentence, exitCodeOf } from '#main/hosts/error-sentence.ts';
import { readRendererFiles } from '#main/hosts/files/renderer-files.ts';
import { chooseDataFolder } from '#main/hosts/options.ts';
import { UserError } from '#shared/contract/errors.ts';
import { createTranslator } from '#shared/text/translator.ts';
import { offerFolderDialog } from './choose-folder.ts';
import { queueFiles } from './file-queue.ts';
import { guardWindows } from './guards.ts';
import { engineOptions, rendererFolder } from './installation.ts';
import { acceptPorts } from './ipc.ts';
import { keepAwakeForWalls } from './keep-awake.ts';
import { setMenu } from './menu.ts';
import { readDesktopOptions, wordsForOther } from './options.ts';
import { registerScheme, servePage } from './protocol.ts';
import { openWindow } from './window.ts';

const options = readDesktopOptions(process.argv.slice(1));
const dataFolder = chooseDataFolder(options.data);
const openingFiles = queueFiles();

registerScheme();
try {
  useUserData(join(dataFolder, 'desktop'));
  if (app.requestSingleInstanceLock()) run();
  else app.quit();
} catch (error) {
  fail('desktop.startFailed')(error);
}

/** Its own folder for each data folder, and with it one running program for each. */
function useUserData(folder: string): void {
  try {
    useDataFolder(dataFolder);
    makePrivateFolder(folder);
  } catch (cause) {
    throw new UserError('DATA_FOLDER_UNWRITABLE', { folder: dataFolder }, { cause });
  }
  app.setPath('userData', folder);
}

function run(): void {
  // macOS hands over files in this way only, the first one possibly before the application is ready.
  app.on('open-file', (event, path) => {
    event.preventDefault();
    openingFiles.open(path);
  });
  app.on('second-instance', (_event, words, folder) => {
    const { file } = readDesktopOptions(words.slice(1), folder);
    if (file === null) showFirstWindow();
    else openingFiles.open(file);
  });
  app.on('window-all-closed', () => app.quit());
  // Electron must not be awaited at the top of the module: it becomes ready only when the module has ended.
  app.whenReady().then(start).catch(fail('desktop.startFailed'));
}

async function start(): Promise<void> {
  guardWindows();
  keepAwakeForWalls();
  setMenu();
  const [files, engine] = await Promise.all([
    readRendererFiles(rendererFolder()),
    keepEngine({ ...engineOptions(dataFolder), beginsAnew: options.beginsAnew }, (around) =>
      startEngine(around, beginOther),
    ),
  ]);
  servePage(files);
  acceptPorts(engine.connect);
  offerFolderDialog();
  closeBeforeQuit(engine);
  engine.gaveUp.then(fail('desktop.engineLost'));
  if (options.file !== null) openingFiles.open(options.file);
  const hasFile = openingFiles.begin((path) => void showFile(engine, path));
  if (!hasFile) openWindow({ isWall: options.wall });
}

/** The answer goes on its way to the page before everything ends. */
const MOVE_AFTER_MS = 200;

/**
 * Ends this program and begins it on another workspace. Where that one is open already, the program there comes to the
 * front: of each data folder one runs.
 */
function beginOther(folder: string): void {
  const words = wordsForOther(process.argv.slice(1), folder);
  const program = app.isPackaged ? [] : [app.getAppPath()];
  // An AppImage runs from a place that is gone when it ends.
  const image = process.env.APPIMAGE;
  setTimeout(() => {
    app.relaunch({ args: [...program, ...words], ...(image === undefined ? {} : { execPath: image }) });
    app.quit();
  }, MOVE_AFTER_MS);
}

/** A data file gets a window of its own: what is on screen in another one is not disturbed. */
async function showFile(engine: KeptEngine, path: string): Promise<void> {
  const place = await handFile(engine.connect, path).catch((error: unknown) => {
    logMistake('window', error);
    return '';
  });
  openWindow({ isWall: false, place });
}

/** Quitting waits until the engine has closed the database. */
function closeBeforeQuit(engine: KeptEngine): void {
  app.once('will-quit', (event) => {
    event.preventDefault();
    engine
      .close()
      .catch((error: unknown) => logMistake('engine', error))
      .finally(() => app.exit(0));
  });
}

function showFirstWindow(): void {
  const [window] = BrowserWindow.getAllWindows();
  if (window?.isMinimized()) window.restore();
  window?.focus();
}

function fail(title: 'desktop.startFailed' | 'desktop.engineLost'): (error: unknown) => void {
  return (error) => {
    logMistake('desktop', error);
    dialog.showErrorBox(createTranslator('vi').t(title), bilingualSentence(error));
    app.exit(exitCodeOf(error));
  };
}
