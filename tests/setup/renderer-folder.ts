import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshFolder } from './data-folder.ts';

/** A user interface of three files, for tests of what serves it; its neighbour `secret.txt` must never be served. */
export function smallRenderer(): string {
  const parent = freshFolder();
  const folder = join(parent, 'renderer');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(parent, 'secret.txt'), 'secret');
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>KH02</title>');
  writeFileSync(join(folder, 'assets/index-1a2b3c4d.js'), 'export {};');
  writeFileSync(join(folder, 'assets/detail-1a2b3c4d.json'), '{}');
  return folder;
}
