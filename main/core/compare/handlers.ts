import { listOpenAlerts } from '#main/core/alerts/store.ts';
import { type CutView, requireCut } from '#main/core/cuts/lookup.ts';
import { cutDto } from '#main/core/cuts/store.ts';
import { procedure } from '#main/core/procedure.ts';
import { unitNames } from '#main/core/units/names.ts';
import type { ReadDatabase } from '#main/db/open.ts';
import type { ComparisonDto } from '#shared/contract/compare.ts';
import { compareKeys, compareStatuses } from '#shared/domain/change.ts';
import { vietnamDay } from '#shared/domain/periods.ts';
import { tallyProvinces } from './provinces.ts';
import { listPairs, type StatusPair } from './store.ts';

export const compare = {
  cuts: procedure.compare.cuts.handler(({ context, input }) => {
    const from = requireCut(context.read, input.from);
    const to = requireCut(context.read, input.to);
    return compareViews(context.read, from, to, input.level, input.side);
  }),
};

type Pairs = ReadonlyMap<string, StatusPair>;

function compareViews(
  database: ReadDatabase,
  from: CutView,
  to: CutView,
  level: ComparisonDto['level'],
  side: ComparisonDto['side'],
): ComparisonDto {
  const communes = [from, to].map((view) => listPairs(database, view.statusCut.id, 'commune'));
  const pairs = level === 'commune' ? communes : [from, to].map((view) => provincesOf(database, view));
  const [before = new Map(), after = new Map()] = pairs as Pairs[];
  const change = compareStatuses(statusesOf(before, side), statusesOf(after, side));
  const names = unitNames(database, vietnamDay(to.statusCut.asOf));
  const namesBefore = unitNames(database, vietnamDay(from.statusCut.asOf));
  const changed = (codes: readonly string[]) =>
    codes.map((code) => ({
      ...names.of(code),
      province: after.get(code)?.province ?? null,
      before: before.get(code)?.[side] ?? '',
      after: after.get(code)?.[side] ?? '',
    }));
  const moved = (codes: readonly string[], among: Pairs, called: typeof names) =>
    codes.map((code) => ({
      ...called.of(code),
      province: among.get(code)?.province ?? null,
      status: among.get(code)?.[side] ?? '',
    }));
  const tallies = tallyProvinces(communes[0] ?? new Map(), communes[1] ?? new Map());
  return {
    from: cutDto(from.cut),
    to: cutDto(to.cut),
    level,
    side,
    transitions: change.transitions as ComparisonDto['transitions'],
    common: change.common,
    unchanged: change.unchanged,
    improved: changed(change.improved),
    regressed: changed(change.regressed),
    startedReporting: changed(change.startedReporting),
    stoppedReporting: changed(change.stoppedReporting),
    joined: moved(change.joined, after, names),
    left: moved(change.left, before, namesBefore),
    alerts: compareAlerts(database, from, to),
    provinces: [...tallies.values()]
      .map((tally) => ({ ...names.of(tally.code), ...tally }))
      .sort((left, right) => (left.code < right.code ? -1 : 1)),
  };
}

function provincesOf(database: ReadDatabase, view: CutView): Pairs {
  return listPairs(database, view.statusCut.id, 'province');
}

function statusesOf(pairs: Pairs, side: ComparisonDto['side']): Map<string, string> {
  return new Map([...pairs.values()].map((pair) => [pair.code, pair[side]]));
}

function compareAlerts(database: ReadDatabase, from: CutView, to: CutView): ComparisonDto['alerts'] {
  const keys = (view: CutView) => new Set(listOpenAlerts(database, view.statusCut).map((alert) => alert.id));
  const { opened, closed, lasting } = compareKeys(keys(from), keys(to));
  return { opened: opened.length, closed: closed.length, lasting: lasting.length };
}
