import { BrowserWindow, dialog, type IpcMainEvent, ipcMain } from 'electron';
import { createTranslator } from '#shared/text/translator.ts';
import { isOwnPage } from './page.ts';

/** The page sends a port over it; what comes back on the port is the chosen folder, empty when none was chosen. */
const FOLDER_CHANNEL = 'choose-folder';

/** Opens the system's own dialog when our page asks for a folder: the page learns the path and nothing else. */
export function offerFolderDialog(): void {
  ipcMain.on(FOLDER_CHANNEL, (event: IpcMainEvent) => {
    const [port] = event.ports;
    if (port === undefined || !isOwnPage(event.senderFrame?.url)) {
      for (const stray of event.ports) stray.close();
      return;
    }
    void askFolder()
      .catch(() => '')
      .then((folder) => port.postMessage(folder));
  });
}

async function askFolder(): Promise<string> {
  const options = {
    title: createTranslator('vi').t('desktop.chooseFolder'),
    properties: ['openDirectory' as const, 'createDirectory' as const],
  };
  const [window] = BrowserWindow.getAllWindows();
  const asked =
    window === undefined ? dialog.showOpenDialog(options) : dialog.showOpenDialog(window, options);
  const { canceled, filePaths } = await asked;
  return canceled ? '' : (filePaths[0] ?? '');
}
