import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openAtomically, writeAtomically } from '#main/core/files/atomic-write.ts';
import { renamePatiently } from '#main/files/in-place.ts';
import { freshFolder } from '#tests/setup/data-folder.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('a file that is written whole or not at all', () => {
  it('replaces the old one only when it is complete', () => {
    const folder = freshFolder();
    const target = join(folder, 'deck.pptx');
    writeFileSync(target, 'old');
    const file = openAtomically(target);
    file.write(bytes('ne'));
    expect(readFileSync(target, 'utf8')).toBe('old');
    file.write(bytes('w'));
    file.commit();
    expect(readFileSync(target, 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['deck.pptx']);
  });

  it('leaves nothing behind when it is abandoned', () => {
    const folder = freshFolder();
    const file = openAtomically(join(folder, 'deck.pptx'));
    file.write(bytes('half'));
    file.abandon();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('says that the folder is missing', () => {
    const target = join(freshFolder(), 'no', 'deck.pptx');
    expect(() => writeAtomically(target, bytes('x'))).toThrow(
      expect.objectContaining({ code: 'FOLDER_MISSING' }),
    );
  });

  it('says that the name cannot be written when a folder bears it, and leaves no part', () => {
    const folder = freshFolder();
    const target = join(folder, 'deck.pptx');
    mkdirSync(target);
    expect(() => writeAtomically(target, bytes('x'))).toThrow(
      expect.objectContaining({ code: 'FILE_UNWRITABLE' }),
    );
    expect(readdirSync(folder)).toEqual(['deck.pptx']);
  });
});

describe('a file that somebody holds', () => {
  const held = Object.assign(new Error('EPERM'), { code: 'EPERM' });
  const refusing = (times: number) => {
    let calls = 0;
    const rename = () => {
      calls += 1;
      if (calls <= times) throw held;
    };
    return { rename, calls: () => calls };
  };

  it('gets its name on Windows as soon as it is let go', () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'a.part'), 'new');
    const { rename, calls } = refusing(2);
    renamePatiently(() => {
      rename();
      renameSync(join(folder, 'a.part'), join(folder, 'a'));
    }, 'win32');
    expect([calls(), readdirSync(folder)]).toEqual([3, ['a']]);
  });

  it('is given up in the end, and at once where nothing can be hoped for', () => {
    const [windows, linux] = [refusing(100), refusing(100)];
    expect(() => renamePatiently(windows.rename, 'win32')).toThrow(held);
    expect(() => renamePatiently(linux.rename, 'linux')).toThrow(held);
    expect([windows.calls(), linux.calls()]).toEqual([7, 1]);
  });
});
