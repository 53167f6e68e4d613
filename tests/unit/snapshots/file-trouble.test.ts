import { describe, expect, it } from 'vitest';
import { explainReading, explainWriting } from '#main/core/take/snapshots/file-trouble.ts';

const ofSystem = (code: string) => Object.assign(new Error(code), { code, syscall: 'read' });
const ofSqlite = (code: string) => Object.assign(new Error(code), { code });
const missingFolder = new TypeError('Cannot open database because the directory does not exist');

describe('a data file that fails under the hand', () => {
  it.each([
    ['EACCES', 'FILE_UNREADABLE', { file: 'a.kh02' }],
    ['EIO', 'FILE_UNREADABLE', { file: 'a.kh02' }],
    ['ENOSPC', 'DISK_FULL', { file: 'private' }],
  ])('when it is read, %s is %s', (code, expected, values) => {
    expect(explainReading(ofSystem(code), 'a.kh02', 'private')).toMatchObject({ code: expected, values });
  });

  it.each([
    [ofSystem('ENOSPC'), 'DISK_FULL'],
    [ofSqlite('SQLITE_FULL'), 'DISK_FULL'],
    [ofSqlite('SQLITE_IOERR_WRITE'), 'FILE_UNWRITABLE'],
    [ofSystem('EROFS'), 'FILE_UNWRITABLE'],
    [missingFolder, 'FOLDER_MISSING'],
  ])('when it is written, %s is %s', (error, code) => {
    expect(explainWriting(error, '/nơi gửi/a.kh02')).toMatchObject({ code });
  });

  it('stays our own mistake where the file system is not to blame', () => {
    const mistake = new RangeError('ours');
    expect([explainReading(mistake, 'a', 'b'), explainWriting(mistake, 'a')]).toEqual([mistake, mistake]);
  });
});
