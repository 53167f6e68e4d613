import { type CutRecord, listCuts } from '#main/core/ground/cuts/store.ts';
import { cutUnknown } from '#main/core/ground/cuts/unknown.ts';
import { unitNames } from '#main/core/ground/units/names-store.ts';
import { levelOf } from '#main/core/ground/units/store.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { UserError } from '#shared/contract/errors.ts';
import type { SnapshotScope } from '#shared/contract/snapshots.ts';
import { latestOf, outputsCutFor, resolveCut, statusCutFor } from '#shared/domain/cuts.ts';
import { vietnamDay } from '#shared/domain/periods.ts';

/** What goes into a file, as ids of the workspace. */
export interface Selection {
  readonly scope: SnapshotScope;
  /** Status cuts, oldest first. */
  readonly cuts: readonly CutRecord[];
  /** Months whose outputs the cuts rest on, oldest first. */
  readonly months: readonly CutRecord[];
  readonly asOf: string;
}

/**
 * The cuts and units that were asked for: without cuts all of them, without a province the country. CUT_UNKNOWN,
 * UNIT_UNKNOWN or NO_DATA when there is nothing of that kind.
 */
export function selectContent(
  database: ReadDatabase,
  asked: { readonly province?: string | undefined; readonly cuts?: readonly string[] | undefined },
): Selection {
  const all = listCuts(database);
  const statusCuts = all.filter((cut) => cut.kind !== 'month');
  const wanted = asked.cuts === undefined ? statusCuts : asked.cuts.map((one) => requireStatusCut(all, one));
  const cuts = statusCuts.filter((cut) => wanted.includes(cut));
  const newest = latestOf(cuts);
  if (newest === null) throw new UserError('NO_DATA');
  const months = monthsFor(all, cuts, asked.cuts === undefined);
  return { scope: scopeOf(database, asked.province, newest), cuts, months, asOf: newest.asOf };
}

/** With every cut goes every month; else only those that a chosen cut shows. */
function monthsFor(all: readonly CutRecord[], cuts: readonly CutRecord[], isWhole: boolean): CutRecord[] {
  const months = all.filter((cut) => cut.kind === 'month');
  if (isWhole) return months;
  const shown = new Set(cuts.map((cut) => outputsCutFor(all, cut)?.id));
  return months.filter((month) => shown.has(month.id));
}

function requireStatusCut(all: readonly CutRecord[], reference: string): CutRecord {
  const cut = resolveCut(all, reference);
  if (cut === null) throw cutUnknown(all, reference);
  const statusCut = statusCutFor(all, cut);
  if (statusCut === null) throw new UserError('NO_DATA', { why: 'before', cut: cut.code });
  return statusCut;
}

function scopeOf(database: ReadDatabase, province: string | undefined, newest: CutRecord): SnapshotScope {
  const code = province ?? 'VN';
  const level = levelOf(database, code);
  if (level === null || level === 'commune') throw new UserError('UNIT_UNKNOWN', { code });
  const { name, nameEn } = unitNames(database, vietnamDay(newest.asOf)).of(code);
  return { level, code, name, nameEn };
}
