import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCatalogue } from '#main/core/ground/catalogue/load-store.ts';
import { readCatalogue } from '#main/core/ground/catalogue/read.ts';
import { insertRules } from '#main/core/judge/rules/store.ts';
import { type Connections, openDatabase } from '#main/db/open.ts';
import { fillIllustrativeData } from '#main/illustrative/fill.ts';
import { defaultRuleSet } from '#shared/domain/default-rules.ts';

const ASSETS = join(import.meta.dirname, '../../assets');
const MOMENT = 'moment-2025-07-31T1600';
const folder = mkdtempSync(join(tmpdir(), 'kh02-illustrative-'));
const catalogue = readCatalogue(ASSETS);
const published = new Map(catalogue.published.figures.map((figure) => [figure.code, figure]));

let database: Connections;
beforeAll(() => {
  database = fresh('first.db');
});
afterAll(() => {
  database.close();
  rmSync(folder, { recursive: true });
});

function fresh(name: string): Connections {
  const connections = openDatabase(join(folder, name));
  const fill = connections.write.transaction(() => {
    loadCatalogue(connections.write, catalogue);
    // What a cut owes is the rules' word: they are in force before anything is filled in, as in the application.
    const rules = defaultRuleSet(catalogue.plan.indicators, catalogue.plan.notAsked);
    insertRules(connections.write, rules, 'KH02 Center', '', '2025-07-01T00:00:00.000Z');
    fillIllustrativeData(connections.write, catalogue);
  });
  fill.immediate();
  return connections;
}

function rows<Row>(sql: string, ...values: (string | number)[]): Row[] {
  return database.read.prepare<unknown[], Row>(sql).all(...values);
}

function one<Row>(sql: string, ...values: (string | number)[]): Row {
  const [row] = rows<Row>(sql, ...values);
  if (row === undefined) throw new Error('No row');
  return row;
}

/** GREEN = all twelve criteria met, counted from the commune rows of a cut. */
const COVERAGE = `
  WITH commune AS (
    SELECT unit.id, unit.parent_id, sum(value) AS met, count(*) AS reported
    FROM observation JOIN unit ON unit.id = unit_id JOIN indicator ON indicator.id = indicator_id
    JOIN cut ON cut.id = cut_id
    WHERE cut.code = ? AND indicator.kind = 'criterion' GROUP BY unit.id
  )
  SELECT province.code, count(*) AS communes, sum(met = 12) AS green FROM commune
  JOIN unit AS province ON province.id = commune.parent_id GROUP BY province.id ORDER BY province.code`;

interface Coverage {
  readonly code: string;
  readonly communes: number;
  readonly green: number;
}

function ratio(unit: string, indicator: string, cut: string): { numerator: number; denominator: number } {
  return one(
    `SELECT sum(numerator) AS numerator, sum(denominator) AS denominator FROM observation
     JOIN unit ON unit.id = unit_id JOIN indicator ON indicator.id = indicator_id JOIN cut ON cut.id = cut_id
     WHERE indicator.code = ? AND cut.code = ?
       AND (unit.code = ? OR unit.parent_id = (SELECT id FROM unit WHERE code = ?) OR ? = 'VN')`,
    indicator,
    cut,
    unit,
    unit,
    unit,
  );
}

function communeFigure(unit: string, indicator: string, cut: string) {
  return one<{ value: number; numerator: number | null; denominator: number | null; kind: string }>(
    `SELECT value, numerator, denominator, source.kind FROM observation
     JOIN unit ON unit.id = unit_id JOIN indicator ON indicator.id = indicator_id JOIN cut ON cut.id = observation.cut_id
     JOIN import_run ON import_run.id = run_id JOIN source ON source.id = source_id
     WHERE unit.code = ? AND indicator.code = ? AND cut.code = ?`,
    unit,
    indicator,
    cut,
  );
}

describe('on 31 July 2025 16:00 the commune rows', () => {
  it('count 1,981 GREEN communes of 3,321', () => {
    const coverage = rows<Coverage>(COVERAGE, MOMENT);
    const total = (of: (row: Coverage) => number): number => coverage.reduce((sum, row) => sum + of(row), 0);
    const figure = published.get('communes_green');
    expect(coverage).toHaveLength(34);
    expect([total(({ green }) => green), total(({ communes }) => communes)]).toEqual([
      figure?.numerator,
      figure?.denominator,
    ]);
  });

  it('put 8 provinces at 100%, 13 more above 70%, 6 more above 50% and 7 below', () => {
    const coverage = rows<Coverage>(COVERAGE, MOMENT);
    const share = ({ green, communes }: Coverage): number => green / communes;
    const full = coverage.filter((row) => share(row) === 1).map(({ code }) => code);
    expect(full).toEqual(published.get('coverage_full')?.units?.toSorted());
    expect(coverage.filter((row) => share(row) > 0.7 && share(row) < 1)).toHaveLength(13);
    expect(coverage.filter((row) => share(row) > 0.5 && share(row) < 1)).toHaveLength(19);
    expect(coverage.filter((row) => share(row) < 0.5)).toHaveLength(7);
    expect(coverage.find(({ code }) => code === '04')).toEqual({ code: '04', communes: 56, green: 3 });
    expect(coverage.find(({ code }) => code === '12')).toEqual({ code: '12', communes: 38, green: 3 });
    const lowest = coverage.toSorted((a, b) => share(a) - share(b)).slice(0, 2);
    expect(lowest.map(({ code }) => code)).toEqual(['04', '12']);
  });

  it('meet exactly the four named criteria in more than 90% of communes, and every commune has reported', () => {
    const criteria = rows<{ code: string; share: number; reported: number }>(
      `SELECT indicator.code, sum(value) / 3321 AS share, count(*) AS reported FROM observation
       JOIN indicator ON indicator.id = indicator_id JOIN cut ON cut.id = cut_id
       WHERE cut.code = ? AND indicator.kind = 'criterion' GROUP BY indicator.id ORDER BY position`,
      MOMENT,
    );
    expect(criteria.map(({ reported }) => reported)).toEqual(Array(12).fill(3321));
    const above = criteria.filter(({ share }) => share > 0.9).map(({ code }) => code);
    expect(above).toEqual(published.get('criteria_above90')?.indicators);
  });

  it.each(['signature_specialised', 'certificate_public'])(
    'lack %s in the seven named provinces and nowhere else',
    (code) => {
      const lacking = rows<{ code: string }>(
        `SELECT DISTINCT province.code FROM observation JOIN unit ON unit.id = unit_id
       JOIN unit AS province ON province.id = unit.parent_id
       JOIN indicator ON indicator.id = indicator_id JOIN cut ON cut.id = cut_id
       WHERE cut.code = ? AND indicator.code = ? AND value = 0 ORDER BY province.code`,
        MOMENT,
        code,
      );
      expect(lacking.map((row) => row.code)).toEqual(published.get('signatures_lacking')?.units?.toSorted());
    },
  );

  it('leave six tasks overdue, all of the Centre: group 1 two, 2 one, 5 one, and two without a group', () => {
    const overdue = rows<{ group: string | null; scope: string; kind: string; tasks: number }>(
      `SELECT group_code AS "group", scope, source.kind, count(DISTINCT task.id) AS tasks FROM task_report
       JOIN task ON task.id = task_id JOIN cut ON cut.id = task_report.cut_id
       JOIN import_run ON import_run.id = run_id JOIN source ON source.id = source_id
       WHERE cut.code = ? AND task_report.state <> 'done' AND deadline < '2025-07-31' GROUP BY 1, 2, 3 ORDER BY 1`,
      MOMENT,
    );
    expect(overdue).toEqual([
      { group: null, scope: 'centre', kind: 'illustrative', tasks: 2 },
      { group: '1', scope: 'centre', kind: 'illustrative', tasks: 2 },
      { group: '2', scope: 'centre', kind: 'illustrative', tasks: 1 },
      { group: '5', scope: 'centre', kind: 'illustrative', tasks: 1 },
    ]);
  });

  it('keep every province on pace with what is due by the middle of September', () => {
    const { behind } = one<{ behind: number }>(
      `SELECT count(*) AS behind FROM task_report JOIN task ON task.id = task_id JOIN cut ON cut.id = cut_id
       WHERE cut.code = ? AND task_report.state <> 'done' AND scope <> 'centre' AND deadline < '2025-09-16'
         AND progress < (julianday('2025-07-31') - julianday(task.start)) / (julianday(deadline) - julianday(task.start))`,
      MOMENT,
    );
    expect(behind).toBe(0);
  });
});

describe('the monthly outputs', () => {
  it('give Hà Nội 32.73% submitted online in July, the lowest of all, and 5.3% returned online', () => {
    const online = ratio('01', 'applications_online', 'month-2025-07');
    expect(((100 * online.numerator) / online.denominator).toFixed(2)).toBe('32.73');
    const results = ratio('01', 'results_online', 'month-2025-07');
    expect(((100 * results.numerator) / results.denominator).toFixed(1)).toBe('5.3');
    const others = catalogue.units.provinces.filter(({ code }) => code !== '01');
    for (const { code } of others) {
      const { numerator, denominator } = ratio(code, 'applications_online', 'month-2025-07');
      expect(numerator / denominator).toBeGreaterThan(0.33);
    }
  });

  it('keep the country between 57% and 60% online in July', () => {
    const { numerator, denominator } = ratio('VN', 'applications_online', 'month-2025-07');
    expect(numerator / denominator).toBeGreaterThan(0.57);
    expect(numerator / denominator).toBeLessThan(0.6);
  });

  it('show far fewer applications a day in Hồ Chí Minh City in July than in June', () => {
    const july = ratio('79', 'applications_online', 'month-2025-07').denominator / 31;
    const june = communeFigure('79', 'applications_received', 'month-2025-06');
    expect(june.kind).toBe('illustrative');
    expect(july / (june.value / 30)).toBeLessThan(0.7);
  });

  it('hold nothing of communes before 1 July 2025, and of June one figure of Hồ Chí Minh City', () => {
    const early = rows<{ unit: string; cut: string; code: string }>(
      `SELECT unit.code AS unit, cut.code AS cut, indicator.code FROM observation JOIN unit ON unit.id = unit_id
       JOIN cut ON cut.id = cut_id JOIN indicator ON indicator.id = indicator_id WHERE as_of < '2025-06-30T17:00'`,
    );
    expect(early).toEqual([{ unit: '79', cut: 'month-2025-06', code: 'applications_received' }]);
    const first = one<{ day: string }>("SELECT min(valid_from) AS day FROM unit WHERE level = 'commune'");
    expect(first.day).toBe('2025-07-01');
  });

  it('have over 1,000 files and over 400 handed in online in two months of Phù Liễn, from its rows', () => {
    const online = ['month-2025-09', 'month-2025-10'].map((cut) => {
      expect(communeFigure('11446', 'applications_online', cut).kind).toBe('illustrative');
      return ratio('11446', 'applications_online', cut);
    });
    const sum = (of: 'numerator' | 'denominator') => online.reduce((total, one) => total + one[of], 0);
    expect(sum('denominator')).toBeGreaterThan(published.get('phu_lien_files')?.value ?? Infinity);
    expect(sum('numerator')).toBeGreaterThan(published.get('phu_lien_online')?.numerator ?? Infinity);
  });

  it('carry what the article of November says of An Lão and Phù Liễn; only what it prints has it as source', () => {
    const october = 'month-2025-10';
    const received = communeFigure('11629', 'applications_received', october);
    expect(received).toEqual({ value: 1142, numerator: null, denominator: null, kind: 'published' });
    const online = communeFigure('11629', 'applications_online', october);
    expect(online).toEqual({ value: 1048 / 1142, numerator: 1048, denominator: 1142, kind: 'published' });
    for (const unit of ['11629', '11446']) {
      expect(communeFigure(unit, 'documents_signed', october)).toMatchObject({
        value: 1,
        kind: 'illustrative',
      });
    }
    const support = ['month-2025-09', october].map((cut) =>
      communeFigure('11446', 'support_operations', cut),
    );
    expect(support.map(({ kind }) => kind)).toEqual(['illustrative', 'illustrative']);
    expect(support.reduce((sum, { value }) => sum + value, 0)).toBeGreaterThan(5000);
  });

  it('never has a part above its whole, and no value where there is no whole', () => {
    const { wrong } = one<{ wrong: number }>(
      `SELECT count(*) AS wrong FROM observation WHERE denominator IS NOT NULL AND (numerator > denominator
        OR numerator < 0 OR (denominator = 0) <> (value IS NULL) OR abs(value - 1.0 * numerator / denominator) > 1e-12)`,
    );
    expect(wrong).toBe(0);
  });
});

describe('the story of the half year', () => {
  it('improves from less than a third to nine communes in ten, with weeks that fall back', () => {
    const weeks = rows<{ code: string }>("SELECT code FROM cut WHERE kind = 'week' ORDER BY as_of");
    const green = weeks.map(
      ({ code }) => rows<Coverage>(COVERAGE, code).reduce((sum, row) => sum + row.green, 0) / 3321,
    );
    expect(weeks).toHaveLength(27);
    expect(green[0]).toBeLessThan(0.33);
    expect(green.at(-1)).toBeGreaterThan(0.85);
    expect(green.some((share, index) => share < (green[index - 1] ?? 0))).toBe(true);
  });

  it('has provinces that send nothing, a part, late, and in time', () => {
    const states = rows<{ state: string; late: number; total: number }>(
      `SELECT submission.state, sum(received_at > due_at) AS late, count(*) AS total FROM submission
       JOIN cut ON cut.id = cut_id GROUP BY 1 ORDER BY 1`,
    );
    expect(states.map(({ state }) => state)).toEqual(['complete', 'nothing', 'partial']);
    expect(states[0]?.late).toBeGreaterThan(20);
    expect(states[2]?.total).toBeGreaterThan(100);
  });

  it('has a province that turns GREEN overnight and one that sends the same figures for many communes', () => {
    const of86 = (cut: string): Coverage | undefined =>
      rows<Coverage>(COVERAGE, cut).find(({ code }) => code === '86');
    expect(of86('week-2025-09-29')?.green).toBeLessThan(62);
    expect(of86('week-2025-10-06')?.green).toBe(124);
    const copies = rows<{ code: string; copies: number }>(
      `SELECT province.code, count(*) AS copies FROM observation JOIN unit ON unit.id = unit_id
       JOIN unit AS province ON province.id = unit.parent_id
       JOIN indicator ON indicator.id = indicator_id JOIN cut ON cut.id = cut_id
       WHERE cut.code = 'month-2025-09' AND indicator.code = 'documents_signed' AND denominator > 0
       GROUP BY province.id, numerator, denominator HAVING copies >= 10`,
    );
    expect(copies).toEqual([{ code: '80', copies: 26 }]);
  });

  it('has communes that leave single figures out of a month, some nearly all, and others that send nothing', () => {
    const sent = rows<{ figures: number; communes: number }>(
      `SELECT figures, count(*) AS communes FROM (
         SELECT count(*) AS figures FROM observation
         WHERE cut_id = (SELECT id FROM cut WHERE code = 'month-2025-10') GROUP BY unit_id) GROUP BY 1 ORDER BY 1`,
    );
    expect(sent.map(({ figures }) => figures)).toEqual([2, 5, 6, 7]);
    for (const { figures, communes } of sent)
      expect(communes, `${figures}`).toBeGreaterThan(figures === 2 ? 0 : 10);
    expect(sent.reduce((sum, { communes }) => sum + communes, 0)).toBeLessThan(3321 - 10);
    expect(ratio('09715', 'applications_online', 'month-2025-10').denominator).toBe(null);
  });

  it('has places with a handful of files, some of them with all of two in time', () => {
    const [two] = rows<{ places: number }>(
      `SELECT count(*) AS places FROM observation JOIN indicator ON indicator.id = indicator_id
       WHERE indicator.code = 'resolved_on_time' AND numerator = 2 AND denominator = 2`,
    );
    expect(two?.places).toBeGreaterThan(5);
    const small = rows<{ code: string }>(
      `SELECT unit.code FROM observation JOIN unit ON unit.id = unit_id
       JOIN indicator ON indicator.id = indicator_id JOIN cut ON cut.id = cut_id
       WHERE indicator.code = 'applications_received' AND cut.code = 'month-2025-11' AND value BETWEEN 2 AND 8`,
    );
    expect(small.length).toBeGreaterThan(12);
    expect(small.map(({ code }) => code)).toContain('31105');
  });

  it('has communes that would be GREEN and are late with a quarter of their files', () => {
    const [late] = rows<{ communes: number }>(
      `SELECT count(*) AS communes FROM observation AS online
       JOIN observation AS time ON time.cut_id = online.cut_id AND time.unit_id = online.unit_id
       WHERE online.cut_id = (SELECT id FROM cut WHERE code = 'month-2025-11')
         AND online.indicator_id = (SELECT id FROM indicator WHERE code = 'applications_online')
         AND time.indicator_id = (SELECT id FROM indicator WHERE code = 'resolved_on_time')
         AND online.value > 0.85 AND time.value < 0.8`,
    );
    expect(late?.communes).toBeGreaterThanOrEqual(4);
  });

  it('has a month that communes send once more, and one share that nine of them sign', () => {
    const same = (sql: string) => one<{ communes: number }>(sql).communes;
    expect(
      same(`SELECT count(*) AS communes FROM (SELECT now.unit_id FROM observation AS now
        JOIN observation AS before ON before.unit_id = now.unit_id AND before.indicator_id = now.indicator_id
          AND before.cut_id = (SELECT id FROM cut WHERE code = 'month-2025-10')
        WHERE now.cut_id = (SELECT id FROM cut WHERE code = 'month-2025-11')
        GROUP BY 1 HAVING sum(now.value IS before.value) = 7)`),
    ).toBeGreaterThanOrEqual(9);
    expect(
      same(`SELECT count(*) AS communes FROM observation JOIN unit ON unit.id = unit_id
        JOIN unit AS province ON province.id = unit.parent_id
        WHERE province.code = '66' AND cut_id = (SELECT id FROM cut WHERE code = 'month-2025-10')
          AND numerator = 372 AND denominator = 400`),
    ).toBeGreaterThanOrEqual(7);
  });

  it('gives no task a name that says how it stands', () => {
    for (const { name, nameEn } of catalogue.plan.tasks) {
      expect(`${name} ${nameEn}`).not.toMatch(/quá hạn|hoàn thành xong|chậm|trễ|overdue|late\b|done\b/i);
    }
  });

  it('has GREEN communes without one file and communes with fewer signatures than signed results', () => {
    const { silent } = one<{ silent: number }>(
      `SELECT count(*) AS silent FROM observation JOIN indicator ON indicator.id = indicator_id
       WHERE indicator.code = 'applications_received' AND value = 0`,
    );
    expect(silent).toBeGreaterThan(20);
    const { unsigned } = one<{ unsigned: number }>(
      `SELECT count(*) AS unsigned FROM observation AS signed
       JOIN observation AS results ON results.cut_id = signed.cut_id AND results.unit_id = signed.unit_id
       WHERE signed.indicator_id = (SELECT id FROM indicator WHERE code = 'documents_signed')
         AND results.indicator_id = (SELECT id FROM indicator WHERE code = 'results_online')
         AND signed.numerator < results.numerator`,
    );
    expect(unsigned).toBeGreaterThan(20);
    expect(unsigned).toBeLessThan(60);
  });

  it('lets each of the eight groups be done, in time, due soon and overdue at some cut', () => {
    const groups = rows<{ code: string; done: number; overdue: number; soon: number; onTime: number }>(
      `SELECT group_code AS code, max(task_report.state = 'done') AS done,
         max(task_report.state <> 'done' AND deadline < day) AS overdue,
         max(task_report.state <> 'done' AND deadline BETWEEN day AND date(day, '+7 days')) AS soon,
         max(task_report.state <> 'done' AND deadline > date(day, '+30 days')) AS onTime
       FROM task_report JOIN task ON task.id = task_id
       JOIN (SELECT id, date(as_of, '+7 hours') AS day FROM cut) AS cut ON cut.id = cut_id
       WHERE group_code IS NOT NULL GROUP BY 1 ORDER BY 1`,
    );
    const every = { done: 1, overdue: 1, soon: 1, onTime: 1 };
    expect(groups).toEqual(['1', '2', '3', '4', '5', '6', '7', '8'].map((code) => ({ code, ...every })));
  });

  it('never lets the reported progress of a task fall', () => {
    const { falls } = one<{ falls: number }>(
      `SELECT count(*) AS falls FROM (
         SELECT progress, lag(progress) OVER (PARTITION BY task_id, unit_id ORDER BY as_of) AS before
         FROM task_report JOIN cut ON cut.id = cut_id) WHERE progress < before`,
    );
    expect(falls).toBe(0);
  });
});

describe('every row', () => {
  it('comes from a run of a published or illustrative source and breaks no reference', () => {
    const kinds = rows<{ kind: string }>('SELECT DISTINCT kind FROM source ORDER BY kind');
    expect(kinds).toEqual([{ kind: 'illustrative' }, { kind: 'published' }]);
    expect(database.read.pragma('foreign_key_check')).toEqual([]);
  });

  it('is the same in a second database', () => {
    const second = fresh('second.db');
    const digest = (connections: Connections, table: string): unknown =>
      connections.read.prepare(`SELECT count(*) AS rows, sum(${SUMS[table]}) AS sum FROM ${table}`).get();
    for (const table of Object.keys(SUMS)) expect(digest(second, table)).toEqual(digest(database, table));
    second.close();
  });
});

/** A number made of every row of a table. */
const SUMS: Readonly<Record<string, string>> = {
  observation:
    '(cut_id * 31 + indicator_id * 7 + unit_id) % 1009 * (coalesce(value, 0.5) + coalesce(numerator, 0) + run_id)',
  task_report: '(cut_id * 31 + task_id * 7 + unit_id) % 1009 * (progress + length(state))',
  difficulty: 'unit_id * length(text)',
  document: 'unit_id * length(number || title)',
  submission: '(cut_id + unit_id) * received',
};
