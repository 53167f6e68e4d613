import { isDeepStrictEqual } from 'node:util';
import type { Context } from '#main/core/ground/context.ts';
import { type CutView, requireCut, requireCutAmong, viewedCutDto } from '#main/core/ground/cuts/lookup.ts';
import { procedure } from '#main/core/ground/procedure.ts';
import { namesOfUnits, type UnitNames } from '#main/core/ground/units/names-store.ts';
import { listOpenAlertPlaces, listOpenRowIds } from '#main/core/judge/alerts/store.ts';
import { requireOpen } from '#main/core/take/snapshots/service.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import { WORKSPACE } from '#shared/contract/choices.ts';
import type { ComparisonDto } from '#shared/contract/compare.ts';
import { boundsOfSide } from '#shared/domain/bounds.ts';
import { compareStatuses, countKeys } from '#shared/domain/change.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { tallyProvinces } from './provinces.ts';
import { listSources } from './sources.ts';
import { listPairs, listProvinceCodes, type StatusPair } from './store.ts';

export const compare = {
  cuts: procedure.compare.cuts.handler(({ context, input }) => {
    const from = viewOf(context, input.fromSource, input.from);
    const to = viewOf(context, input.toSource, input.to, from);
    return compareViews(from, to, input.level, input.side);
  }),
  sources: procedure.compare.sources.handler(({ context }) => listSources(context)),
};

type Pairs = ReadonlyMap<string, StatusPair>;

/** One side of a comparison: a cut of the workspace or of a file. */
interface SourcedView extends CutView {
  readonly database: ReadDatabase;
  /** Provinces that the source knows: one for the file of one province. */
  readonly provinces: ReadonlySet<string>;
}

/** The side that a source and a cut name; what it has in common with the other side is not read again. */
function viewOf(context: Context, source: string | undefined, cut: string, other?: SourcedView): SourcedView {
  const database = databaseOf(context, source);
  if (database === other?.database) return { ...other, ...requireCutAmong(database, other.all, cut) };
  return { ...requireCut(database, cut), database, provinces: new Set(listProvinceCodes(database)) };
}

function databaseOf(context: Context, source: string | undefined): ReadDatabase {
  if (source === undefined) return context.read;
  if (source === WORKSPACE) return context.snapshots.workspace.read;
  return requireOpen(context.snapshots, source).context.read;
}

/** What both sides know: the other provinces of the country neither joined nor left beside the file of one. */
function isShared(from: SourcedView, to: SourcedView, province: string | null): boolean {
  return province === null || (from.provinces.has(province) && to.provinces.has(province));
}

function compareViews(
  from: SourcedView,
  to: SourcedView,
  level: ComparisonDto['level'],
  side: ComparisonDto['side'],
): ComparisonDto {
  const pairsOf = (of: 'commune' | 'province') => [from, to].map((view) => sharedPairs(view, from, to, of));
  const communes = pairsOf('commune');
  const pairs = level === 'commune' ? communes : pairsOf('province');
  const [before = new Map(), after = new Map()] = pairs as Pairs[];
  const change = compareStatuses(statusesOf(before, side), statusesOf(after, side));
  const tallies = tallyProvinces(communes[0] ?? new Map(), communes[1] ?? new Map());
  const named = [change.improved, change.regressed, change.startedReporting, change.stoppedReporting];
  const names = namesAt(to, [...named.flat(), ...change.joined, ...tallies.provinces.keys()]);
  const changed = (codes: readonly string[]) =>
    codes.map((code) => ({
      ...names.of(code),
      province: after.get(code)?.province ?? null,
      before: before.get(code)?.[side] ?? '',
      beforeBounds: boundsOfSide(before.get(code), side),
      after: after.get(code)?.[side] ?? '',
      afterBounds: boundsOfSide(after.get(code), side),
    }));
  const moved = (codes: readonly string[], among: Pairs, called: UnitNames) =>
    codes.map((code) => ({
      ...called.of(code),
      province: among.get(code)?.province ?? null,
      status: among.get(code)?.[side] ?? '',
      bounds: boundsOfSide(among.get(code), side),
    }));
  return {
    from: viewedCutDto(from),
    to: viewedCutDto(to),
    level,
    side,
    transitions: change.transitions as ComparisonDto['transitions'],
    common: change.common,
    unchanged: change.unchanged,
    stillUnknown: change.stillUnknown,
    improved: changed(change.improved),
    regressed: changed(change.regressed),
    startedReporting: changed(change.startedReporting),
    stoppedReporting: changed(change.stoppedReporting),
    joined: moved(change.joined, after, names),
    // Who has left is known by name only at the first cut.
    left: moved(change.left, before, namesAt(from, change.left)),
    alerts: compareAlerts(from, to),
    country: tallies.country,
    provinces: [...tallies.provinces]
      .map(([code, tally]) => ({ ...names.of(code), ...tally }))
      .sort((left, right) => (left.code < right.code ? -1 : 1)),
    fromRuleVersion: from.active.version,
    toRuleVersion: to.active.version,
    sameRules: isDeepStrictEqual(from.active.rules, to.active.rules),
  };
}

function namesAt({ database, statusCut }: SourcedView, codes: readonly string[]): UnitNames {
  return namesOfUnits(database, vietnamDay(statusCut.asOf), codes);
}

function sharedPairs(
  view: SourcedView,
  from: SourcedView,
  to: SourcedView,
  level: 'commune' | 'province',
): Pairs {
  const pairs = listPairs(view.database, view.statusCut.id, level);
  if (from.database === to.database) return pairs;
  const province = ([code, pair]: [string, StatusPair]) => (level === 'province' ? code : pair.province);
  return new Map([...pairs].filter((entry) => isShared(from, to, province(entry))));
}

function statusesOf(pairs: Pairs, side: ComparisonDto['side']): Map<string, string> {
  const statuses = new Map<string, string>();
  for (const [code, pair] of pairs) statuses.set(code, pair[side]);
  return statuses;
}

function compareAlerts(from: SourcedView, to: SourcedView): ComparisonDto['alerts'] {
  return countKeys(comparedAlerts(from, from, to), comparedAlerts(to, from, to));
}

/** Ids of the open alerts of a side that the other source can know of; within one source its row ids do. */
function comparedAlerts(view: SourcedView, from: SourcedView, to: SourcedView): Set<string> {
  const { database, statusCut } = view;
  if (from.database === to.database) return listOpenRowIds(database, statusCut);
  const places = listOpenAlertPlaces(database, statusCut)
    .filter(({ unit, province }) => {
      // The file of one province holds nothing of the country's own.
      if (unit === 'VN') return from.provinces.size > 1 && to.provinces.size > 1;
      return isShared(from, to, province ?? unit);
    })
    .map((alert) => alert.id);
  return new Set(places);
}
