import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { plan } from '#shared/contract/plan-file.ts';
import type { Catalogue } from './catalogue.ts';
import type { FactCatalogue, FormerCatalogue } from './former.ts';
import type { BackgroundCatalogue } from './former-store.ts';

const FILES = {
  units: 'catalogue/units.json',
  plan: 'catalogue/kh02.plan.json',
  published: 'published/figures.json',
} as const satisfies Record<keyof Catalogue, string>;

/**
 * The built-in catalogue from the application's `assets` folder. The files are ours and their shape is held
 * by tests, so a file that cannot be read is a damaged installation: a plain Error names it.
 */
export function readCatalogue(assetsFolder: string): Catalogue {
  return {
    units: readPart(assetsFolder, 'units'),
    plan: plan.parse(readPart(assetsFolder, 'plan')),
    published: readPart(assetsFolder, 'published'),
  };
}

const FORMER = 'catalogue/former-units.json';
const FACTS = 'catalogue/commune-facts.json';

/** The units of before 1 July 2025 and the facts of today's communes: needed when a database is filled, and when they are newer. */
export function readBackground(assetsFolder: string): BackgroundCatalogue {
  return {
    former: readFile(join(assetsFolder, FORMER)) as FormerCatalogue,
    facts: readFile(join(assetsFolder, FACTS)) as FactCatalogue,
  };
}

/** Which lists these are, from their first line alone: every start asks. */
export function readBackgroundVersion(assetsFolder: string): string {
  return [FORMER, FACTS].map((file) => readVersion(join(assetsFolder, file))).join('-');
}

const HEAD_BYTES = 80;

function readVersion(file: string): string {
  const head = Buffer.alloc(HEAD_BYTES);
  try {
    const descriptor = openSync(file, 'r');
    try {
      readSync(descriptor, head, 0, HEAD_BYTES, 0);
    } finally {
      closeSync(descriptor);
    }
  } catch (cause) {
    throw damaged(file, cause);
  }
  const [, version] = /"version": "([0-9a-f]+)"/.exec(head.toString('latin1')) ?? [];
  if (version === undefined) throw damaged(file, undefined);
  return version;
}

function readPart<Part extends keyof Catalogue>(assetsFolder: string, part: Part): Catalogue[Part] {
  return readFile(join(assetsFolder, FILES[part])) as Catalogue[Part];
}

function readFile(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw damaged(file, cause);
  }
}

function damaged(file: string, cause: unknown): Error {
  return new Error(`The installation is damaged: ${file} cannot be read. Install the application again.`, {
    cause,
  });
}
