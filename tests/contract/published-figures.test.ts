import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Application, createApp } from '#main/core/app.ts';
import { readCatalogue } from '#main/core/ground/catalogue/read.ts';
import { illustrative } from '#main/illustrative/load.ts';
import type { StatusReportDto } from '#shared/contract/status.ts';

// What the public reports print, asked of the application as any screen asks: nothing reaches for the database.
const ASSETS = join(import.meta.dirname, '../../assets');
const MOMENT = 'moment-2025-07-31T1600';
const figures = new Map(readCatalogue(ASSETS).published.figures.map((figure) => [figure.code, figure]));
const folder = mkdtempSync(join(tmpdir(), 'kh02-published-'));

let application: Application;
let report: StatusReportDto;
beforeAll(async () => {
  application = await createApp({ dataFolder: folder, illustrative });
  report = await application.client.status.get({ cut: MOMENT });
}, 120_000);
afterAll(async () => {
  await application.close();
  rmSync(folder, { recursive: true });
});

function figure(code: string) {
  const found = figures.get(code);
  if (!found) throw new Error(`No published figure '${code}'`);
  return found;
}

function output(of: StatusReportDto, code: string, unit: string) {
  const found = of.outputs.find((one) => one.code === code && one.unit === unit);
  if (!found) throw new Error(`No ${code} of ${unit}`);
  return found;
}

const percent = (part: number, digits: number): string => (100 * part).toFixed(digits);

describe('as of 16:00 on 31 July 2025 the program computes', () => {
  it('the cut of the report and the mark of illustrative data', () => {
    expect(report.cut).toMatchObject({ id: MOMENT, kind: 'moment', asOf: '2025-07-31T09:00:00.000Z' });
    expect(report.mark).toBe('illustrative');
  });

  it('34 provinces, all GREEN in the progress of their tasks', () => {
    expect(report.national.provinces).toBe(figure('provinces').value);
    expect(report.national.progress).toEqual({
      ...{ green: 34, yellow: 0, red: 0 },
      ...{ undetermined: 0, notReported: 0 },
    });
    expect(report.provinces.filter(({ progress }) => progress === 'green')).toHaveLength(34);
  });

  it('1,981 of 3,321 communes GREEN, 59.7%', () => {
    const { communes, reported, coverage } = report.national;
    expect(communes).toBe(figure('communes').value);
    expect(reported.green).toBe(figure('communes_green').numerator);
    expect(reported.green + reported.yellow + reported.red).toBe(3321);
    expect(percent(coverage ?? 0, 1)).toBe('59.7');
    expect(percent(coverage ?? 0, 2)).toBe('59.65');
  });

  it('8 provinces at 100%, 13 above 70%, 6 above 50% and 7 below, and the eight by name', () => {
    expect(report.national.bands).toEqual({ full: 8, above70: 13, above50: 6, below50: 7, notReported: 0 });
    const full = report.provinces.filter(({ band }) => band === 'full');
    expect(full.map(({ code }) => code).toSorted()).toEqual(figure('coverage_full').units?.toSorted());
    expect(full.reduce((sum, { communes }) => sum + communes, 0)).toBe(721);
  });

  it.each([
    ['coverage_cao_bang', '5.36'],
    ['coverage_lai_chau', '7.89'],
  ])('%s as %s%%', (code, printed) => {
    const { unit, numerator, denominator } = figure(code);
    const province = report.provinces.find((one) => one.code === unit);
    expect(province).toMatchObject({ green: numerator, communes: denominator, band: 'below50' });
    expect(percent(province?.coverage ?? 0, 2)).toBe(printed);
  });

  it('the four named criteria, and no other, above 90% of communes', () => {
    const above = report.criteria.filter(({ share }) => (share ?? 0) > 0.9).map(({ code }) => code);
    expect(above).toEqual(figure('criteria_above90').indicators);
    expect(report.criteria).toHaveLength(12);
  });

  it('signatures and certificates lacking in the seven named provinces and nowhere else', async () => {
    const named = figure('signatures_lacking');
    for (const { code } of report.provinces) {
      const { unit } = await application.client.status.get({ cut: MOMENT, unit: code });
      const lacking = unit?.criteria.filter((one) => named.indicators?.includes(one.code) && one.notMet > 0);
      expect([code, (lacking?.length ?? 0) > 0]).toEqual([code, named.units?.includes(code)]);
    }
  });

  it('six overdue tasks: groups 1 two, 2 one, 5 one, and two without a group', () => {
    const { tasks } = report;
    expect(tasks.overdue).toBe(figure('tasks_overdue').value);
    expect(tasks.overdueUnattributed).toBe(figure('tasks_overdue_unattributed').value);
    const overdue = tasks.groups.filter((group) => (group.overdue ?? 0) > 0);
    expect(overdue.map((group) => [group.code, group.overdue])).toEqual([
      ['1', figure('tasks_overdue_group_1').value],
      ['2', figure('tasks_overdue_group_2').value],
      ['5', figure('tasks_overdue_group_5').value],
    ]);
  });
});

describe('for July 2025 the program computes', () => {
  it('32.73% of applications online and 5.3% of results online in Hà Nội', () => {
    const online = output(report, 'applications_online', '01');
    expect(online).toMatchObject({ cut: 'month-2025-07' });
    expect(percent(online.value ?? 0, 2)).toBe('32.73');
    expect(percent(output(report, 'results_online', '01').value ?? 0, 1)).toBe('5.3');
  });

  it('Hà Nội as the lowest of all provinces, and the country between 57% and 60%', () => {
    const shares = report.provinces.map(({ code }) => output(report, 'applications_online', code));
    expect(shares.toSorted((a, b) => (a.value ?? 0) - (b.value ?? 0))[0]?.unit).toBe('01');
    const country = output(report, 'applications_online', 'VN').value;
    expect(country).toBeGreaterThan(figure('country_online_2025_07_01').value ?? 1);
    expect(country).toBeLessThan(figure('country_online_2025_07_02').value ?? 0);
  });

  it('far fewer applications a day in Hồ Chí Minh City than in June', async () => {
    const june = await application.client.status.get({ cut: 'week-2025-07-28' });
    const before = output(june, 'applications_received', '79');
    const after = output(report, 'applications_received', '79');
    expect([before.cut, after.cut]).toEqual(['month-2025-06', 'month-2025-07']);
    // There were no communes in June: the city's own figure stands for them, and colours nothing.
    expect(before).toMatchObject({ value: null, status: 'noEvidence' });
    expect((after.value ?? 0) / 31).toBeLessThan((0.7 * (before.own?.value ?? 0)) / 30);
  });
});

describe('for the weeks before 8 November 2025 the program computes', () => {
  const cut = 'week-2025-11-03';

  it('1,142 records of xã An Lão, 1,048 of them online: 91.77%, and all documents signed', async () => {
    const { unit } = await application.client.status.get({ cut, unit: '11629' });
    const of = (code: string) => unit?.outputs.find((one) => one.code === code);
    expect(of('applications_received')).toMatchObject({ cut: 'month-2025-10', value: 1142 });
    expect(of('applications_online')).toMatchObject({ numerator: 1048, denominator: 1142 });
    expect(percent(of('applications_online')?.value ?? 0, 2)).toBe('91.77');
    expect(of('documents_signed')?.value).toBe(1);
  });

  it('more than 5,000 support operations of phường Phù Liễn in two months, and all documents signed', async () => {
    const profile = await application.client.units.profile({ code: '11446', cut });
    const support = profile.outputs.find(({ code }) => code === 'support_operations');
    const months =
      support?.trend.filter((point) => ['month-2025-09', 'month-2025-10'].includes(point.cut)) ?? [];
    expect(months).toHaveLength(2);
    expect(months.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBeGreaterThan(5000);
    // How the 5,000 fall on the two months is ours.
    expect(support?.provenance?.kind).toBe('illustrative');
    expect(support?.provenance?.note).toContain('hơn 5.000 lượt trong 2 tháng');
    expect(profile.outputs.find(({ code }) => code === 'documents_signed')?.value).toBe(1);
    expect(profile.criteria.find(({ code }) => code === 'digital_team')).toMatchObject({ state: 'met' });
    expect(profile.reported).toBe('green');
  });
});

describe('for September and October 2025 the program computes', () => {
  it('more than 1,000 files of phường Phù Liễn, and more than 400 handed in online', async () => {
    const months = await Promise.all(
      ['week-2025-10-06', 'week-2025-11-03'].map((at) =>
        application.client.status.get({ cut: at, unit: '11446' }),
      ),
    );
    const online = months.map(({ unit }) => unit?.outputs.find(({ code }) => code === 'applications_online'));
    expect(online.map((one) => one?.cut)).toEqual(['month-2025-09', 'month-2025-10']);
    const sum = (of: 'numerator' | 'denominator') =>
      online.reduce((total, one) => total + (one?.[of] ?? 0), 0);
    expect(sum('denominator')).toBeGreaterThan(figure('phu_lien_files').value ?? Infinity);
    expect(sum('numerator')).toBeGreaterThan(figure('phu_lien_online').numerator ?? Infinity);
  });
});

describe('the origin of figures is their own, not that of the indicator they belong to', () => {
  const origins = (asked: { unit?: string; indicator?: string; task?: string }, cut = 'week-2025-11-03') =>
    application.client.cuts.origins({ cut, ...asked });

  it('is mixed where a publication prints one of them', async () => {
    expect(await origins({ indicator: 'applications_online' })).toEqual(['published', 'illustrative']);
    expect(await origins({ unit: '11629' })).toEqual(['published', 'illustrative']);
    expect(await origins({ unit: 'VN' })).toEqual(['published', 'illustrative']);
    expect(await origins({})).toEqual(['published', 'illustrative']);
  });

  it('is illustrative where all are ours, whatever is published of indicator, task and place', async () => {
    expect(await origins({ indicator: 'applications_online' }, MOMENT)).toEqual(['illustrative']);
    expect(await origins({ indicator: 'documents_signed' })).toEqual(['illustrative']);
    expect(await origins({ task: '1.02' }, MOMENT)).toEqual(['illustrative']);
    expect(await origins({ unit: '01' })).toEqual(['illustrative']);
  });

  it('of every single figure with a publication as source is a figure that the publication prints', async () => {
    const profiles = await Promise.all(
      ['11629', '11446'].map((code) => application.client.units.profile({ code, cut: 'week-2025-11-03' })),
    );
    const printed = profiles.flatMap(({ unit, outputs, criteria }) =>
      [...outputs, ...criteria]
        .filter(({ provenance }) => provenance?.kind === 'published')
        .map(({ code }) => `${unit.code} ${code}`),
    );
    expect(printed).toEqual([
      '11629 applications_received',
      '11629 applications_online',
      '11446 signature_specialised',
      '11446 digital_team',
    ]);
  });
});
