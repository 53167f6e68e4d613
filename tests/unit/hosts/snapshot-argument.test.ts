import { describe, expect, it } from 'vitest';
import { queueFiles } from '#main/hosts/desktop/file-queue.ts';
import { snapshotArgument } from '#main/hosts/snapshot-argument.ts';

describe('a data file among the words of the command line', () => {
  it.each([
    [['/mnt/usb/cả nước.kh02'], '/mnt/usb/cả nước.kh02'],
    [['31.KH02'], '/home/an/31.KH02'],
    [['.', '--data', 'x', './a/b.kh02'], '/home/an/a/b.kh02'],
    [['file:///home/an/t%E1%BB%87p%201.kh02'], '/home/an/tệp 1.kh02'],
    [['one.kh02', 'two.kh02'], '/home/an/two.kh02'],
    [['file://server/share/a.kh02'], null],
    [['--out=a.kh02'], null],
    [['report.xlsx'], null],
    [[], null],
  ])('%j is %s', (words, expected) => {
    expect(snapshotArgument(words, '/home/an')).toBe(expected);
  });
});

describe('files that the system hands over', () => {
  it('wait until they can be opened, then are opened as they come', () => {
    const queue = queueFiles();
    const opened: string[] = [];
    queue.open('early.kh02');
    expect(queue.begin((path) => opened.push(path))).toBe(true);
    queue.open('late.kh02');
    expect(opened).toEqual(['early.kh02', 'late.kh02']);
  });

  it('are none at an ordinary start', () => {
    expect(queueFiles().begin(() => undefined)).toBe(false);
  });
});
