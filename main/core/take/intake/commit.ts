import { randomUUID } from 'node:crypto';
import { openPlanned } from '#main/core/ground/calendar/planned.ts';
import { notePictures } from '#main/core/ground/cuts/picture.ts';
import { type CutRecord, listCuts } from '#main/core/ground/cuts/store.ts';
import { findUnitId } from '#main/core/ground/units/store.ts';
import { recomputeSteps } from '#main/core/judge/judgement/recompute.ts';
import type { WriteDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { ReportCounts } from '#shared/contract/report-kinds.ts';
import type { FigureTable } from './check/figure-table.ts';
import { type Origins, originRuns } from './origins.ts';
import { commitReports, type RunOfCut, type WrittenReports } from './reports/commit.ts';
import type { BroughtReports } from './reports/diff.ts';
import {
  addRunTotals,
  insertRun,
  insertSource,
  loadIds,
  type NewRun,
  type NewSource,
  type RunTotals,
} from './store.ts';
import { refreshSubmissions } from './submissions-store.ts';
import { writeFigures } from './write-figures.ts';

export interface CommitRequest {
  readonly figures: FigureTable;
  /** Reports in words that came with them. */
  readonly reports?: BroughtReports;
  /** Of a data file: what its figures rest on, each on the source it had there. */
  readonly dataFile?: Pick<NewSource, 'kind' | 'note' | 'noteEn'> & { readonly origins: Origins };
  /** Of what was typed into the entry grid: what its source is called in English, and where it comes from. */
  readonly typed?: Pick<NewSource, 'nameEn' | 'note' | 'noteEn'>;
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
  readonly reports: readonly ReportCounts[];
}

/** Figures and reports together. */
export function countedAll({ totals, reports }: CommitResult): RunTotals {
  const sum = (key: 'added' | 'changed' | 'same'): number =>
    reports.reduce((total, one) => total + one[key], totals[key]);
  const [added, changed, same] = [sum('added'), sum('changed'), sum('same')];
  return {
    rows: totals.rows + added + changed + same - totals.added - totals.changed - totals.same,
    added,
    changed,
    same,
  };
}

export interface CommitStep {
  readonly stage: 'figures' | 'judgement';
  readonly done: number;
  readonly total: number;
}

/**
 * Takes the figures in, inside the caller's transaction: a source, one run a cut, new and changed figures (what
 * they replace goes to observation_past), the submission board, whether a cut is a picture by now, and every status that
 * rests on them. Yields after each part so that a long import can pause. Throws CUT_CLOSED when a closed cut would
 * change without a reason.
 */
export function* commitSteps(
  database: WriteDatabase,
  request: CommitRequest,
): Generator<CommitStep, CommitResult> {
  const { toJudge, ...result } = yield* takeSteps(database, request);
  yield* judge(database, toJudge, request.at);
  return result;
}

/** As `commitSteps` but for the statuses: they are computed once for many files, from the earliest of these cuts on. */
export function* takeSteps(
  database: WriteDatabase,
  request: CommitRequest,
): Generator<CommitStep, CommitResult & { readonly toJudge: readonly CutRecord[] }> {
  const { who, at } = request;
  openPlanned(database, request.figures.cuts.codes, { who, at, reason: request.fileName });
  const cuts = listCuts(database);
  const touched = request.figures.cuts.codes.map((code) => requireOpen(cuts, code, request.reason));
  const senderId = request.province === null ? null : findUnitId(database, request.province);
  const sourceId = insertSource(database, sourceOf(request, senderId));
  const runs = touched.map((cut) => openRun(database, cut, sourceId, request));
  const origins = request.dataFile?.origins;
  const runOf = origins === undefined ? undefined : originRuns(database, origins, runs);
  const { totals, units } = yield* writeFigures(database, request.figures, runs, runOf);
  const reports = writeReports(database, request, runs);
  for (const [index, { id: runId, cut, kind }] of runs.entries()) {
    const isCorrection = kind === 'correction';
    const touched = new Set([...(units[index] ?? []), ...unitsOf(database, reports, runId)]);
    const arrival = { runId, at: request.at, isCorrection, units: touched };
    refreshSubmissions(database, cut, arrival);
  }
  const ids = touched.map(({ id }) => id);
  const moved = notePictures(database, ids, request.at);
  const cutsTouched = touched.map(({ code }) => code);
  const toJudge = [...touched, ...moved];
  return { run: runs[0]?.uuid ?? '', cuts: cutsTouched, totals, reports: reports.counts, toJudge };
}

const NO_REPORTS: WrittenReports = { counts: [], written: [] };

/** A report belongs to the run of its cut, one without a cut to the import's first. A data file's runs count figures. */
function writeReports(
  database: WriteDatabase,
  { reports, at, dataFile }: CommitRequest,
  runs: readonly OpenRun[],
): WrittenReports {
  const [first] = runs;
  if (reports === undefined || first === undefined) return NO_REPORTS;
  const runOfCut = (code: string | null): number => runs.find(({ cut }) => cut.code === code)?.id ?? first.id;
  const result = commitReports(database, reports, runOfCut, at);
  if (dataFile === undefined) countReports(database, reports, result, runOfCut);
  return result;
}

function countReports(
  database: WriteDatabase,
  reports: BroughtReports,
  { written }: WrittenReports,
  runOfCut: RunOfCut,
): void {
  const bodies = [...reports.values()].flat();
  for (const [run, all] of Map.groupBy(bodies, ({ cut }) => runOfCut(typeof cut === 'string' ? cut : null))) {
    const own = written.filter((one) => one.run === run);
    const added = own.filter(({ isNew }) => isNew).length;
    const counts = { added, changed: own.length - added, same: all.length - own.length };
    addRunTotals(database, run, { rows: all.length, ...counts });
  }
}

/** Ids of the units that a run brought a new or another report of. */
function unitsOf(database: WriteDatabase, { written }: WrittenReports, runId: number): number[] {
  const own = written.filter(({ run }) => run === runId);
  if (own.length === 0) return [];
  const ids = loadIds(database, 'unit');
  return own.flatMap(({ body }) => ids.get(String(body.unit)) ?? []);
}

interface OpenRun extends NewRun {
  readonly id: number;
  readonly cut: CutRecord;
}

function sourceOf(request: CommitRequest, senderId: number | null): NewSource {
  const { fileName: name, sha256, bytes, sheets, at, dataFile, typed } = request;
  const { note = null, noteEn = null } = dataFile ?? typed ?? {};
  const { kind = 'official' } = dataFile ?? {};
  const file = {
    uuid: randomUUID(),
    name,
    nameEn: typed?.nameEn ?? null,
    sha256,
    bytes,
    sheets,
    senderId,
    receivedAt: at,
  };
  return { ...file, kind, note, noteEn };
}

function requireOpen(cuts: readonly CutRecord[], code: string, reason: string | null): CutRecord {
  const cut = cuts.find((candidate) => candidate.code === code);
  if (cut === undefined) throw new UserError('CUT_UNKNOWN', { cut: code });
  if (cut.state === 'closed' && reason === null) throw new UserError('CUT_CLOSED', { cut: code });
  return cut;
}

function openRun(database: WriteDatabase, cut: CutRecord, sourceId: number, request: CommitRequest): OpenRun {
  const kind = request.dataFile === undefined ? 'import' : 'snapshot';
  const run: NewRun = {
    uuid: randomUUID(),
    sourceId,
    cutId: cut.id,
    kind: cut.state === 'closed' ? 'correction' : kind,
    throughId: null,
    at: request.at,
    who: request.who,
    reason: request.reason,
    isTyped: request.typed !== undefined,
  };
  return { ...run, id: insertRun(database, run), cut };
}

/** Every status from the earliest of these cuts on. */
export function* judge(
  database: WriteDatabase,
  cuts: readonly CutRecord[],
  at: string,
): Generator<CommitStep> {
  const first = cuts.toSorted((left, right) => (left.asOf < right.asOf ? -1 : 1))[0];
  if (first === undefined) return;
  yield { stage: 'judgement', done: 0, total: 0 };
  for (const step of recomputeSteps(database, first.id, at)) yield { stage: 'judgement', ...step };
}
