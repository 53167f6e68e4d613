import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadCatalogue } from '#main/core/ground/catalogue/load-store.ts';
import { readCatalogue } from '#main/core/ground/catalogue/read.ts';
import { appendPictureEvent } from '#main/core/ground/cuts/picture-store.ts';
import { openDatabase } from '#main/db/open.ts';
import type { AlertCondition } from '#shared/domain/alerts/evaluation.ts';
import { parseCutCode } from '#shared/domain/cuts.ts';
import { defaultRuleSet } from '#shared/domain/default-rules.ts';
import type { AlertRule, AlertState, Colour, Severity } from '#shared/domain/model.ts';
import { colourRank, isColour } from '#shared/domain/ranking.ts';
import { recomputeFrom } from '#tests/setup/recompute.ts';
import { seededRandom } from '#tests/setup/seeded-random.ts';

/** Two provinces of four communes, eight tasks, four criteria: small enough to be judged thousands of times. */
const PROVINCES = ['11', '12'];
const COMMUNES_EACH = 4;
const TASKS = ['1.04', '1.05', '2.06', '3.03', '5.03', '5.04', '1.06', '2.05'];
const CRITERIA = ['devices', 'staff', 'signature_specialised', 'certificate_public'];
const NOW = '2026-01-01T00:00:00.000Z';
/** Months before the cuts at which they speak; of some weeks nothing new is known but reports. */
const CUTS = [
  ['month-2025-06', 'week-2025-07-07'],
  ['week-2025-07-14'],
  ['month-2025-07', 'week-2025-08-04'],
  ['week-2025-08-11'],
  ['month-2025-08', 'week-2025-09-08'],
  ['week-2025-09-15'],
  ['month-2025-09', 'week-2025-10-06'],
] as const;

/** One thing that a unit sends: a figure or the report of a task. */
interface Sent {
  readonly unit: string;
  readonly cut: string;
  readonly indicator?: string;
  readonly task?: string;
  readonly value: number | null;
  readonly numerator?: number;
  readonly denominator?: number;
}

/** An alert as it stands at a cut. */
export interface Standing {
  readonly rule: AlertRule;
  readonly subject: string;
  readonly unit: string;
  readonly province: string;
  readonly state: AlertState;
  readonly severity: Severity;
  readonly condition: AlertCondition;
  /** Of missing evidence: the rules that may hold. */
  readonly rules: readonly string[];
}

/** How alerts stood before the last cut, and at it where everything was sent and where some of it was not. */
export interface Outcome {
  readonly before: ReadonlyMap<string, Standing>;
  readonly honest: ReadonlyMap<string, Standing>;
  readonly silent: ReadonlyMap<string, Standing>;
  /** Communes whose colour, where everything was sent, is worse than the last one they had, with both. */
  readonly falls: readonly { readonly unit: string; readonly from: Colour; readonly to: Colour }[];
}

/** A database that is used for one history after the other. */
export function silenceWorlds() {
  const folder = mkdtempSync(join(tmpdir(), 'kh02-silence-'));
  const connections = openDatabase(join(folder, 'silence.db'));
  const database = connections.write;
  const { communes, outputs } = prepare(database);
  const idsOf = (table: string) =>
    new Map(database.prepare(`SELECT code, id FROM ${table}`).raw().all() as [string, number][]);
  const [units, tasks, indicators] = [idsOf('unit'), idsOf('task'), idsOf('indicator')];
  const idOf = (ids: Map<string, number>, code: string) => ids.get(code) ?? 0;
  const figure = database.prepare(`
    INSERT INTO observation (cut_id, indicator_id, unit_id, value, numerator, denominator, run_id)
    VALUES (?, ?, ?, ?, ?, ?, 1)`);
  const report = database.prepare(`
    INSERT INTO task_report (cut_id, task_id, unit_id, state, progress, done_on, run_id)
    VALUES (?, ?, ?, ?, ?, ?, 1)`);
  const addCut = database.prepare(
    `INSERT INTO cut (code, kind, start, as_of, due_at, owes) VALUES (?, ?, ?, ?, ?, '["criteria","taskReports"]')`,
  );

  function open(code: string): void {
    const cut = parseCutCode(code);
    if (cut === null) throw new Error(`No cut has the code ${code}`);
    const { lastInsertRowid } = addCut.run(cut.code, cut.kind, cut.start, cut.asOf, cut.asOf);
    // However little comes: here whatever is opened is what the desk looks at.
    const at = { at: cut.asOf, who: null, reason: null };
    appendPictureEvent(database, { cutId: Number(lastInsertRowid), kind: 'complete', ...at });
  }

  function send(sent: readonly Sent[]): void {
    const cuts = idsOf('cut');
    for (const { unit, cut, indicator, task, value, numerator, denominator } of sent) {
      const [cutId, unitId] = [idOf(cuts, cut), idOf(units, unit)];
      if (task === undefined) {
        const id = idOf(indicators, indicator ?? '');
        figure.run(cutId, id, unitId, value, numerator ?? null, denominator ?? null);
      } else {
        const isDone = value === 1;
        const doneOn = isDone ? deadlineOf(task) : null;
        report.run(cutId, idOf(tasks, task), unitId, isDone ? 'done' : 'inProgress', value, doneOn);
      }
    }
  }

  const deadlines = new Map(
    database.prepare('SELECT code, deadline FROM task').raw().all() as [string, string][],
  );
  const deadlineOf = (task: string) => deadlines.get(task) ?? '2025-07-01';

  const judge = (code: string) => {
    recomputeFrom(database, idOf(idsOf('cut'), code), NOW);
  };

  function standings(code: string): Map<string, Standing> {
    const sql = `
      SELECT alert.rule, alert.subject, unit.code AS unit, ifnull(parent.code, unit.code) AS province,
        reading.state, reading.severity, reading.condition, reading.evidence, reading.evidence ->> '$.values.rules' AS rules
      FROM alert_reading AS reading JOIN alert ON alert.id = reading.alert_id JOIN unit ON unit.id = alert.unit_id
      LEFT JOIN unit AS parent ON parent.id = unit.parent_id AND parent.level = 'province'
      WHERE reading.cut_id = (SELECT id FROM cut WHERE code = ?)`;
    type Row = Omit<Standing, 'rules'> & { readonly rules: string | null };
    const rows = database.prepare(sql).all(code) as Row[];
    return new Map(
      rows.map((row) => [`${row.rule} ${row.subject}`, { ...row, rules: row.rules?.split(',') ?? [] }]),
    );
  }

  /** Communes at the newest cut beside the last cut at which they had a colour. */
  function falls(): Outcome['falls'] {
    const sql = `
      SELECT unit.code AS unit, status.reported AS colour FROM unit_status AS status JOIN unit ON unit.id = unit_id
      JOIN cut ON cut.id = cut_id WHERE unit.level = 'commune' ORDER BY cut.as_of`;
    const rows = database.prepare(sql).all() as { readonly unit: string; readonly colour: string }[];
    return [...Map.groupBy(rows, ({ unit }) => unit)].flatMap(([unit, course]) => {
      const to = course.at(-1)?.colour ?? '';
      const from = course.slice(0, -1).findLast(({ colour }) => isColour(colour))?.colour ?? '';
      const isFall = (colourRank(to) ?? 2) < (colourRank(from) ?? 0);
      return isFall ? [{ unit, from: from as Colour, to: to as Colour }] : [];
    });
  }

  /** What is found of a history, undone again afterwards. */
  function inVain<Result>(work: () => Result): Result {
    database.exec('SAVEPOINT history');
    try {
      return work();
    } finally {
      database.exec('ROLLBACK TO history; RELEASE history');
    }
  }

  return {
    close() {
      connections.close();
      rmSync(folder, { recursive: true });
    },
    /** The history of a seed, sent twice at its last cut: wholly, and without what some units kept to themselves. */
    outcome(seed: number): Outcome {
      const random = seededRandom(seed);
      return inVain(() => {
        putRules(database, random);
        const history = randomHistory({ communes, outputs, random });
        const [past, last] = [history.slice(0, -1), history.at(-1)];
        if (last === undefined) throw new Error('A history without cuts');
        const first = CUTS[0].at(-1) ?? '';
        for (const { cuts, sent } of past) {
          cuts.map(open);
          send(sent);
        }
        judge(first);
        const before = standings(past.at(-1)?.cuts.at(-1) ?? '');
        last.cuts.map(open);
        const code = last.cuts.at(-1) ?? '';
        const judged = (sent: readonly Sent[]) =>
          inVain(() => {
            send(sent);
            judge(code);
            return { at: standings(code), falls: falls() };
          });
        const kept = randomSilence(last.sent, random);
        const honest = judged(last.sent);
        return { before, honest: honest.at, silent: judged(kept).at, falls: honest.falls };
      });
    },
  };
}

type Database = ReturnType<typeof openDatabase>['write'];

function prepare(database: Database) {
  const whole = readCatalogue(join(import.meta.dirname, '../../assets'));
  const communes = PROVINCES.flatMap((province) =>
    whole.units.communes.filter((one) => one.province === province).slice(0, COMMUNES_EACH),
  );
  const provinces = whole.units.provinces.filter(({ code }) => PROVINCES.includes(code));
  const indicators = whole.plan.indicators.filter(
    ({ code, kind }) => kind !== 'criterion' || CRITERIA.includes(code),
  );
  loadCatalogue(database, {
    ...whole,
    units: { ...whole.units, provinces, communes },
    plan: {
      ...whole.plan,
      tasks: whole.plan.tasks.filter(({ code }) => TASKS.includes(code)),
      indicators,
      difficulties: [],
    },
  });
  database.exec(`
    INSERT INTO source (id, uuid, kind, name, received_at) VALUES (1, 's', 'official', 'test', '${NOW}');
    INSERT INTO import_run (id, uuid, source_id, kind, state, committed_at, who)
      VALUES (1, 'r', 1, 'import', 'committed', '${NOW}', 'test')`);
  const rules = JSON.stringify(defaultRuleSet(whole.plan.indicators, whole.plan.notAsked));
  database
    .prepare(`INSERT INTO rule_set (version, created_at, who, note, rules) VALUES (1, ?, 'test', 'first', ?)`)
    .run(NOW, rules);
  const outputs = indicators.filter(({ kind }) => kind !== 'criterion');
  return { communes: communes.map(({ code, province }) => ({ code, province })), outputs };
}

const whole = (random: () => number, below: number): number => Math.floor(random() * below);
const chance = (random: () => number, share: number): boolean => random() < share;

/** Other limits of the alert rules for each history. */
function putRules(database: Database, random: () => number): void {
  const stored = database.prepare('SELECT rules FROM rule_set').pluck().get() as string;
  const rules = JSON.parse(stored) as ReturnType<typeof defaultRuleSet>;
  const [pendingCuts, resolveCuts, gapLastsCuts] = [
    1 + whole(random, 2),
    1 + whole(random, 2),
    1 + whole(random, 3),
  ];
  const alerts = { ...rules.alerts, pendingCuts, resolveCuts, gapLastsCuts };
  const suspicion = { ...rules.suspicion, riseCommunes: 2, equalLargeCommunes: 2, rowFigures: 2 };
  const province = { ...rules.province, redOverdueMoreThan: whole(random, 3) };
  database
    .prepare('UPDATE rule_set SET rules = ?')
    .run(JSON.stringify({ ...rules, alerts, suspicion, province }));
}

interface Asked {
  readonly communes: readonly { readonly code: string; readonly province: string }[];
  readonly outputs: readonly { readonly code: string; readonly kind: string }[];
  readonly random: () => number;
}

interface Step {
  readonly cuts: readonly string[];
  readonly sent: readonly Sent[];
}

/** Cuts in the order of time with what was sent for them; some of it is silent already. */
function randomHistory({ communes, outputs, random }: Asked): Step[] {
  const length = 3 + whole(random, CUTS.length - 2);
  const silence = chance(random, 0.5) ? 0 : random() * 0.5;
  // Whoever is good stays so most of the time: a history without courses has no alerts that last.
  const moods = new Map(communes.map(({ code }) => [code, { reports: random(), runs: random() }]));
  const progress = new Map<string, number>();
  const asked = { communes, outputs, random, silence, moods, progress };
  return CUTS.slice(0, length).map((cuts) => {
    for (const mood of moods.values()) {
      if (chance(random, 0.25)) mood.reports = random();
      if (chance(random, 0.25)) mood.runs = random();
    }
    const month = cuts.find((code) => code.startsWith('month'));
    const sent = [
      ...reportsAt(cuts.at(-1) ?? '', asked),
      ...(month === undefined ? [] : outputsOf(month, asked)),
    ];
    return { cuts, sent };
  });
}

interface Course extends Asked {
  readonly silence: number;
  readonly moods: ReadonlyMap<string, { readonly reports: number; readonly runs: number }>;
  readonly progress: Map<string, number>;
}

function reportsAt(cut: string, { communes, random, silence, moods, progress }: Course): Sent[] {
  const criteria = communes.flatMap(({ code: unit }): Sent[] => {
    if (chance(random, silence)) return [];
    const good = moods.get(unit)?.reports ?? 0;
    return CRITERIA.flatMap((indicator): Sent[] => {
      if (chance(random, silence / 4)) return [];
      const isMet = good > 0.5 || chance(random, good);
      return [{ unit, cut, indicator, value: isMet ? 1 : 0 }];
    });
  });
  const tasks = TASKS.flatMap((task) => {
    const bodies = task === '1.06' || task === '2.05' ? ['VN'] : PROVINCES;
    return bodies.flatMap((unit): Sent[] => {
      const key = `${unit} ${task}`;
      const known = progress.get(key) ?? 0;
      // What is done is not undone: an honest body goes on from where it was.
      const value = known === 1 || chance(random, 0.25) ? 1 : Math.min(0.9, known + random() * 0.3);
      if (known === 1 ? chance(random, 0.5) : chance(random, 0.2 + silence)) return [];
      progress.set(key, value);
      return [{ unit, cut, task, value }];
    });
  });
  return [...criteria, ...tasks];
}

function outputsOf(month: string, { communes, outputs, random, silence, moods }: Course): Sent[] {
  return communes.flatMap(({ code: unit }, place) => {
    if (chance(random, silence)) return [];
    const good = moods.get(unit)?.runs ?? 0;
    return outputs.flatMap(({ code: indicator, kind }): Sent[] => {
      if (chance(random, silence / 3)) return [];
      const level = good > 0.66 ? 0.9 : good > 0.33 ? 0.6 : 0.05;
      if (kind === 'count') {
        const isNone = chance(random, 0.2);
        return [{ unit, cut: month, indicator, value: isNone ? 0 : Math.round(level * 100) }];
      }
      // No month is larger than its size, which is known from June on.
      const denominator = month.endsWith('06') ? 100 + 50 * (place % 3) : 100 + whole(random, 50);
      const share = Math.min(1, Math.max(0, level + (random() - 0.5) * 0.2));
      const numerator = Math.round(share * denominator);
      return [{ unit, cut: month, indicator, value: numerator / denominator, numerator, denominator }];
    });
  });
}

/** What is left when some units kept everything to themselves, and others a part of it. */
function randomSilence(sent: readonly Sent[], random: () => number): Sent[] {
  const everything = chance(random, 0.2);
  const keeps = new Map<string, number>();
  return sent.filter(({ unit, indicator, task, cut }) => {
    const key = `${unit} ${task === undefined ? cut : 'tasks'}`;
    if (!keeps.has(key))
      keeps.set(key, everything || chance(random, 0.35) ? 1 : chance(random, 0.5) ? 0 : random());
    const share = keeps.get(key) ?? 0;
    return !chance(random, share) || (share === 0 && indicator === undefined);
  });
}
