import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readCatalogue } from '#main/core/ground/catalogue/read.ts';
import { INDICATOR_KINDS, TASK_SCOPES } from '#shared/domain/model.ts';

const ASSETS = join(import.meta.dirname, '../../../assets');
const { units, plan, published } = readCatalogue(ASSETS);
const { indicators, difficulties } = plan;
const indicatorCodes = new Set(indicators.map(({ code }) => code));

function kindsOn(day: string): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { kinds } of units.communes) {
    const kind = kinds.findLast(({ from }) => from <= day)?.kind ?? 'none';
    counts[kind] = (counts[kind] ?? 0) + 1;
  }
  return counts;
}

describe('the unit catalogue', () => {
  it('holds 34 provinces and 3,321 communes with codes that occur once', () => {
    expect(units.provinces).toHaveLength(34);
    expect(units.communes).toHaveLength(3321);
    const codes = [...units.provinces, ...units.communes].map(({ code }) => code);
    expect(new Set(codes).size).toBe(34 + 3321);
    expect(units.communes.every(({ code }) => /^\d{5}$/.test(code))).toBe(true);
  });

  it('has the kinds in force on 1 July 2025 and on 30 April 2026', () => {
    expect(kindsOn('2025-07-01')).toEqual({ xa: 2621, phuong: 687, dac_khu: 13 });
    expect(kindsOn('2026-04-30')).toEqual({ xa: 2611, phuong: 697, dac_khu: 13 });
    const dongNai = units.provinces.find(({ code }) => code === '75');
    expect(dongNai?.kinds).toEqual([
      { from: '2025-07-01', kind: 'tinh' },
      { from: '2026-04-30', kind: 'thanh_pho' },
    ]);
  });

  it('writes every name in NFC and never repeats the name as its other spelling', () => {
    for (const { name, otherSpelling } of units.communes) {
      expect(name).toBe(name.normalize('NFC'));
      expect(otherSpelling).not.toBe(name);
    }
  });

  it('calls Hoàng Sa and Trường Sa by their official names in both languages', () => {
    const archipelagos = units.communes.filter(({ code }) => code === '20333' || code === '22736');
    expect(archipelagos.map(({ name, nameEn }) => [name, nameEn])).toEqual([
      ['Hoàng Sa', 'Hoàng Sa'],
      ['Trường Sa', 'Trường Sa'],
    ]);
  });

  it('puts the label of a province on one of its own mainland communes', () => {
    for (const { code, lon, lat } of units.provinces) {
      const at = units.communes.find((commune) => commune.lon === lon && commune.lat === lat);
      expect(at).toMatchObject({ province: code });
      expect(at?.kinds[0]?.kind).not.toBe('dac_khu');
    }
  });
});

describe('the plan', () => {
  it('has eight groups with the codes 1 to 8 and between 48 and 60 tasks with unique codes', () => {
    expect(plan.groups.map(({ code }) => code)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
    expect(plan.tasks.length).toBeGreaterThanOrEqual(48);
    expect(plan.tasks.length).toBeLessThanOrEqual(60);
    expect(new Set(plan.tasks.map(({ code }) => code)).size).toBe(plan.tasks.length);
  });

  it('keeps every task inside its phase and names known words only', () => {
    const phases = new Map(plan.phases.map((phase) => [phase.code, phase]));
    expect([...phases.keys()]).toEqual(['urgent', 'breakthrough', 'regular']);
    for (const task of plan.tasks) {
      expect(TASK_SCOPES).toContain(task.scope);
      expect(task.start < task.deadline).toBe(true);
      expect(task.start >= (phases.get(task.phase)?.start ?? '9')).toBe(true);
      // The urgent work ran on into July in the localities: only the Centre is held to 30 June.
      if (task.scope === 'centre' && task.group !== '7')
        expect(task.deadline <= (phases.get(task.phase)?.end ?? '')).toBe(true);
      for (const { indicator, target } of task.outputs) {
        expect(indicatorCodes).toContain(indicator);
        expect(target).toBeGreaterThan(0);
      }
    }
  });

  it('says the source of what is published and invents none for what is illustrative', () => {
    for (const { origin, source } of plan.tasks) expect(source !== null).toBe(origin === 'published');
  });

  it('gives each group work that ends in the first weeks, in the middle and at the end of the half year', () => {
    for (const { code } of plan.groups) {
      const deadlines = plan.tasks.filter(({ group }) => group === code).map(({ deadline }) => deadline);
      expect(deadlines.some((day) => day <= '2025-07-25')).toBe(true);
      expect(deadlines.some((day) => day > '2025-07-31' && day <= '2025-10-31')).toBe(true);
      expect(deadlines.some((day) => day >= '2025-11-30')).toBe(true);
    }
  });
});

describe('the indicators', () => {
  it('has the twelve criteria and seven outputs that files from outside name', () => {
    const ofKind = (...kinds: string[]): string[] =>
      indicators.filter(({ kind }) => kinds.includes(kind)).map(({ code }) => code);
    expect(ofKind('criterion')).toEqual([
      'online_meeting',
      'devices',
      'signature_specialised',
      'certificate_public',
      'one_stop_software',
      'portal_connected',
      'civil_status_connected',
      'premises',
      'equipment',
      'staff',
      'digital_team',
      'procedures_published',
    ]);
    expect(ofKind('ratio', 'count')).toEqual([
      'applications_received',
      'applications_online',
      'results_online',
      'resolved_on_time',
      'records_synchronised',
      'documents_signed',
      'support_operations',
    ]);
  });

  it('has thresholds in order, as fractions where the indicator is one', () => {
    for (const { kind, direction, greenFrom, yellowFrom } of indicators) {
      expect(INDICATOR_KINDS).toContain(kind);
      expect(direction).toBe('up');
      expect(yellowFrom).toBeLessThan(greenFrom);
      if (kind !== 'count') expect(greenFrom).toBeLessThanOrEqual(1);
    }
  });

  it('explains each of the twelve published causes by known indicators', () => {
    expect(difficulties).toHaveLength(12);
    for (const { indicators: explained } of difficulties) {
      expect(explained.length).toBeGreaterThan(0);
      for (const code of explained) expect(indicatorCodes).toContain(code);
    }
  });
});

describe('the published figures', () => {
  it('rest on a named source each and speak of known units and indicators', () => {
    const sources = new Set(published.sources.map(({ code }) => code));
    const known = new Set([...units.provinces, ...units.communes].map(({ code }) => code));
    for (const figure of published.figures) {
      expect(sources).toContain(figure.source);
      for (const unit of [figure.unit ?? [], figure.units ?? []].flat()) expect(known).toContain(unit);
      for (const code of [figure.indicator ?? [], figure.indicators ?? []].flat())
        expect(indicatorCodes).toContain(code);
    }
  });
});
