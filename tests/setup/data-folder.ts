import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, inject } from 'vitest';
import { copyTemplate } from './filled-template.ts';

/** What lies in a data folder when the application has been closed. */
export const LEFT_BEHIND = ['kh02-center.db', 'kh02-center.db-lock'];

const made: string[] = [];

afterAll(() => {
  for (const folder of made.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A new empty folder, removed when the test file has ended. Close what is open in it before. */
export function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'kh02-test-'));
  made.push(folder);
  return folder;
}

/** A new data folder that holds the built-in data already: a copy, so a test may write into it. */
export function filledFolder(): string {
  const template = inject('filledTemplate');
  if ('failure' in template) throw new Error(`There is no filled database: ${template.failure}`);
  const folder = freshFolder();
  copyTemplate(template.folder, folder);
  return folder;
}
