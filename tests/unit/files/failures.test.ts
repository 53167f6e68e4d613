import { describe, expect, it } from 'vitest';
import { explainFailure } from '#main/core/files/failures.ts';

const failure = (code: string): Error => Object.assign(new Error(code), { code });

describe('a failure of the file system', () => {
  it.each([
    ['ENOSPC', 'write', 'linux', 'DISK_FULL'],
    ['EDQUOT', 'write', 'linux', 'DISK_FULL'],
    ['EBUSY', 'rename', 'win32', 'FILE_BUSY'],
    ['EPERM', 'rename', 'win32', 'FILE_BUSY'],
    ['EPERM', 'open', 'win32', 'FILE_UNWRITABLE'],
    ['EPERM', 'rename', 'linux', 'FILE_UNWRITABLE'],
    ['EACCES', 'open', 'linux', 'FILE_UNWRITABLE'],
    ['EROFS', 'open', 'linux', 'FILE_UNWRITABLE'],
    ['EIO', 'write', 'linux', 'FILE_UNWRITABLE'],
    ['ENOENT', 'rename', 'linux', 'FOLDER_MISSING'],
  ] as const)('%s while a file is to %s on %s is %s', (code, stage, platform, said) => {
    const cause = failure(code);
    expect(explainFailure('/báo cáo/a.pptx', stage, cause, platform)).toMatchObject({ code: said, cause });
  });

  it('that is none stays what it is', () => {
    const mistake = new TypeError('x is not a function');
    expect(explainFailure('a', 'write', mistake)).toBe(mistake);
  });
});
