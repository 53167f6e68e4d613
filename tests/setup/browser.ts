import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { findBrowser as findInstalled } from '#main/hosts/launch/find-browser.ts';

/** The browser that end-to-end tests drive. Throws with what to do when none is installed. */
export function findBrowser(): string {
  const found = findInstalled();
  if (found === null) throw new Error(ADVICE);
  return found;
}

const ADVICE = `No Chrome, Chromium or Edge was found, and the end-to-end tests need one.
  Debian, Ubuntu:  sudo apt-get update && sudo apt-get install -y chromium
  Fedora:          sudo dnf install -y chromium
  macOS, Windows:  install Google Chrome from https://www.google.com/chrome
  elsewhere:       set KH02_BROWSER to the path of the program`;

const FONTS = 'fonts-noto-core';

/** On Debian as root a browser is one command away; anywhere else that is for the owner of the machine. */
function installOnDebian(): void {
  if (process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.warn('Installing chromium for the end-to-end tests …');
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const options = { stdio: ['ignore', 2, 2] as ['ignore', number, number], env: environment };
  spawnSync('apt-get', ['update'], options);
  spawnSync('apt-get', ['install', '-y', '--no-install-recommends', 'chromium', FONTS], options);
}

if (import.meta.main) {
  if (findInstalled() === null && !process.env.KH02_BROWSER) installOnDebian();
  try {
    console.warn(`End-to-end tests use ${findBrowser()}`);
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}
