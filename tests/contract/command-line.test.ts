import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { describe, expect, it } from 'vitest';
import { DATABASE_NAME } from '#main/core/app.ts';
import { openDatabase } from '#main/db/open.ts';
import type { StatusReportDto } from '#shared/contract/status.ts';
import { filledFolder } from '#tests/setup/data-folder.ts';
import { recomputeFrom } from '#tests/setup/recompute.ts';
import { runCommand } from '#tests/setup/run-program.ts';
import { silence } from '#tests/setup/silence.ts';
import { databaseBytes, SPOILED } from '#tests/setup/spoiled-database.ts';

const folder = filledFolder();
const MOMENT = 'moment-2025-07-31T1600';

describe('kh02 status', () => {
  it('puts one JSON object on standard output and nothing else', async () => {
    const { code, stdout, stderr } = await runCommand([
      'status',
      '--json',
      '--cut',
      MOMENT,
      '--data',
      folder,
    ]);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const report = JSON.parse(stdout) as StatusReportDto;
    expect(report.cut).toMatchObject({ id: MOMENT, kind: 'moment', asOf: '2025-07-31T09:00:00.000Z' });
    expect(report.national).toMatchObject({ provinces: 34, communes: 3321, reported: { green: 1981 } });
    expect(report.tasks).toMatchObject({ overdue: 6, overdueUnattributed: 2 });
    expect(report.unit).toBeNull();
  });

  it('takes a day for a cut, and the folder from KH02_DATA', async () => {
    const { stdout } = await runCommand(['status', '--json', '--cut', '2025-07-31'], {
      env: { KH02_DATA: folder },
    });
    expect((JSON.parse(stdout) as StatusReportDto).cut.id).toBe(MOMENT);
  });

  it('adds a unit with its reasons as sentences in both languages', async () => {
    const { stdout } = await runCommand(['status', '--json', '--unit', '11629', '--data', folder]);
    const { unit } = JSON.parse(stdout) as {
      unit: {
        code: string;
        reasons: { text: string; textEn: string }[];
        criteria: unknown[];
        outputs: unknown[];
      };
    };
    expect(unit.code).toBe('11629');
    expect(unit.criteria).toHaveLength(12);
    expect(unit.outputs).toHaveLength(7);
    expect(unit.reasons.length).toBeGreaterThan(0);
    for (const { text, textEn } of unit.reasons) {
      expect(text).not.toMatch(/^reason\.|\{|\}/);
      expect(textEn).not.toMatch(/^reason\.|\{|\}/);
    }
  });

  it('is a short Vietnamese table without --json', async () => {
    const { code, stdout } = await runCommand(['status', '--cut', MOMENT, '--data', folder]);
    expect(code).toBe(0);
    expect(stdout).toContain('Số liệu đến 31/07/2025 16:00');
    expect(stdout).toContain('59,65%');
    expect(stdout).toMatch(/Cao Bằng +3\/56 +5,36%/);
  });

  it('says of a province and a country that nobody reported, never 0 of its communes', async () => {
    const own = filledFolder();
    const cut = 'week-2025-12-29';
    const tables: string[] = [];
    for (const unit of ['04', 'VN']) {
      const { write, close } = openDatabase(join(own, DATABASE_NAME));
      silence(write, cut, unit);
      const id = write.prepare('SELECT id FROM cut WHERE code = ?').pluck().get(cut);
      write.transaction(() => recomputeFrom(write, Number(id))).immediate();
      close();
      tables.push((await runCommand(['status', '--cut', cut, '--data', own])).stdout);
    }
    const [province, country] = tables;
    expect(province).toMatch(/^04 {2}Cao Bằng +Chưa báo cáo$/m);
    expect(province).toMatch(/^01 {2}Hà Nội +\d+\/126 +[\d,]+%$/m);
    expect(country).toContain('Độ phủ xanh: Chưa báo cáo');
    expect(country).not.toMatch(/^\d\d {2}.*\d\/\d/m);
  });

  it('answers while another process is in the middle of a write', async () => {
    const writer = new Sqlite(join(folder, DATABASE_NAME));
    writer.exec('BEGIN IMMEDIATE');
    const { code, stderr } = await runCommand(['status', '--json', '--data', folder]);
    writer.exec('ROLLBACK');
    writer.close();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  });
});

describe('a command that cannot be carried out', () => {
  it.each([
    ['an unknown unit', ['status', '--unit', '99999'], 1, 'UNIT_UNKNOWN'],
    ['a unit that is no code and no name', ['status', '--unit', 'Nơi Không Có'], 1, 'UNIT_UNKNOWN'],
    ['an unknown cut', ['status', '--cut', 'week-1999-01-04'], 1, 'CUT_UNKNOWN'],
    ['an unknown option', ['status', '--colour'], 2, 'OPTION_UNKNOWN'],
    ['a missing option', ['reopen', 'week-2025-12-29'], 2, 'OPTION_MISSING'],
    ['an unknown command', ['colour'], 2, 'OPTION_UNKNOWN'],
  ])('says so for %s, on standard error only', async (_name, words, exitCode, code) => {
    const { code: exited, stdout, stderr } = await runCommand([...words, '--json', '--data', folder]);
    expect({ exited, stdout }).toEqual({ exited: exitCode, stdout: '' });
    expect(JSON.parse(stderr)).toMatchObject({ error: { code, message: expect.any(String) } });
  });

  it('says it in one Vietnamese and one English sentence without --json', async () => {
    const { stderr } = await runCommand(['status', '--unit', '99999', '--data', folder]);
    expect(stderr.trim().split('\n')).toEqual([
      expect.stringContaining('Không có đơn vị hành chính mang mã “99999”'),
      expect.stringContaining('There is no administrative unit with the code “99999”'),
    ]);
  });

  it('names the folder that cannot be written', async () => {
    const below = join(folder, DATABASE_NAME, 'below-a-file');
    const { code, stderr } = await runCommand(['status', '--data', below]);
    expect(code).toBe(1);
    expect(stderr).toContain(below);
  });

  it.each(Object.entries(SPOILED))('leaves a database that %s as it is', async (_name, { code, make }) => {
    const spoiled = make();
    const before = databaseBytes(spoiled);
    const { code: exited, stderr } = await runCommand(['status', '--json', '--data', spoiled]);
    expect(exited).toBe(1);
    expect(JSON.parse(stderr)).toMatchObject({ error: { code } });
    expect(databaseBytes(spoiled).equals(before)).toBe(true);
  });
});

describe('kh02 --help', () => {
  it('lists the commands and the exit codes', async () => {
    const { code, stdout } = await runCommand(['--help']);
    expect(code).toBe(0);
    expect(stdout).toContain('status');
    expect(stdout).toContain('--data DIR');
  });
});
