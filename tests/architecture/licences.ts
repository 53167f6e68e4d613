import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_FOLDER } from '#main/hosts/launch/project.ts';

/** A package that the program needs while it runs, on its own or for another package. */
export interface RuntimePackage {
  readonly name: string;
  readonly version: string;
  /** As an SPDX expression; null where neither the lock file nor we know it. */
  readonly licence: string | null;
}

/** Everybody may use, change and pass these on; what they ask for is that their text travels along. */
export const OPEN = ['0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT', 'Unlicense', 'Zlib', 'CC0-1.0'];

/** Open as well, each with a condition of its own that NOTICE has to name beside the package. */
export const WITH_CONDITIONS = ['Apache-2.0', 'MPL-2.0', 'OFL-1.1'];

/** No open-source licences, taken knowingly: NOTICE and README say for what. */
export const BY_NAME: Readonly<Record<string, string>> = {
  'react-leaflet': 'Hippocratic-2.1',
  '@react-leaflet/core': 'Hippocratic-2.1',
};

/** Packages that name no licence in their package.json but carry its text: read by a person, with the version. */
const READ_BY_HAND: Readonly<Record<string, string>> = { 'png-js@1.1.0': 'MIT' };

interface Locked {
  readonly version?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly hasInstallScript?: boolean;
}

export function lockedPackages(): [path: string, locked: Locked][] {
  const lock = JSON.parse(readFileSync(join(PROJECT_FOLDER, 'package-lock.json'), 'utf8')) as {
    packages: Record<string, Locked>;
  };
  return Object.entries(lock.packages).filter(([path]) => path !== '');
}

export const nameOf = (path: string) => path.slice(path.lastIndexOf('node_modules/') + 13);

/** From the lock file, in order of their names, each version once. */
export function runtimePackages(): RuntimePackage[] {
  const found = new Map<string, RuntimePackage>();
  for (const [path, { version = '', license, dev }] of lockedPackages()) {
    if (dev === true) continue;
    const key = `${nameOf(path)}@${version}`;
    found.set(key, { name: nameOf(path), version, licence: license ?? READ_BY_HAND[key] ?? null });
  }
  return [...found].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, found]) => found);
}

/** Whether one of the licences that an expression offers, or every one it adds up, is among these. */
export function isAmong(licence: string, allowed: readonly string[]): boolean {
  const parts = licence.replace(/[()]/g, '');
  return parts.includes(' OR ')
    ? parts.split(' OR ').some((part) => allowed.includes(part))
    : parts.split(/ AND /i).every((part) => allowed.includes(part));
}
