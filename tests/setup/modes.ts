import { lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

export const modeOf = (path: string): number => lstatSync(path).mode & 0o777;

/** What other users could reach of a folder and everything below it: its mode and path, one a line. */
export function openToOthers(folder: string, skip: (name: string) => boolean = () => false): string[] {
  const below = readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory() && !skip(entry.name)) return openToOthers(path, skip);
    return entry.isSymbolicLink() ? [] : describeWrong(path, entry.isDirectory());
  });
  return [...describeWrong(folder, true), ...below];
}

function describeWrong(path: string, isFolder: boolean): string[] {
  const mode = modeOf(path);
  return mode === (isFolder ? 0o700 : 0o600) ? [] : [`${mode.toString(8)} ${path}`];
}
