import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import { exportBriefing } from '#main/core/brief/export.ts';
import { exportProvinces } from '#main/core/brief/export-provinces.ts';
import { createTools, type Tools } from '#main/core/brief/tools.ts';
import { COMPILED } from '#tests/setup/compiled.ts';
import { filledFolder, freshFolder } from '#tests/setup/data-folder.ts';
import { mayMount } from '#tests/setup/may-mount.ts';
import { describeNeeds } from '#tests/setup/needs.ts';

const CUT = 'moment-2025-07-31T1600';
const data = filledFolder();
let app: Application;
let tools: Tools;

beforeAll(async () => {
  app = await createApp({ dataFolder: data });
  tools = createTools(join(import.meta.dirname, '../../assets'));
});

afterAll(() => app.close());

const common = () => ({ cut: CUT, language: 'vi' as const, tools });

describe('a place that cannot be written to', () => {
  it('below a file there is no folder', async () => {
    const folder = freshFolder();
    writeFileSync(join(folder, 'a'), '');
    const out = join(folder, 'a', 'b.pptx');
    await expect(
      exportBriefing(app.client, { ...common(), kind: 'gap', format: 'deck', out }),
    ).rejects.toMatchObject({ code: 'FOLDER_MISSING' });
  });

  it('a folder of provinces that is a file is said to be unwritable', async () => {
    const out = join(freshFolder(), 'a');
    writeFileSync(out, 'x');
    await expect(exportProvinces(app.client, { ...common(), format: 'csv', out })).rejects.toMatchObject({
      code: expect.stringMatching(/^(FILE_UNWRITABLE|FOLDER_MISSING)$/),
    });
    expect(readFileSync(out, 'utf8')).toBe('x');
  });
});

describe('an export that is stopped halfway', () => {
  it.each([
    ['deck', 'gap'],
    ['pdf', 'gap'],
    ['workbook', 'national'],
  ] as const)('leaves nothing of a %s, and what lay there before', async (format, kind) => {
    const folder = freshFolder();
    const out = join(folder, 'a.file');
    writeFileSync(out, 'cũ');
    const stop = new AbortController();
    const exporting = exportBriefing(app.client, {
      ...common(),
      ...{ kind, format, out, signal: stop.signal },
      onProgress: () => stop.abort(),
    });
    if (format === 'workbook') stop.abort();
    await expect(exporting).rejects.toMatchObject({ code: 'CANCELLED' });
    expect(readdirSync(folder)).toEqual(['a.file']);
    expect(readFileSync(out, 'utf8')).toBe('cũ');
  });

  it('leaves no archive of provinces, and only whole files in a folder', async () => {
    const folder = freshFolder();
    const run = async (out: string) => {
      const stop = new AbortController();
      const onProgress = ({ done }: { done: number }): void => {
        if (done === 3) stop.abort();
      };
      const options = { ...common(), format: 'csv' as const, out, signal: stop.signal, onProgress };
      await expect(exportProvinces(app.client, options)).rejects.toMatchObject({ code: 'CANCELLED' });
    };
    await run(join(folder, 'all.zip'));
    expect(readdirSync(folder)).toEqual([]);
    await run(join(folder, 'all'));
    const names = readdirSync(join(folder, 'all'));
    expect(names).toHaveLength(3);
    for (const name of names) expect(name).toMatch(/\.csv$/);
  });
});

/** Runs `kh02 export` with a file system of its own mounted on `place`; only that process sees it. */
function exportOnto(place: string, mount: string, words: readonly string[]) {
  const program = join(import.meta.dirname, '../../main/hosts/cli/kh02.ts');
  const script = `${mount} && "$0" "$@"; code=$?; ls -A "${place}"; exit $code`;
  const command = [process.execPath, COMPILED, program, 'export', ...words, '--data', data, '--cut', CUT];
  return spawnSync('unshare', ['-rm', 'sh', '-c', script, ...command], { encoding: 'utf8' });
}

describeNeeds('leave to mount', mayMount)('a real file system that says no', () => {
  it.each([
    ['deck', 'a.pptx'],
    ['pdf', 'a.pdf'],
    ['workbook', 'a.xlsx'],
  ])('a full disk leaves nothing of a %s and says what to do', (what, name) => {
    const place = freshFolder();
    const mount = `mount -t tmpfs -o size=16k tmpfs "${place}"`;
    const { status, stdout, stderr } = exportOnto(place, mount, [what, '--out', join(place, name)]);
    expect(status).toBe(1);
    expect(stderr).toContain('Ổ đĩa không còn đủ chỗ');
    expect(stdout).toBe('');
  });

  it('a disk that fills while the provinces are written leaves no archive', () => {
    const place = freshFolder();
    const mount = `mount -t tmpfs -o size=64k tmpfs "${place}"`;
    const words = ['provinces', '--format', 'csv', '--out', join(place, 'a.zip')];
    const { status, stdout, stderr } = exportOnto(place, mount, words);
    expect(status).toBe(1);
    expect(stderr).toContain('Ổ đĩa không còn đủ chỗ');
    expect(stdout).toBe('');
  });

  it('a folder that may only be read keeps the file that was there', () => {
    const place = freshFolder();
    mkdirSync(join(place, 'x'));
    writeFileSync(join(place, 'a.csv'), 'cũ');
    const mount = `mount --bind "${place}" "${place}" && mount -o remount,bind,ro "${place}"`;
    const { status, stdout, stderr } = exportOnto(place, mount, ['csv', '--out', join(place, 'a.csv')]);
    expect(status).toBe(1);
    expect(stderr).toContain('Không ghi được tệp');
    expect(stdout.trim().split('\n')).toEqual(['a.csv', 'x']);
    expect(readFileSync(join(place, 'a.csv'), 'utf8')).toBe('cũ');
    expect(existsSync(join(place, 'x'))).toBe(true);
  });
});
