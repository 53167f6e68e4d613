import { randomUUID } from 'node:crypto';
import { type CutRecord, listCuts } from '#main/core/cuts/store.ts';
import { recomputeSteps } from '#main/core/judgement/recompute.ts';
import type { WriteDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import { parseCutCode } from '#shared/domain/cuts.ts';
import type { FigureColumns, FigureTable } from './check/figure-table.ts';
import { diffFigures, FIGURE_STATES, ranksOf } from './diff.ts';
import { insertRun, insertSource, type RunTotals, setRunTotals } from './store.ts';
import { refreshSubmissions } from './submissions.ts';

export interface CommitRequest {
  readonly figures: FigureTable;
  readonly fileName: string;
  readonly sha256: string;
  readonly bytes: number;
  readonly sheets: readonly string[];
  readonly province: string | null;
  readonly who: string;
  /** Needed when a cut is closed: the import is a correction then. */
  readonly reason: string | null;
  /** UTC ISO. */
  readonly at: string;
}

export interface CommitResult {
  /** Id of the import: of its first run; undo takes it. */
  readonly run: string;
  readonly cuts: readonly string[];
  readonly totals: RunTotals;
}

export interface CommitStep {
  readonly stage: 'figures' | 'judgement';
  readonly done: number;
  readonly total: number;
}

const ROWS_AT_ONCE = 100;
const ROWS_PER_STEP = 10_000;
const COLUMNS = 'cut_id, indicator_id, unit_id, value, numerator, denominator, run_id, sheet, row, note';
const COLUMN_COUNT = 10;

/**
 * Takes the figures in, inside the caller's transaction: a source, one run a cut, new and changed figures (what
 * they replace goes to observation_past), the submission board, and every status that rests on them. Yields after
 * each part so that a long import can pause. Throws CUT_CLOSED when a closed cut would change without a reason.
 */
export function* commitSteps(
  database: WriteDatabase,
  request: CommitRequest,
): Generator<CommitStep, CommitResult> {
  createCuts(database, request.figures.cuts.codes);
  const cuts = listCuts(database);
  const touched = request.figures.cuts.codes.map((code) => requireOpen(cuts, code, request.reason));
  const sourceId = insertSource(database, {
    uuid: randomUUID(),
    name: request.fileName,
    sha256: request.sha256,
    bytes: request.bytes,
    sheets: request.sheets,
    senderId: unitId(database, request.province),
    receivedAt: request.at,
  });
  const runs = touched.map((cut) => openRun(database, cut, sourceId, request));
  const totals = yield* writeFigures(database, request.figures, runs);
  for (const run of runs)
    refreshSubmissions(database, run.cut, { runId: run.id, at: request.at, isCorrection: run.isCorrection });
  yield* judge(database, touched, request.at);
  return { run: runs[0]?.uuid ?? '', cuts: touched.map(({ code }) => code), totals };
}

interface OpenRun {
  readonly id: number;
  readonly uuid: string;
  readonly cut: CutRecord;
  readonly isCorrection: boolean;
}

/** Weeks, days, moments and months that a file names for the first time. Due at the as-of time of the cut. */
function createCuts(database: WriteDatabase, codes: readonly string[]): void {
  const insert = database.prepare(`
    INSERT INTO cut (code, kind, start, as_of, due_at) VALUES (:code, :kind, :start, :asOf, :asOf)
    ON CONFLICT (code) DO NOTHING`);
  for (const code of codes) {
    const cut = parseCutCode(code);
    if (cut !== null) insert.run({ ...cut });
  }
}

function requireOpen(cuts: readonly CutRecord[], code: string, reason: string | null): CutRecord {
  const cut = cuts.find((candidate) => candidate.code === code);
  if (cut === undefined) throw new UserError('CUT_UNKNOWN', { cut: code });
  if (cut.state === 'closed' && reason === null) throw new UserError('CUT_CLOSED', { cut: code });
  return cut;
}

function unitId(database: WriteDatabase, code: string | null): number | null {
  const id = database.prepare('SELECT id FROM unit WHERE code = ?').pluck().get(code);
  return typeof id === 'number' ? id : null;
}

function openRun(database: WriteDatabase, cut: CutRecord, sourceId: number, request: CommitRequest): OpenRun {
  const isCorrection = cut.state === 'closed';
  const uuid = randomUUID();
  const id = insertRun(database, {
    uuid,
    sourceId,
    cutId: cut.id,
    kind: isCorrection ? 'correction' : 'import',
    at: request.at,
    who: request.who,
    reason: request.reason,
  });
  return { id, uuid, cut, isCorrection };
}

/** Compares anew inside the transaction: what the preview saw may have changed since. */
function* writeFigures(
  database: WriteDatabase,
  figures: FigureTable,
  runs: readonly OpenRun[],
): Generator<CommitStep, RunTotals> {
  const { order, states } = diffFigures(database, figures);
  const ranks = ranksOf(database, figures);
  const columns = figures.columns();
  const replace = replaceFigure(database);
  const batch = createBatch(database);
  const perRun = runs.map(() => ({ rows: 0, added: 0, changed: 0, same: 0 }));
  for (let step = 0; step < order.length; step += 1) {
    const position = order[step] ?? 0;
    const cut = columns.cut[position] ?? 0;
    const run = runs[cut];
    const totals = perRun[cut];
    if (run === undefined || totals === undefined) continue;
    totals.rows += 1;
    const state = FIGURE_STATES[states[position] ?? 0];
    const key = [
      ranks.cuts[cut] ?? 0,
      ranks.indicators[columns.indicator[position] ?? 0] ?? 0,
      ranks.units[columns.unit[position] ?? 0] ?? 0,
    ] as const;
    if (state === 'new') {
      totals.added += 1;
      batch.add(key, run.id, columns, position);
    } else if (state === 'changed') {
      totals.changed += 1;
      replace(key, run.id, columns, position);
    } else totals.same += 1;
    if ((step + 1) % ROWS_PER_STEP === 0) yield { stage: 'figures', done: step + 1, total: order.length };
  }
  batch.flush();
  for (const [index, run] of runs.entries())
    setRunTotals(database, run.id, perRun[index] ?? { rows: 0, added: 0, changed: 0, same: 0 });
  return perRun.reduce((sum, one) => ({
    rows: sum.rows + one.rows,
    added: sum.added + one.added,
    changed: sum.changed + one.changed,
    same: sum.same + one.same,
  }));
}

type Key = readonly [number, number, number];

function orNull(value: number | undefined): number | null {
  return value === undefined || Number.isNaN(value) ? null : value;
}

function createBatch(database: WriteDatabase) {
  const one = `(${Array(COLUMN_COUNT).fill('?').join(', ')})`;
  const prepare = (count: number) =>
    database.prepare(`INSERT INTO observation (${COLUMNS}) VALUES ${Array(count).fill(one).join(', ')}`);
  const many = prepare(ROWS_AT_ONCE);
  let values: (number | string | null)[] = [];
  return {
    add: (key: Key, runId: number, columns: FigureColumns, position: number): void => {
      values.push(
        key[0],
        key[1],
        key[2],
        orNull(columns.value[position]),
        orNull(columns.numerator[position]),
        orNull(columns.denominator[position]),
        runId,
        columns.sheet[position] ?? 0,
        columns.row[position] ?? 0,
        columns.notes.get(position) ?? null,
      );
      if (values.length < ROWS_AT_ONCE * COLUMN_COUNT) return;
      many.run(values);
      values = [];
    },
    flush: (): void => {
      if (values.length > 0) prepare(values.length / COLUMN_COUNT).run(values);
      values = [];
    },
  };
}

/** Puts the old value into the past and the new one in its place. */
function replaceFigure(database: WriteDatabase) {
  const keep = database.prepare(`
    INSERT INTO observation_past (${COLUMNS}, state, replaced_by, replaced_at)
    SELECT ${COLUMNS}, 'replaced', :run, (SELECT committed_at FROM import_run WHERE id = :run)
    FROM observation WHERE cut_id = :cut AND indicator_id = :indicator AND unit_id = :unit`);
  const update = database.prepare(`
    UPDATE observation SET value = :value, numerator = :numerator, denominator = :denominator, run_id = :run,
      sheet = :sheet, row = :row, note = :note
    WHERE cut_id = :cut AND indicator_id = :indicator AND unit_id = :unit`);
  return ([cut, indicator, unit]: Key, run: number, columns: FigureColumns, position: number): void => {
    keep.run({ cut, indicator, unit, run });
    update.run({
      cut,
      indicator,
      unit,
      run,
      value: orNull(columns.value[position]),
      numerator: orNull(columns.numerator[position]),
      denominator: orNull(columns.denominator[position]),
      sheet: columns.sheet[position] ?? 0,
      row: columns.row[position] ?? 0,
      note: columns.notes.get(position) ?? null,
    });
  };
}

/** Every status from the earliest of these cuts on. */
export function* judge(
  database: WriteDatabase,
  cuts: readonly CutRecord[],
  at: string,
): Generator<CommitStep> {
  const first = cuts.toSorted((left, right) => (left.asOf < right.asOf ? -1 : 1))[0];
  if (first === undefined) return;
  let done = 0;
  for (const _ of recomputeSteps(database, first.id, at)) {
    done += 1;
    yield { stage: 'judgement', done, total: 0 };
  }
}
