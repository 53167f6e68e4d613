import { recordAct } from '#main/core/ground/acts/store.ts';
import {
  type KnownCuts,
  knownCuts,
  listPlanned,
  type NamedPlan,
} from '#main/core/ground/calendar/planned.ts';
import {
  dropPlannedNote,
  listPlannedNotes,
  type Opening,
  openCut,
  type PlannedNote,
  recordCutEvent,
  writePlannedNote,
} from '#main/core/ground/calendar/store.ts';
import { type CutRecord, cutDto, listCuts } from '#main/core/ground/cuts/store.ts';
import { recomputeSteps } from '#main/core/judge/judgement/recompute.ts';
import type { ReadDatabase, WriteDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { CutDto } from '#shared/contract/words.ts';
import { addedCut, DAYS_AHEAD, overlapping, type PlannedCut } from '#shared/domain/calendar.ts';
import type { CutPeriod } from '#shared/domain/periods.ts';
import { createFormatter } from '#shared/text/format.ts';
import { contentsOf, deleteCut, noteRemoval, setDue, setLabel } from './change-store.ts';

export interface Act {
  readonly who: string;
  readonly at: string;
}

/** A cut as the contract shows it, opened or planned. CUT_UNKNOWN. */
export function shownCut(database: ReadDatabase, code: string, now: string): CutDto {
  const planned = findPlanned(database, code, now);
  if (planned === null) return cutDto(requireOpened(database, code));
  const { kind, start, asOf, label } = planned;
  return { id: code, kind, start, asOf, label, state: 'planned', corrected: false };
}

function requireOpened(database: ReadDatabase, code: string): CutRecord {
  const cut = listCuts(database).find((one) => one.code === code);
  if (cut === undefined) throw new UserError('CUT_UNKNOWN', { cut: code });
  return cut;
}

/** Opens a planned cut or one that a person adds, and judges it, as nobody has sent anything yet. */
export function* addSteps(
  database: WriteDatabase,
  code: string,
  { dueAt, overlaps, ...opening }: Opening & { readonly dueAt: string | null; readonly overlaps: boolean },
): Generator<unknown, void> {
  const known = knownCuts(database, opening.at);
  if (known.opened.some((cut) => cut.code === code)) throw new UserError('CUT_EXISTS', { cut: code });
  const planned = known.planned.find((cut) => cut.code === code);
  const cut = planned ?? requireNear(code, opening.at);
  if (planned === undefined && !overlaps) requireApart(known, cut);
  requireAfterEnd(cut, dueAt ?? cut.dueAt);
  const id = openCut(database, { ...cut, dueAt: dueAt ?? cut.dueAt }, opening);
  yield* recomputeSteps(database, id, opening.at);
}

/** A week that a person adds shares no day with another one. */
function requireApart({ opened, planned }: KnownCuts, cut: PlannedCut): void {
  const others = overlapping<CutPeriod>([...opened, ...planned], cut);
  if (others.length === 0) return;
  const { date } = createFormatter('vi');
  const { code, start, asOf } = cut;
  const names = others.map((one) => one.code).join(', ');
  throw new UserError('CUT_OVERLAPS', { cut: code, from: date(start), to: date(asOf), others: names });
}

/** Nobody can have sent all of a cut whose time is not over; the calendar's own hours are never before. */
function requireAfterEnd({ code, asOf }: CutPeriod, dueAt: string): void {
  if (Date.parse(dueAt) >= Date.parse(asOf)) return;
  const { dateTime } = createFormatter('vi');
  throw new UserError('CUT_DUE_EARLY', { cut: code, due: dateTime(dueAt), asOf: dateTime(asOf) });
}

function requireNear(code: string, now: string): PlannedCut {
  const cut = addedCut(code);
  if (cut === null) throw new UserError('CUT_UNKNOWN', { cut: code });
  const limit = Date.parse(now) + DAYS_AHEAD * 86_400_000;
  if (Date.parse(cut.asOf) > limit) throw new UserError('CUT_TOO_FAR', { cut: code, days: DAYS_AHEAD });
  return cut;
}

/** Names a cut, or one that is planned until it opens. */
export function labelCut(
  database: WriteDatabase,
  code: string,
  label: string | null,
  { who, at }: Act,
): void {
  const planned = findPlanned(database, code, at);
  if (planned !== null) {
    noteOfPlan(database, planned, { label });
    recordAct(database, { at, kind: 'cutLabelled', who, cut: code, subject: label });
    return;
  }
  const cut = requireOpened(database, code);
  setLabel(database, cut.id, label);
  const detail = { from: cut.label, to: label };
  recordCutEvent(database, { cutId: cut.id, kind: 'labelled', at, who, reason: null, detail });
}

function findPlanned(database: ReadDatabase, code: string, now: string): NamedPlan | null {
  return listPlanned(database, now).find((cut) => cut.code === code) ?? null;
}

/** What was said before of the same cut stays beside it. */
function noteOfPlan(database: WriteDatabase, { code }: NamedPlan, note: Partial<PlannedNote>): void {
  const before = listPlannedNotes(database).get(code) ?? { label: null, dueAt: null };
  writePlannedNote(database, code, { ...before, ...note });
}

/** Moves the hour a cut is due; who had been late, and who is silent, is judged anew. One that is planned opens with it. */
export function* moveDueSteps(
  database: WriteDatabase,
  code: string,
  { dueAt, reason, who, at }: Act & { readonly dueAt: string; readonly reason: string },
): Generator<unknown, void> {
  const planned = findPlanned(database, code, at);
  if (planned !== null) {
    requireAfterEnd(planned, dueAt);
    noteOfPlan(database, planned, { dueAt });
    recordAct(database, { at, kind: 'cutDueMoved', who, cut: code, subject: dueAt, reason });
    return;
  }
  const cut = requireOpened(database, code);
  requireAfterEnd(cut, dueAt);
  setDue(database, cut.id, dueAt);
  const detail = { from: cut.dueAt, to: dueAt };
  recordCutEvent(database, { cutId: cut.id, kind: 'dueMoved', at, who, reason, detail });
  yield* recomputeSteps(database, cut.id, at);
}

/** Takes out a planned cut, or an opened one that is empty. */
export function* removeSteps(
  database: WriteDatabase,
  code: string,
  { who, at, reason }: Act & { readonly reason: string | null },
): Generator<unknown, void> {
  const cut = listCuts(database).find((one) => one.code === code);
  const isPlanned = listPlanned(database, at).some((one) => one.code === code);
  if (cut === undefined && !isPlanned) throw new UserError('CUT_UNKNOWN', { cut: code });
  if (cut !== undefined) yield* deleteSteps(database, cut, at);
  dropPlannedNote(database, code);
  noteRemoval(database, { code, at, who, reason });
}

function* deleteSteps(database: WriteDatabase, cut: CutRecord, at: string): Generator<unknown, void> {
  if (cut.state === 'closed') throw new UserError('CUT_CLOSED', { cut: cut.code });
  const contents = contentsOf(database, cut.id);
  if (Object.values(contents).some((count) => count > 0))
    throw new UserError('CUT_NOT_EMPTY', { cut: cut.code, ...contents });
  deleteCut(database, cut.id);
  const later = listCuts(database).find((one) => one.kind !== 'month' && one.asOf >= cut.asOf);
  if (later !== undefined) yield* recomputeSteps(database, later.id, at);
}
