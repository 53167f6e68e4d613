import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type ActKind, actOnAlerts } from '#main/core/desk/alerts/act.ts';
import { loadCatalogue } from '#main/core/ground/catalogue/load-store.ts';
import { readCatalogue } from '#main/core/ground/catalogue/read.ts';
import { appendPictureEvent } from '#main/core/ground/cuts/picture-store.ts';
import { listCuts } from '#main/core/ground/cuts/store.ts';
import { findAlert } from '#main/core/judge/alerts/alias-store.ts';
import { listMatching } from '#main/core/judge/alerts/matching-store.ts';
import { describeAlerts, listEvents } from '#main/core/judge/alerts/store.ts';
import { type Connections, openDatabase } from '#main/db/open.ts';
import { parseCutCode } from '#shared/domain/cuts.ts';
import { defaultRuleSet } from '#shared/domain/default-rules.ts';
import type { AlertRule, CutKind } from '#shared/domain/model.ts';
import type { RuleSet } from '#shared/domain/rule-set.ts';
import { recomputeAll, recomputeFrom } from '#tests/setup/recompute.ts';

const catalogue = readCatalogue(join(import.meta.dirname, '../../assets'));

/** Lai Châu, 38 communes: small enough to write its figures by hand. */
export const PROVINCE = '12';
export const COMMUNES: readonly string[] = catalogue.units.communes
  .filter(({ province }) => province === PROVINCE)
  .map(({ code }) => code);
export const CRITERIA: readonly string[] = catalogue.plan.indicators
  .filter(({ kind }) => kind === 'criterion')
  .map(({ code }) => code);

export type World = ReturnType<typeof createWorld>;

/** Copies a database file with the catalogue and the first rules into a folder. The file is made once. */
function copyTemplate(folder: string): string {
  if (template === null) {
    template = join(mkdtempSync(join(tmpdir(), 'kh02-alerts-')), 'template.db');
    const connections = openDatabase(template);
    connections.write.transaction(() => prepare(connections)).immediate();
    connections.close();
  }
  const file = join(folder, 'alerts.db');
  copyFileSync(template, file);
  return file;
}
let template: string | null = null;

/** Weeks and days ask for task reports too. */
const owed = (kind: CutKind): string | null =>
  kind === 'month' ? null : JSON.stringify(['criteria', 'taskReports']);

/** Forgets the file that every world is a copy of. */
export function removeTemplate(): void {
  if (template !== null) rmSync(dirname(template), { recursive: true });
  template = null;
}

/** A database file with the catalogue and the first rules, no cut yet, and ways to send figures to it. */
export function createWorld() {
  const folder = mkdtempSync(join(tmpdir(), 'kh02-alerts-'));
  const connections = openDatabase(copyTemplate(folder));
  const database = connections.write;
  const inTransaction = <T>(work: () => T): T => database.transaction(work).immediate();
  const idOf = (table: 'unit' | 'task' | 'indicator' | 'cut', code: string): number => {
    const id = database.prepare(`SELECT id FROM ${table} WHERE code = ?`).pluck().get(code);
    if (id === undefined) throw new Error(`No ${table} ${code}`);
    return id as number;
  };
  const put = database.prepare(`
    INSERT INTO observation (cut_id, indicator_id, unit_id, value, numerator, denominator, run_id)
    VALUES (?, ?, ?, ?, ?, ?, 1)
    ON CONFLICT DO UPDATE SET value = excluded.value, numerator = excluded.numerator,
      denominator = excluded.denominator`);
  const cutOf = (code: string) => {
    const cut = listCuts(database).find((one) => one.code === code);
    if (cut === undefined) throw new Error(`No cut ${code}`);
    return cut;
  };
  return {
    database,
    close() {
      connections.close();
      rmSync(folder, { recursive: true });
    },
    /** Opens cuts by their codes; they are due when they are taken, or at `dueAt`. */
    cuts(codes: readonly string[], dueAt?: string) {
      for (const code of codes) {
        const cut = parseCutCode(code);
        if (cut === null) throw new Error(`No cut has the code ${code}`);
        database
          .prepare('INSERT INTO cut (code, kind, start, as_of, due_at, owes) VALUES (?, ?, ?, ?, ?, ?)')
          .run(cut.code, cut.kind, cut.start, cut.asOf, dueAt ?? cut.asOf, owed(cut.kind));
        // One province alone is never enough: here whatever is opened is what the desk looks at.
        const at = { at: cut.asOf, who: null, reason: null };
        appendPictureEvent(database, { cutId: idOf('cut', code), kind: 'complete', ...at });
      }
    },
    /** Communes report every criterion as met but those in `lacking`. */
    criteria(
      cut: string,
      communes: readonly string[],
      lacking: readonly string[] = [],
      sent: readonly string[] = CRITERIA,
    ) {
      inTransaction(() => {
        for (const commune of communes) {
          for (const code of sent) {
            const value = lacking.includes(code) ? 0 : 1;
            put.run(idOf('cut', cut), idOf('indicator', code), idOf('unit', commune), value, null, null);
          }
        }
      });
    },
    /** The first `green` communes of the province are GREEN, the others lack three criteria. */
    coverage(cut: string, green: number) {
      this.criteria(cut, COMMUNES.slice(0, green));
      this.criteria(cut, COMMUNES.slice(green), CRITERIA.slice(0, 3));
    },
    ratio(cut: string, unit: string, indicator: string, numerator: number, denominator: number) {
      const value = denominator === 0 ? null : numerator / denominator;
      put.run(
        idOf('cut', cut),
        idOf('indicator', indicator),
        idOf('unit', unit),
        value,
        numerator,
        denominator,
      );
    },
    count(cut: string, unit: string, indicator: string, value: number) {
      put.run(idOf('cut', cut), idOf('indicator', indicator), idOf('unit', unit), value, null, null);
    },
    withdraw(cut: string, communes: readonly string[]) {
      const remove = database.prepare('DELETE FROM observation WHERE cut_id = ? AND unit_id = ?');
      for (const commune of communes) remove.run(idOf('cut', cut), idOf('unit', commune));
    },
    /** progress 1 = done on `doneOn`. */
    task(cut: string, unit: string, task: string, progress: number, doneOn = '2025-07-01') {
      const isDone = progress === 1;
      const sql = `INSERT OR REPLACE INTO task_report (cut_id, task_id, unit_id, state, progress, done_on, run_id)
        VALUES (?, ?, ?, ?, ?, ?, 1)`;
      const state = isDone ? 'done' : 'inProgress';
      const cells = [state, progress, isDone ? doneOn : null];
      database.prepare(sql).run(idOf('cut', cut), idOf('task', task), idOf('unit', unit), ...cells);
    },
    /** What an import does after it has written its figures. */
    judge(cut: string, now = cutOf(cut).asOf) {
      inTransaction(() => recomputeFrom(database, idOf('cut', cut), now));
    },
    judgeEverything(now: string) {
      inTransaction(() => recomputeAll(database, now));
    },
    act(kind: ActKind, ids: readonly string[], note: string, until: string | null = null) {
      const act = { ids, who: 'Nguyễn Thị Lan', note };
      const now = listCuts(database).at(-1)?.asOf ?? '';
      return inTransaction(() => actOnAlerts(database, kind, act, until, now));
    },
    /** Alerts of a rule at a cut, by default of the province alone. */
    at(cut: string, rule: AlertRule, unit: string | undefined = PROVINCE) {
      const alerts = describeAlerts(database, cutOf(cut), listMatching(database, { cutId: cutOf(cut).id }));
      return alerts.filter((alert) => alert.rule === rule && (unit === 'any' || alert.unit.code === unit));
    },
    /** The state of the one alert of a rule of a unit, or null when there is none. */
    state(cut: string, rule: AlertRule, unit: string = PROVINCE) {
      return this.at(cut, rule, unit)[0]?.state ?? null;
    },
    /** The id that an id means now. */
    named(id: string) {
      return findAlert(database, id)?.id ?? null;
    },
    /** Puts other alert rules in force, as a new version of the set does. */
    rules(change: Partial<RuleSet['alerts']>) {
      const stored = database.prepare('SELECT rules FROM rule_set WHERE version = 1').pluck().get() as string;
      const rules = JSON.parse(stored) as RuleSet;
      const changed = JSON.stringify({ ...rules, alerts: { ...rules.alerts, ...change } });
      database.prepare('UPDATE rule_set SET rules = ?').run(changed);
    },
    history(id: string) {
      return listEvents(database, id);
    },
    events(id: string) {
      return listEvents(database, id).map(({ cut, kind, who, withdrawnAt }) => {
        return `${cut} ${kind} ${who}${withdrawnAt === null ? '' : ' (withdrawn)'}`;
      });
    },
    /** Every row about alerts, to be compared as a whole. */
    rows() {
      return ['alert', 'alert_reading', 'alert_event'].map((table) =>
        database.prepare(`SELECT * FROM ${table}`).all(),
      );
    },
  };
}

function prepare({ write }: Connections): void {
  loadCatalogue(write, catalogue);
  const rules = JSON.stringify(defaultRuleSet(catalogue.plan.indicators, catalogue.plan.notAsked));
  const at = '2025-06-19T00:00:00.000Z';
  write
    .prepare('INSERT INTO rule_set (version, created_at, who, note, rules) VALUES (1, ?, ?, ?, ?)')
    .run(at, 'test', 'first', rules);
  write
    .prepare(`INSERT INTO source (id, uuid, kind, name, received_at) VALUES (1, 's', 'official', 'test', ?)`)
    .run(at);
  write
    .prepare(
      `INSERT INTO import_run (id, uuid, source_id, kind, state, committed_at, who)
      VALUES (1, 'r', 1, 'import', 'committed', ?, 'test')`,
    )
    .run(at);
}
