import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

const LINUX_NAMES = [
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
  'chromium',
  'chromium-browser',
];

const MAC_PROGRAMS = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

const WINDOWS_PROGRAMS = [
  'Google\\Chrome\\Application\\chrome.exe',
  'Microsoft\\Edge\\Application\\msedge.exe',
  'Chromium\\Application\\chrome.exe',
];

/**
 * The installed Chrome, Edge or Chromium, or null. KH02_BROWSER names one and then no other is looked for: a wrong
 * path there must not quietly start something else.
 */
export function findBrowser(
  environment: Environment = process.env,
  platform = process.platform,
): string | null {
  const asked = environment.KH02_BROWSER;
  const candidates = asked ? [asked] : knownPlaces(environment, platform);
  return candidates.find(isProgram) ?? null;
}

function knownPlaces(environment: Environment, platform: NodeJS.Platform): string[] {
  if (platform === 'darwin') return MAC_PROGRAMS;
  if (platform === 'win32') {
    const roots = [environment.PROGRAMFILES, environment['PROGRAMFILES(X86)'], environment.LOCALAPPDATA];
    return WINDOWS_PROGRAMS.flatMap((name) => roots.filter((root) => root).map((root) => `${root}\\${name}`));
  }
  const folders = (environment.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  const places = [...folders, '/usr/bin', '/snap/bin', '/opt/google/chrome'];
  return LINUX_NAMES.flatMap((name) => places.map((folder) => join(folder, name)));
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
