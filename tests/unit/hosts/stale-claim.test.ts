import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { RUNNING_HOST_NAME, removeStale } from '#main/hosts/launch/running-host.ts';
import { freshFolder } from '#tests/setup/data-folder.ts';

const STALE = '{"pid":1,"host":{"port":1,"key":"old"}}';

it('takes away the claim that was found stale', () => {
  const folder = freshFolder();
  const file = join(folder, RUNNING_HOST_NAME);
  writeFileSync(file, STALE);
  removeStale(file, STALE);
  removeStale(file, STALE);
  expect(readdirSync(folder)).toEqual([]);
});

it('leaves the claim that a faster start has put there meanwhile', () => {
  const folder = freshFolder();
  const file = join(folder, RUNNING_HOST_NAME);
  const fresh = '{"pid":2,"host":null}';
  writeFileSync(file, fresh);
  removeStale(file, STALE);
  expect(readFileSync(file, 'utf8')).toBe(fresh);
  expect(readdirSync(folder)).toEqual([RUNNING_HOST_NAME]);
});
