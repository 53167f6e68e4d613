import { describe, expect, it } from 'vitest';
import { isIgnored, otherName, safeName } from '#main/core/take/watch/names.ts';
import { isSettled, isSilent, PATIENCE_MS, SETTLE_MS, track } from '#main/core/take/watch/settle.ts';

describe('a file that is being written', () => {
  const file = (bytes: number, modifiedMs = 1) => ({ name: 'a.xlsx', bytes, modifiedMs });
  const none = new Map();

  it('is complete once size and time stood still between two looks', () => {
    const first = track(none, [file(10)], 0);
    expect(isSettled(first.get('a.xlsx') ?? { ...file(0), since: 0 }, 0)).toBe(false);
    const grown = track(first, [file(20)], SETTLE_MS);
    expect(grown.get('a.xlsx')?.since).toBe(SETTLE_MS);
    const touched = track(grown, [file(20, 2)], 2 * SETTLE_MS);
    const still = track(touched, [file(20, 2)], 3 * SETTLE_MS);
    const known = still.get('a.xlsx');
    expect(known?.since).toBe(2 * SETTLE_MS);
    expect(known !== undefined && isSettled(known, 3 * SETTLE_MS)).toBe(true);
    expect(known !== undefined && isSilent(known, 3 * SETTLE_MS)).toBe(false);
  });

  it('gets longer when it is empty, and is forgotten when it is gone', () => {
    const empty = track(none, [file(0)], 0).get('a.xlsx');
    expect(empty !== undefined && isSettled(empty, PATIENCE_MS - 1)).toBe(false);
    expect(empty !== undefined && isSettled(empty, PATIENCE_MS)).toBe(true);
    expect(track(new Map([['a.xlsx', { ...file(1), since: 0 }]]), [], 5).size).toBe(0);
  });

  it('does not wait for ever when the clock was set back', () => {
    const before = new Map([['a.xlsx', { ...file(5), since: 10_000_000 }]]);
    const known = track(before, [file(5)], 1000).get('a.xlsx');
    expect(known !== undefined && isSettled(known, 1000 + SETTLE_MS)).toBe(true);
  });
});

describe('names in a watched folder', () => {
  it('are passed over when they belong to an editor, a download or the system', () => {
    const ignored = [
      '~$a.xlsx',
      '.~lock.a.xlsx#',
      '.hidden',
      'a.tmp',
      'a.xlsx.part',
      'a.CRDOWNLOAD',
      'a.xlsx~',
    ];
    expect([...ignored, 'Thumbs.db', 'desktop.ini', 'tra-lai'].filter((name) => !isIgnored(name))).toEqual(
      [],
    );
    expect(['Hải Phòng.xlsx', 'a.csv', 'không đuôi', 'a.part.csv'].filter(isIgnored)).toEqual([]);
  });

  it('become names that every system can hold', () => {
    expect(safeName('a:b*c?.xlsx')).toBe('a_b_c_.xlsx');
    expect(safeName('../../etc/passwd')).toBe('.._.._etc_passwd');
    expect(safeName('CON.csv')).toBe('_CON.csv');
    expect(safeName('nul')).toBe('_nul');
    expect(safeName('tên. . ')).toBe('tên');
    expect(safeName('...')).toBe('_');
    const long = safeName(`${'ệ'.repeat(120)}.xlsx`);
    expect(long.endsWith('.xlsx')).toBe(true);
    expect(Buffer.byteLength(long)).toBeLessThan(200);
    expect(otherName('Hải Phòng.xlsx', '1a2b')).toBe('Hải Phòng-1a2b.xlsx');
  });
});
