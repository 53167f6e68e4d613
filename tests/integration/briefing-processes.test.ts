import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { decodeText, unzipParts } from '#main/core/files/zip.ts';
import { filledFolder, freshFolder } from '#tests/setup/data-folder.ts';
import { runCommand } from '#tests/setup/run-program.ts';

const data = filledFolder();

/** The file's hash after a process of its own has made it, in that zone of time. */
async function madeBy(zone: string, ...words: string[]): Promise<string> {
  const out = join(freshFolder(), 'a.file');
  const { code, stderr } = await runCommand(['export', ...words, '--out', out, '--data', data], {
    env: { TZ: zone },
  });
  expect([code, stderr]).toEqual([0, expect.not.stringContaining('Error')]);
  return createHash('sha256').update(readFileSync(out)).digest('hex');
}

it.each([
  ['deck', 'province', '46'],
  ['pdf', 'province', '46'],
] as const)('a %s of a %s is the same bytes from two processes in two zones of time', async (...what) => {
  const [format, briefing, unit] = what;
  const words = [format, '--briefing', briefing, '--unit', unit, '--cut', 'week-2025-10-06'];
  const [first, second] = await Promise.all([madeBy('UTC', ...words), madeBy('Asia/Ho_Chi_Minh', ...words)]);
  expect(second).toBe(first);
});

/** All text of a deck's slides, one paragraph a line. */
function wordsOf(deck: string): string {
  const parts = unzipParts(readFileSync(deck));
  const slides = Object.keys(parts).filter((name) => /^ppt\/slides\/slide\d+\.xml$/.test(name));
  const xml = slides.map((name) => decodeText(parts[name] ?? new Uint8Array())).join('');
  return [...xml.matchAll(/<a:t>([^<]*)<\/a:t>/g)].map(([, text]) => text).join('\n');
}

it('says of a cut of which hardly anything is known that it is not known', async () => {
  const folder = freshFolder();
  const file = join(folder, 'one.csv');
  writeFileSync(file, 'cut,unit_code,indicator,value\nweek-2026-01-05,00004,online_meeting,1\n');
  expect((await runCommand(['cut', 'add', 'week-2026-01-05', '--data', data])).code).toBe(0);
  expect((await runCommand(['import', file, '--accept-valid', '--data', data])).code).toBe(0);
  const deckOf = async (...words: string[]): Promise<string> => {
    const out = join(folder, `${words.length}.pptx`);
    const where = ['--cut', 'week-2026-01-05', '--out', out, '--data', data];
    expect(await runCommand(['export', 'deck', ...words, ...where])).toMatchObject({ code: 0 });
    return wordsOf(out);
  };
  const national = await deckOf();
  expect(national).toContain('Chưa địa phương nào đủ số liệu để xếp hạng độ phủ xanh');
  expect(national).toMatch(
    /^0 trong 3.321 .* \(0%; mới có 1\/3.321 xã báo cáo\) đạt đủ điều kiện cơ bản; 15 nhiệm vụ quá hạn$/m,
  );
  // States of tasks last, and grow old: deadlines have passed since, and nobody has written again.
  const overdue = national.split('\n').filter((line) => /^Quá hạn \d+ ngày, hạn /.test(line));
  expect(overdue.length).toBeGreaterThan(0);
  const older =
    /Theo báo cáo của 1 kỳ trước: chưa có báo cáo mới|0\/34 đơn vị báo cáo ở kỳ này; còn lại theo báo cáo trước, cũ nhất 1 kỳ/;
  for (const line of overdue) expect(line).toMatch(older);
  const province = await deckOf('--briefing', 'province', '--unit', '51');
  expect(province).toContain('Chưa xã nào của Quảng Ngãi báo cáo ở kỳ này');
  expect(province).toContain('Chưa xã nào báo cáo điều kiện cơ bản ở kỳ này');
  for (const text of [national, province]) expect(text).not.toMatch(/[Kk]hông có nhiệm vụ quá hạn/);
});
