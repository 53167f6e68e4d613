import { ensureBuilt, MAIN_OUTPUT, RENDERER_OUTPUT } from '#main/hosts/launch/build-output.ts';
import { PROJECT_FOLDER } from '#main/hosts/launch/project.ts';

/** Vitest global set-up: the user interface and the desktop bundle are there and as new as their sources. */
export default async function ensureBuiltApplication(): Promise<void> {
  await ensureBuilt(PROJECT_FOLDER, RENDERER_OUTPUT);
  await ensureBuilt(PROJECT_FOLDER, MAIN_OUTPUT);
}
