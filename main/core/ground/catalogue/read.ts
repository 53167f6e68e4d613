import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from './catalogue.ts';

const FILES = {
  units: 'catalogue/units.json',
  plan: 'catalogue/plan.json',
  indicators: 'catalogue/indicators.json',
  difficulties: 'catalogue/difficulties.json',
  published: 'published/figures.json',
} as const satisfies Record<keyof Catalogue, string>;

/**
 * The built-in catalogue from the application's `assets` folder. The files are ours and their shape is held
 * by tests, so a file that cannot be read is a damaged installation: a plain Error names it.
 */
export function readCatalogue(assetsFolder: string): Catalogue {
  return {
    units: readPart(assetsFolder, 'units'),
    plan: readPart(assetsFolder, 'plan'),
    indicators: readPart(assetsFolder, 'indicators'),
    difficulties: readPart(assetsFolder, 'difficulties'),
    published: readPart(assetsFolder, 'published'),
  };
}

function readPart<Part extends keyof Catalogue>(assetsFolder: string, part: Part): Catalogue[Part] {
  const file = join(assetsFolder, FILES[part]);
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Catalogue[Part];
  } catch (cause) {
    throw new Error(`The installation is damaged: ${file} cannot be read. Install the application again.`, {
      cause,
    });
  }
}
