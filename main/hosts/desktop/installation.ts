import { join } from 'node:path';
import { app } from 'electron';
import type { EngineOptions } from '#main/hosts/engine/messages.ts';
import { personFile, workspacePlaces } from '#main/hosts/options.ts';

/** Where the parts of the program lie: in the package's resources, or in the checkout that was started. */
export function engineOptions(dataFolder: string): EngineOptions {
  const root = app.getAppPath();
  const native = `${process.platform}-${process.arch}.node`;
  return {
    dataFolder,
    person: { file: personFile() },
    workspaces: workspacePlaces(),
    opensWorkspaces: 'window',
    assetsFolder: join(root, 'assets'),
    nativeBinding: app.isPackaged
      ? join(process.resourcesPath, 'better_sqlite3.node')
      : join(root, 'node_modules/better-sqlite3/prebuilds', native),
  };
}

/** The built user interface. */
export function rendererFolder(): string {
  return join(app.getAppPath(), 'out/renderer');
}
